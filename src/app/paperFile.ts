/** A paper as a document can hold it: photographs upright and in a form that documents take. */
import type { ForeignFile } from "../documents/model.ts";
import type { Paper } from "../domain/case/papers.ts";
import type { ScopeId } from "../domain/ids.ts";
import type { PaperActions } from "./paperTypes.ts";
import type { PaperWork } from "./paperWork.ts";

/** Null where it is neither here nor to be fetched. `name`: what the file is called where it is attached. */
export async function readPaperFile(
  openPaper: PaperActions["openPaper"],
  work: Pick<PaperWork, "preparePhoto">,
  { scope, paper, name }: { readonly scope: ScopeId; readonly paper: Paper; readonly name: string },
  signal: AbortSignal,
): Promise<ForeignFile | null> {
  const opened = await openPaper(scope, paper.paper, () => {}, signal);
  if (!opened.ok) return null;
  const isPhoto = opened.value.type.startsWith("image/") && opened.value.type !== "image/png";
  const prepared = isPhoto ? await work.preparePhoto(opened.value, 0, signal) : opened;
  const blob = prepared.ok ? prepared.value : opened.value;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { name, mediaType: blob.type, bytes };
}
