/** What is done with photographs that are papers already. Each makes a new paper and takes the old ones away. */
import type { Outcome, Session } from "../../app/api.ts";
import type { PaperId, PaperView } from "../../app/paperTypes.ts";
import type { ScopeId } from "../../domain/ids.ts";

const never = new AbortController().signal;
const nothing = (): void => undefined;

/** Turned by a quarter; under the same name, in the same place. */
export async function turnPhoto(
  session: Session,
  scope: ScopeId,
  paper: PaperView,
  way: "left" | "right",
): Promise<Outcome<PaperId>> {
  const opened = await session.openPaper(scope, paper.id, nothing, never);
  if (!opened.ok) return opened;
  const turned = await session.preparePhoto(opened.value, way === "right" ? 1 : 3, never);
  if (!turned.ok) return turned;
  return replace(session, scope, [paper], {
    bytes: turned.value,
    fileName: paper.fileName,
    mediaType: "image/jpeg",
    kind: paper.kind,
    title: paper.title,
    pages: 1,
  });
}

/** One PDF of these pages, in this order; `onPage` hears how many are in it. */
export async function joinPhotos(
  session: Session,
  scope: ScopeId,
  photos: readonly PaperView[],
  title: string,
  onPage: (done: number) => void,
  signal: AbortSignal,
): Promise<Outcome<PaperId>> {
  const [first] = photos;
  if (!first) return { ok: false, problem: { kind: "not-allowed" } };
  const pages: Blob[] = [];
  for (const photo of photos) {
    const opened = await session.openPaper(scope, photo.id, nothing, signal);
    if (!opened.ok) return opened;
    pages.push(opened.value);
  }
  const made = await session.photosToPdf(pages, onPage, signal);
  if (!made.ok) return made;
  const paper = { bytes: made.value, fileName: "photos.pdf", mediaType: "application/pdf" };
  return replace(session, scope, photos, { ...paper, kind: first.kind, title, pages: pages.length }, signal);
}

/** The new one is kept before any old one goes: stopped between, there is one too many and none too few. */
async function replace(
  session: Session,
  scope: ScopeId,
  old: readonly PaperView[],
  paper: Parameters<Session["addPaper"]>[1],
  signal = never,
): Promise<Outcome<PaperId>> {
  const added = await session.addPaper(scope, paper, nothing, signal);
  const [first] = old;
  if (!added.ok || !first) return added;
  const placed = await session.changePaper(scope, added.value, { order: first.order });
  if (!placed.ok) return placed;
  for (const each of old) {
    const removed = await session.removePaper(scope, each.id);
    if (!removed.ok) return removed;
  }
  return added;
}
