/** Photographs of a case, opened once to be looked at: an address in this page's memory for each. */
import { createSignal, onCleanup } from "solid-js";
import type { Problem, Session } from "../../app/api.ts";
import type { PaperId, PaperView } from "../../app/paperTypes.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { isPhoto } from "../../forms/paperText.ts";

export type Picture =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly url: string }
  | { readonly kind: "failed"; readonly problem: Problem };

export type Pictures = {
  /** Begins to open it when first asked; undefined for what is not a picture that browsers show. */
  of(paper: PaperView): Picture | undefined;
};

/** A device on a poor line does not fetch more than this unasked. */
export const UNASKED_BYTES = 3_000_000;

/** Let go of when the page goes. */
export function createPictures(session: Session, scope: ScopeId): Pictures {
  const pictures = new Map<PaperId, () => Picture>();
  const ended = new AbortController();
  const urls: string[] = [];
  onCleanup(() => {
    ended.abort();
    for (const url of urls) URL.revokeObjectURL(url);
  });
  const open = (paper: PaperView): (() => Picture) => {
    const [picture, setPicture] = createSignal<Picture>({ kind: "opening" });
    const fail = (problem: Problem): void => void setPicture({ kind: "failed", problem });
    void session
      .openPaper(scope, paper.id, () => undefined, ended.signal)
      .then(
        (opened) => {
          if (ended.signal.aborted) return;
          if (!opened.ok) return fail(opened.problem);
          const url = URL.createObjectURL(opened.value);
          urls.push(url);
          setPicture({ kind: "open", url });
        },
        () => fail({ kind: "unexpected" }),
      );
    return picture;
  };
  return {
    of(paper) {
      if (!isPhoto(paper.mediaType)) return undefined;
      const known = pictures.get(paper.id) ?? open(paper);
      pictures.set(paper.id, known);
      return known();
    },
  };
}

/** Shown without being asked for: what is here, or is soon fetched. */
export const isShownUnasked = (paper: PaperView): boolean =>
  isPhoto(paper.mediaType) && paper.place !== "elsewhere" && paper.sizeBytes <= UNASKED_BYTES;
