/** Whether a chosen file may become a paper: by its bytes, read in pieces, so that no file fills the memory. */
import { CHUNK_BYTES } from "../domain/blob.ts";
import type { Bytes } from "../domain/bytes.ts";
import {
  createMarkReader,
  MAX_PAPER_BYTES,
  type PaperFault,
  type PaperType,
  SNIFF_BYTES,
  sniffPaper,
} from "../domain/papers.ts";
import type { Outcome, Problem } from "./outcome.ts";

export const readPart = async (blob: Blob, from: number, to: number): Promise<Bytes> =>
  new Uint8Array(await blob.slice(from, to).arrayBuffer());

export async function checkPaper(blob: Blob, fileName: string): Promise<Outcome<PaperType>> {
  // Before anything is read: a film of several gigabytes is refused at once.
  if (blob.size > MAX_PAPER_BYTES) return { ok: false, problem: problemOfPaper("too-large") };
  const sniffed = sniffPaper(await readPart(blob, 0, SNIFF_BYTES), fileName, blob.size);
  if (!sniffed.ok) return { ok: false, problem: problemOfPaper(sniffed.fault) };
  const marks = createMarkReader(sniffed.mediaType);
  for (let at = 0; marks && at < blob.size; at += CHUNK_BYTES) {
    marks.take(await readPart(blob, at, at + CHUNK_BYTES));
  }
  const fault = marks?.fault();
  return fault ? { ok: false, problem: problemOfPaper(fault) } : { ok: true, value: sniffed.mediaType };
}

function problemOfPaper(fault: PaperFault): Problem {
  switch (fault) {
    case "empty":
      return { kind: "paper-empty" };
    case "too-large":
      return { kind: "paper-too-large" };
    case "unsupported":
      return { kind: "paper-unsupported" };
    case "not-what-it-says":
      return { kind: "paper-not-what-it-says" };
  }
}
