/**
 * A snapshot longer than one entry travels in parts. Each is kept under its device, the snapshot's key and its
 * place, so that nobody else's part can stand in for it.
 */
import type { CaseFile, SentRecord } from "./caseFile.ts";
import type { Order } from "../happened.ts";

/** Cuts text into pieces of at most `size` characters, never through a pair of surrogates. */
export function cutText(text: string, size: number): string[] {
  const pieces: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = Math.min(text.length, at + size);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

/** The snapshot of a submission, whole; undefined while a part has not arrived or does not parse. */
export function snapshotOf(file: CaseFile, order: Order, { parts, snapshot }: SentRecord): unknown {
  if (!parts) return snapshot;
  const device = order[2].split("/")[0] ?? "";
  const texts = Array.from(
    { length: parts.count },
    (_, i) => file.snapshotParts[`${device}/${parts.key}/${i}`],
  );
  if (texts.some((text) => text === undefined)) return undefined;
  try {
    return JSON.parse(texts.join("")) as unknown;
  } catch {
    return undefined;
  }
}
