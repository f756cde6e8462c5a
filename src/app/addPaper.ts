/** Adds a paper, offline too: sealed chunk by chunk onto the disk, then its entry. See: chunks first. */
import { chunkCount, chunkSpan, type Manifest } from "../domain/blob.ts";
import { papersOf } from "../domain/case/papers.ts";
import { makeId, type PaperId, type ScopeId } from "../domain/ids.ts";
import { MAX_NAME } from "../domain/lengths.ts";
import { MAX_CASE_BYTES } from "../domain/papers.ts";
import type { PaperPlace } from "../crypto/paper.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import { checkPaper, readPart } from "./checkPaper.ts";
import type { Context } from "./context.ts";
import { hasAccess } from "./holders.ts";
import type { Outcome, Problem } from "./outcome.ts";
import type { NewPaper, PaperProgress } from "./paperTypes.ts";
import { problemOfError } from "./scribe.ts";

type Added = Extract<CaseRecord, { type: "paper-added" }>;

const fail = (kind: Extract<Problem["kind"], "not-allowed" | "case-full" | "too-long" | "cancelled">) =>
  ({ ok: false, problem: { kind } }) as const;

export async function addPaper(
  context: Context,
  scope: ScopeId,
  paper: NewPaper,
  onProgress: PaperProgress,
  signal: AbortSignal,
): Promise<Outcome<PaperId>> {
  const { papers, vault, library, identity } = context;
  const id = makeId<PaperId>(context.random);
  try {
    const file = library.shelves.get(scope)?.file;
    if (!file?.started || !hasAccess(context, scope, identity.user, "contribute")) return fail("not-allowed");
    const checked = await checkPaper(paper.bytes, paper.fileName);
    if (!checked.ok) return checked;
    if (paper.title.length > MAX_NAME) return fail("too-long");
    const before = papersOf(file);
    const size = paper.bytes.size;
    if (before.reduce((sum, each) => sum + each.sizeBytes, size) > MAX_CASE_BYTES) return fail("case-full");
    const epoch = await vault.paperEpoch(scope);
    if (epoch === undefined) return fail("not-allowed");
    await papers.begin(id, scope);
    const place = { scope, paper: id, epoch, size };
    const manifest = await sealChunks(context, place, paper.bytes, onProgress, signal);
    if (!manifest) return await undo(context, id, { kind: "cancelled" });
    const blob = await vault.nameBlob(manifest);
    await papers.name(id, blob, manifest);
    const record: Added = {
      type: "paper-added",
      paper: id,
      kind: paper.kind,
      title: paper.title,
      // The ending is the part that says what it is.
      fileName: paper.fileName.slice(-MAX_NAME),
      mediaType: checked.value,
      sizeBytes: size,
      ...(paper.pages !== undefined && { pages: paper.pages }),
      order: Math.max(0, ...before.map((each) => each.order)) + 1,
      epoch,
      blob,
    };
    const written = await context.scribe.write(scope, [record]);
    if (!written.ok) return await undo(context, id, written.problem);
    await papers.finish(id);
    return { ok: true, value: id };
  } catch (error) {
    return undo(context, id, problemOfAdding(error));
  }
}

/** Nothing half is left. Where even that fails, opening clears it away later. */
async function undo({ papers }: Context, id: PaperId, problem: Problem): Promise<Outcome<never>> {
  await papers.drop(id).catch(() => undefined);
  return { ok: false, problem };
}

/** Undefined where the person stopped it. */
async function sealChunks(
  { papers, vault }: Context,
  place: PaperPlace,
  file: Blob,
  onProgress: PaperProgress,
  signal: AbortSignal,
): Promise<Manifest | undefined> {
  const manifest: { hash: Manifest[number]["hash"]; bytes: number }[] = [];
  for (let index = 0; index < chunkCount(place.size); index++) {
    if (signal.aborted) return undefined;
    const { from, to } = chunkSpan(place.size, index);
    const chunk = await vault.sealChunk(place, index, await readPart(file, from, to));
    if (!chunk) throw new Error("addPaper: the key was there and is not");
    await papers.putChunk(place.paper, index, chunk.bytes);
    manifest.push({ hash: chunk.hash, bytes: chunk.bytes.length });
    onProgress(to, place.size);
  }
  return signal.aborted ? undefined : manifest;
}

/** A chosen file may be gone by the time it is read: on a card that was taken out, or changed by another app. */
function problemOfAdding(error: unknown): Problem {
  const name = error instanceof DOMException ? error.name : "";
  const unreadable = name === "NotReadableError" || name === "NotFoundError";
  return unreadable ? { kind: "paper-unreadable" } : problemOfError(error);
}
