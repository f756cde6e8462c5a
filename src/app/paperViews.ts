/** A case's papers as screens show them, and where the bytes of each stand. */
import type { CaseFile } from "../domain/case/caseFile.ts";
import { type Paper, papersOf } from "../domain/case/papers.ts";
import type { BlobRow } from "../store/localStore.ts";
import { type Context, nameOf } from "./context.ts";
import type { PaperView } from "./paperTypes.ts";

export function paperViews(context: Context, file: CaseFile): readonly PaperView[] {
  return papersOf(file).map((paper) => {
    const { kind, title, fileName, mediaType, sizeBytes, pages, order, addedMs, removed } = paper;
    const row = rowOf(context, paper);
    return {
      id: paper.paper,
      kind,
      title,
      fileName,
      mediaType,
      sizeBytes,
      pages,
      order,
      addedMs,
      whoName: nameOf(context, paper.author),
      ...placeOf(context, paper, row),
      // Padding and tags are no part of what the person sees.
      sentBytes: Math.min(row?.sentBytes ?? 0, sizeBytes),
      removed,
    };
  });
}

/** What this device knows of a paper's bytes; of another paper's under the same id, nothing. */
export function rowOf(context: Context, { paper, blob }: Paper): BlobRow | undefined {
  const row = context.blobs.get(paper);
  return row?.blob === blob ? row : undefined;
}

function placeOf(
  context: Context,
  { entry }: Paper,
  row: BlobRow | undefined,
): Pick<PaperView, "place" | "refusal"> {
  if (context.unsent.refused.has(entry)) return { place: "refused", refusal: "entry" };
  switch (row?.state) {
    case undefined:
      return { place: "elsewhere" };
    case "making":
    case "waiting":
      return { place: context.online ? "sending" : "here" };
    case "on-server":
      return { place: "on-server" };
    case "refused":
      return { place: "refused", refusal: row.reason ?? "" };
  }
}
