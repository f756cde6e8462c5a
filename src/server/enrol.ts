/** How people come in: the set-up link of the first run, and invites. Source: docs/protocol.md section 5. */
import { parseB64, toB64 } from "../domain/bytes.ts";
import type { Entry } from "../domain/entry.ts";
import { parseMembership } from "../domain/membership/events.ts";
import { lookBytes } from "../domain/session.ts";
import type { LookRequest, PushResult } from "../sync/protocol.ts";
import { openLedger } from "./ledger.ts";
import { findStored, type PushParts, readEntry } from "./push.ts";

export type EnrolParts = PushParts & { readonly now: () => number };

const SECRET_LABEL = "confer/1/setup-secret";

/** Stands in where an invite is unknown, so that the answer takes as long. The point is Ed25519's base. */
export const NO_KEY = new Uint8Array(32).fill(0x66).with(0, 0x58);

export const hashSecret = (parts: PushParts, secret: Uint8Array) => parts.verifier.hash(SECRET_LABEL, secret);

/** Makes the partnership; undefined where the secret or the entry will not do. Repeating it is harmless. */
export async function setUp(
  parts: PushParts,
  secretText: string,
  entryText: string,
): Promise<{ seq: number } | "secret-spent" | "bad-request"> {
  const secret = parseB64(secretText);
  const entry = readEntry(entryText);
  if (secret?.length !== 32 || typeof entry === "string" || entry.header.kind !== "membership")
    return "bad-request";
  const { store, states, verifier } = parts;
  const { partnership, scope } = entry.header;
  try {
    const ledger = await store.transaction(partnership, async (tx) => {
      const spent = await tx.spendSetup(hashSecret(parts, secret));
      if (!spent) throw new Refused("secret-spent");
      const before = await findStored(tx, entry);
      if (before?.outcome === "stored") return { seq: before.seq, keep() {} };
      if (spent === "before" || (await store.isSetUp())) throw new Refused("secret-spent");
      await tx.found(scope);
      const opened = await openLedger(tx, partnership, states, verifier);
      const outcome = await opened.extend(entry);
      if (typeof outcome === "string") throw new Refused("bad-request");
      return { seq: outcome.seq, keep: opened.keep };
    });
    ledger.keep();
    return { seq: ledger.seq };
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

/** Thrown inside the set-up transaction only, to undo it: a secret is spent by success alone. */
class Refused extends Error {
  readonly code: "secret-spent" | "bad-request";
  constructor(code: "secret-spent" | "bad-request") {
    super(code);
    this.code = code;
  }
}

/** The directory chain, for whoever holds the key of an open invite. */
export async function look(parts: EnrolParts, request: LookRequest): Promise<string[] | undefined> {
  const { store, states, verifier, now } = parts;
  const reading = store.reading(request.partnership);
  const directory = await states.directory(request.partnership, reading);
  const invite = directory?.invites.get(request.invite);
  const signature = parseB64(request.signature) ?? new Uint8Array();
  const message = lookBytes(request.partnership, request.invite);
  const signed = verifier.verify(signature, message, invite?.inviteKey ?? NO_KEY);
  if (!directory || !signed || invite?.state !== "open" || invite.expiresMs < now()) return undefined;
  return (await reading.chain(directory.panel.scope, 0)).map(toB64);
}

/** The directory chain, for somebody with a session: everybody in the directory may read who belongs. */
export async function directoryOf(
  { store, states }: EnrolParts,
  partnership: LookRequest["partnership"],
): Promise<string[]> {
  const reading = store.reading(partnership);
  const directory = await states.directory(partnership, reading);
  return directory ? (await reading.chain(directory.panel.scope, 0)).map(toB64) : [];
}

/** A newcomer's acceptance of an invite. */
export async function join(parts: EnrolParts, entryText: string): Promise<PushResult> {
  const entry = readEntry(entryText);
  if (typeof entry === "string") return { outcome: "refused", reason: entry };
  const read = entry.header.kind === "membership" ? parseMembership(entry.body) : undefined;
  if (!read?.ok || read.event.type !== "accept") return { outcome: "refused", reason: "malformed" };
  return acceptInvite(parts, entry, read.event.invite);
}

async function acceptInvite(
  { store, states, verifier, now }: EnrolParts,
  entry: Entry,
  inviteId: LookRequest["invite"],
): Promise<PushResult> {
  const { partnership } = entry.header;
  const { result, ledger } = await store.transaction(partnership, async (tx) => {
    const opened = await openLedger(tx, partnership, states, verifier);
    const answer = (outcome: PushResult) => ({ result: outcome, ledger: opened });
    const directory = opened.directory();
    const before = await findStored(tx, entry);
    if (before) return answer(before);
    const invite = directory?.invites.get(inviteId);
    // An unknown partnership, scope or invite, and a closed invite: one answer.
    if (!directory || entry.header.scope !== directory.panel.scope || invite?.state !== "open")
      return answer({ outcome: "refused", reason: "invite-closed" });
    // The entry's own stamp is the newcomer's word; the server's clock is checked as well.
    if (invite.expiresMs < now()) return answer({ outcome: "refused", reason: "invite-expired" });
    const outcome = await opened.extend(entry);
    if (typeof outcome === "string") return answer({ outcome: "refused", reason: outcome });
    return answer({ outcome: "stored", seq: outcome.seq });
  });
  ledger.keep();
  return result;
}
