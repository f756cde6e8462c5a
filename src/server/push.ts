/**
 * Taking in entries. Every entry has its own outcome; one refused never holds up the next. Whoever is not a
 * member of a scope gets the same answer whether it exists or not.
 */
import { equalBytes, parseB64 } from "../domain/bytes.ts";
import { type Entry, MAX_ENTRY_BYTES, parseEntry } from "../domain/entry.ts";
import { checkContent } from "../domain/membership/content.ts";
import { parseMembership } from "../domain/membership/events.ts";
import type { Verifier } from "../domain/membership/state.ts";
import type { PushResult, Refusal } from "../sync/protocol.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import type { States } from "./states.ts";
import type { SessionRow, Store, Transaction } from "./store/port.ts";

export type PushParts = { readonly store: Store; readonly states: States; readonly verifier: Verifier };
export type Author = Pick<SessionRow, "partnership" | "user">;

const refused = (reason: Refusal): PushResult => ({ outcome: "refused", reason });
const stored = (seq: number): PushResult => ({ outcome: "stored", seq });

/**
 * Resolves once all that is answered `stored` is durable.
 *
 * [Note: whose entries] A session may push what its user wrote on any of their devices, so that a backup reaches the
 * server by another device than the one that is gone. That the device is the author's, and the signature that device's,
 * is checked for every entry alike: `checkContent` and the membership rules look the key up in the directory.
 */
export async function push(
  parts: PushParts,
  author: Author,
  texts: readonly string[],
): Promise<PushResult[]> {
  const { store, states, verifier } = parts;
  const { results, ledger } = await store.transaction(author.partnership, async (tx) => {
    const opened = await openLedger(tx, author.partnership, states, verifier);
    const outcomes: PushResult[] = [];
    for (const text of texts) outcomes.push(await pushOne(text, author, tx, opened, verifier));
    return { results: outcomes, ledger: opened };
  });
  ledger.keep();
  return results;
}

async function pushOne(
  text: string,
  author: Author,
  tx: Transaction,
  ledger: Ledger,
  verifier: Verifier,
): Promise<PushResult> {
  const read = readEntry(text);
  if (typeof read === "string") return refused(read);
  const { header } = read;
  if (header.partnership !== author.partnership) return refused("wrong-partnership");
  if (header.author !== author.user) return refused("wrong-author");
  const before = await findStored(tx, read);
  if (before) return before;
  return header.kind === "membership"
    ? extendChain(read, tx, ledger)
    : storeContent(read, tx, ledger, verifier);
}

/** Base64 in, an entry or why not. */
export function readEntry(text: string): Entry | Refusal {
  const bytes = parseB64(text);
  if (!bytes) return "malformed";
  if (bytes.length > MAX_ENTRY_BYTES) return "too-large";
  const read = parseEntry(bytes);
  return read.ok ? read.entry : "malformed";
}

/** The answer to an entry whose id is stored: the same bytes again are welcome, other bytes are not. */
export async function findStored(tx: Transaction, entry: Entry): Promise<PushResult | undefined> {
  const found = await tx.find(entry.header.id);
  if (!found) return undefined;
  return equalBytes(found.bytes, entry.bytes) ? stored(found.seq) : refused("id-taken");
}

async function extendChain(entry: Entry, tx: Transaction, ledger: Ledger): Promise<PushResult> {
  const { scope, author } = entry.header;
  const read = parseMembership(entry.body);
  if (!read.ok) return refused(read.fault);
  // Accepting an invite has its own door, where the invite's expiry is checked by the server's clock.
  if (read.event.type === "accept" || read.event.type === "found") return refused("not-allowed");
  const opens = read.event.type === "open";
  if (!opens && (await tx.reach(scope, author)) === undefined) return refused("unknown-scope");
  const outcome = await ledger.extend(entry);
  return typeof outcome === "string" ? refused(outcome) : stored(outcome.seq);
}

async function storeContent(
  entry: Entry,
  tx: Transaction,
  ledger: Ledger,
  verifier: Verifier,
): Promise<PushResult> {
  const { scope, author, device, authorSeq } = entry.header;
  const reach = await tx.reach(scope, author);
  const directory = ledger.directory();
  const state = reach && (await ledger.scope(scope));
  if (!directory || !state) return refused("unknown-scope");
  const fault = checkContent(entry, state, directory, verifier);
  if (fault) return refused(fault);
  if (await tx.hasSequence(scope, device, authorSeq)) return refused("sequence-taken");
  return stored(await tx.append(entry, undefined));
}
