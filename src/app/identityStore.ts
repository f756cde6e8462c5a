/** The sealed identity on the device, the count of wrong passphrases, and a marker that tells when it was lost. */
import { parseB64, toB64Url } from "../domain/bytes.ts";
import { SealedIdentity } from "../crypto/identity.ts";
import type { Lost } from "./stages.ts";
import type { LocalStore } from "../store/localStore.ts";

const IDENTITY = "identity";
const ATTEMPTS = "wrong-passphrases";
/** Kept where clearing the database does not reach; it says only that someone belonged to this device. */
const MARKER = "confer-in-use";
const UNSENT = "confer-unsent";

export const MAX_ATTEMPTS = 10;

export async function loadIdentity(local: LocalStore): Promise<SealedIdentity | undefined> {
  const parsed = SealedIdentity.safeParse((await local.facts.get(IDENTITY))?.value);
  return parsed.success ? parsed.data : undefined;
}

/** An identity as a link carries it: base64url of its JSON. */
export function parseIdentity(text: string): SealedIdentity | undefined {
  const bytes = parseB64(text, "base64url");
  try {
    const parsed = SealedIdentity.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export const formatIdentity = (identity: SealedIdentity): string =>
  toB64Url(new TextEncoder().encode(JSON.stringify(identity)));

export async function saveIdentity(local: LocalStore, identity: SealedIdentity): Promise<void> {
  await local.facts.put({ key: IDENTITY, value: identity });
  await local.facts.delete(ATTEMPTS);
  try {
    localStorage.setItem(MARKER, "1");
  } catch {
    // Without the marker a loss cannot be told from a new device; nothing else depends on it.
  }
}

/** To be asked where there is no identity: whether this device was in use, and how much then waited to be sent. */
export function findLoss(): Lost | undefined {
  try {
    if (localStorage.getItem(MARKER) !== "1") return undefined;
    const count = Number(localStorage.getItem(UNSENT) ?? "unknown");
    return { unsent: Number.isSafeInteger(count) && count >= 0 ? count : undefined };
  } catch {
    return undefined;
  }
}

/** Keeps the number, and nothing else, where clearing the database does not reach. */
export function noteUnsent(count: number): void {
  try {
    localStorage.setItem(UNSENT, String(count));
  } catch {
    // Then a loss is told without its size.
  }
}

/**
 * Counts a wrong passphrase. After the last, the envelope that a passphrase opens is erased: the recovery code
 * still opens the other, and nothing that was written is lost. This stops a bystander, not a copied disk.
 */
export async function countWrong(local: LocalStore, identity: SealedIdentity): Promise<number> {
  const before = (await local.facts.get(ATTEMPTS))?.value;
  const attempts = (typeof before === "number" ? before : 0) + 1;
  await local.facts.put({ key: ATTEMPTS, value: attempts });
  if (attempts >= MAX_ATTEMPTS)
    await local.facts.put({ key: IDENTITY, value: { ...identity, byPassphrase: "" } });
  return Math.max(0, MAX_ATTEMPTS - attempts);
}

export const forgetWrong = (local: LocalStore): Promise<void> => local.facts.delete(ATTEMPTS);
