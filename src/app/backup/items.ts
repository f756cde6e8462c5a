/** What a backup file holds, piece by piece, and each as bytes. Source: docs/protocol.md section 6. */
import { type Bytes, concat, fields, parseFields, parseUint, u32 } from "../../domain/bytes.ts";
import { idBytes, idFromBytes, type PaperId, type ScopeId } from "../../domain/ids.ts";

export type BackupItem =
  /** One that the server has not acknowledged, or has refused: it is asked again. */
  | { readonly kind: "entry"; readonly bytes: Bytes }
  /** Answers that are no entry yet, as JSON. */
  | { readonly kind: "typing"; readonly scope: ScopeId; readonly json: string }
  /** A half-made screen, under its own name. */
  | { readonly kind: "note"; readonly name: string; readonly text: string }
  /** A sealed piece of a paper; all of them come before the paper itself. */
  | { readonly kind: "chunk"; readonly paper: PaperId; readonly index: number; readonly bytes: Bytes }
  /** A paper whose bytes the server does not have. `json`: its name and manifest. */
  | { readonly kind: "paper"; readonly paper: PaperId; readonly scope: ScopeId; readonly json: string }
  /** Written by a later version. */
  | { readonly kind: "unknown" };

/** Longest item that is believed: far beyond any entry. */
const MAX_ITEM_BYTES = 16 * 1024 * 1024;
const LENGTH_BYTES = 4;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** With its length before it. */
export function encodeItem(item: Exclude<BackupItem, { kind: "unknown" }>): Bytes {
  const body = bodyOf(item);
  return concat(u32(body.length), body);
}

function bodyOf(item: Exclude<BackupItem, { kind: "unknown" }>): Bytes {
  switch (item.kind) {
    case "entry":
      return fields("entry", item.bytes);
    case "typing":
      return fields("typing", idBytes(item.scope), encoder.encode(item.json));
    case "note":
      return fields("note", encoder.encode(item.name), encoder.encode(item.text));
    case "chunk":
      return fields("chunk", idBytes(item.paper), u32(item.index), item.bytes);
    case "paper":
      return fields("paper", idBytes(item.paper), idBytes(item.scope), encoder.encode(item.json));
  }
}

function decodeItem(body: Bytes): BackupItem | undefined {
  const read = parseFields(body);
  const [first, second, third] = read?.parts ?? [];
  if (!read || !first) return undefined;
  switch (read.label) {
    case "entry":
      return { kind: "entry", bytes: first };
    case "typing":
      return second && first.length === 16
        ? { kind: "typing", scope: idFromBytes(first), json: decoder.decode(second) }
        : undefined;
    case "note":
      return second && { kind: "note", name: decoder.decode(first), text: decoder.decode(second) };
    case "chunk": {
      const index = second && parseUint(second);
      if (!third || index === undefined || first.length !== 16) return undefined;
      return { kind: "chunk", paper: idFromBytes(first), index, bytes: third };
    }
    case "paper": {
      if (!second || !third || first.length !== 16 || second.length !== 16) return undefined;
      const [paper, scope] = [idFromBytes<PaperId>(first), idFromBytes<ScopeId>(second)];
      return { kind: "paper", paper, scope, json: decoder.decode(third) };
    }
    default:
      return { kind: "unknown" };
  }
}

/** The items did not come apart as they were put together. */
export class BadItemsError extends Error {
  override name = "BadItemsError";
}

/** Takes the parts' plain bytes apart, one after another, holding no more than an item and a part at once. */
export async function* readItems(parts: AsyncIterable<Bytes>): AsyncGenerator<BackupItem> {
  let held: Bytes = new Uint8Array(0);
  let ended = false;
  for await (const part of parts) {
    if (ended) throw new BadItemsError();
    held = concat(held, part);
    while (held.length >= LENGTH_BYTES && !ended) {
      const length = parseUint(held.subarray(0, LENGTH_BYTES)) as number;
      if (length > MAX_ITEM_BYTES) throw new BadItemsError();
      if (length === 0) ended = true;
      else if (held.length < LENGTH_BYTES + length) break;
      else {
        const item = decodeItem(held.slice(LENGTH_BYTES, LENGTH_BYTES + length));
        if (!item) throw new BadItemsError();
        yield item;
        held = held.slice(LENGTH_BYTES + length);
      }
    }
  }
  if (!ended || held.some((byte) => byte !== 0)) throw new BadItemsError();
}
