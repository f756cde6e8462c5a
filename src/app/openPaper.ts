/** Opens a paper: from this device, or fetched; every chunk is checked before anyone sees it. */
import type { Bytes } from "../domain/bytes.ts";
import { chunkSpan, type Manifest } from "../domain/blob.ts";
import { type Paper, papersOf } from "../domain/case/papers.ts";
import type { PaperId, ScopeId } from "../domain/ids.ts";
import { SNIFF_BYTES, sniffPaper } from "../domain/papers.ts";
import type { BlobLine } from "../sync/blobs.ts";
import type { TransportFault } from "../sync/transport.ts";
import type { Context } from "./context.ts";
import { problemOfFault } from "./faults.ts";
import type { Outcome, Problem } from "./outcome.ts";
import type { PaperProgress } from "./paperTypes.ts";
import { problemOfError } from "./scribe.ts";

const fail = (problem: Problem) => ({ ok: false, problem }) as const;

export async function openPaper(
  context: Context,
  line: BlobLine,
  scope: ScopeId,
  id: PaperId,
  onProgress: PaperProgress,
  signal: AbortSignal,
): Promise<Outcome<Blob>> {
  const file = context.library.shelves.get(scope)?.file;
  const paper = file && papersOf(file).find((each) => each.paper === id);
  if (!paper) return fail({ kind: "not-allowed" });
  try {
    const manifest = await manifestOf(context, line, scope, paper);
    if (!manifest.ok) return manifest;
    // Blobs and not bytes, so that the browser may keep what is done outside the memory.
    const parts: Blob[] = [];
    let head: Uint8Array = new Uint8Array(0);
    for (const [index, chunk] of manifest.value.entries()) {
      if (signal.aborted) return fail({ kind: "cancelled" });
      const part = await partOf(context, line, scope, paper, index, chunk);
      if (!part.ok) return part;
      if (index === 0) head = part.value.subarray(0, SNIFF_BYTES);
      parts.push(new Blob([part.value]));
      onProgress(chunkSpan(paper.sizeBytes, index).to, paper.sizeBytes);
    }
    return { ok: true, value: new Blob(parts, { type: typeOf(paper, head) }) };
  } catch (error) {
    return fail(problemOfError(error));
  }
}

/** What the record says it is, if the bytes agree: whoever wrote the record may have meant to have a page run. */
function typeOf({ fileName, mediaType, sizeBytes }: Paper, head: Uint8Array): string {
  const sniffed = sniffPaper(head, fileName, sizeBytes);
  return sniffed.ok && sniffed.mediaType === mediaType ? mediaType : "application/octet-stream";
}

/** The hashes to check the chunks against: from this device, or the server; either way they must bear the name. */
async function manifestOf(
  { papers, vault }: Context,
  line: BlobLine,
  scope: ScopeId,
  { paper, blob }: Paper,
): Promise<Outcome<Manifest>> {
  const here = await papers.row(paper);
  if (here && (await vault.nameBlob(here.manifest)) === blob) return { ok: true, value: here.manifest };
  const found = await line.find({ scope, blob });
  if (!found.ok) return fail(problemOfFetching(found.fault));
  const { manifest, held } = found.value;
  if ((await vault.nameBlob(manifest)) !== blob) return fail({ kind: "paper-damaged" });
  if (held.length < manifest.length) return fail({ kind: "paper-elsewhere" });
  await papers.noteOnServer({ paper, scope, blob, manifest }).catch(() => undefined);
  return { ok: true, value: manifest };
}

async function partOf(
  { papers, vault }: Context,
  line: BlobLine,
  scope: ScopeId,
  { paper, blob, epoch, sizeBytes }: Paper,
  index: number,
  { hash, bytes }: Manifest[number],
): Promise<Outcome<Bytes>> {
  const place = { scope, paper, epoch, size: sizeBytes };
  const here = await papers.chunk(paper, index);
  const opened = here && (await vault.openChunk(place, index, { bytes: here, hash }));
  if (opened) return { ok: true, value: opened };
  const fetched = await line.fetch({ scope, blob }, index, bytes);
  if (!fetched.ok) return fail(problemOfFetching(fetched.fault));
  const part = await vault.openChunk(place, index, { bytes: fetched.value, hash });
  if (!part) return fail({ kind: "paper-damaged" });
  // Kept for the next time, where there is room.
  await papers.putChunk(paper, index, fetched.value).catch(() => undefined);
  return { ok: true, value: part };
}

const problemOfFetching = (fault: TransportFault): Problem =>
  fault.kind === "refused" && fault.code === "not-found"
    ? { kind: "paper-elsewhere" }
    : problemOfFault(fault);
