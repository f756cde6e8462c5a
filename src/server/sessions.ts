/** Proving a device, and the session that follows. Source: docs/protocol.md section 5. */
import { ascii, parseB64, toB64Url } from "../domain/bytes.ts";
import { type DeviceId, isId, type PartnershipId } from "../domain/ids.ts";
import { loginBytes } from "../domain/session.ts";
import type { SessionRequest } from "../sync/protocol.ts";
import { type EnrolParts, NO_KEY } from "./enrol.ts";
import type { SessionRow } from "./store/port.ts";

const NONCE_MS = 60_000;
export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 12 * 60 * 60_000;
/** A session's last use is written at most this often: each write waits for the disk. */
const TOUCH_MS = 60_000;

export type SessionParts = EnrolParts & {
  readonly random: (length: number) => Uint8Array;
};

const hashOf = (parts: SessionParts, label: "nonce" | "token", bytes: Uint8Array) =>
  parts.verifier.hash(`confer/1/${label}`, bytes);

/** A nonce for any device, known or not: the answer must not tell. */
export async function challenge(parts: SessionParts, device: DeviceId): Promise<Uint8Array> {
  const nonce = parts.random(32);
  await parts.store.putNonce(hashOf(parts, "nonce", nonce), device, parts.now() + NONCE_MS);
  return nonce;
}

/**
 * The cookie's value, or undefined without a reason: a caller learns nothing about who is known.
 * `origin`: where the device must think it is.
 */
export async function logIn(
  parts: SessionParts,
  request: SessionRequest,
  origin: string,
): Promise<string | undefined> {
  const { store, states, verifier, now, random } = parts;
  const { partnership, user, device } = request;
  const nonce = parseB64(request.nonce) ?? new Uint8Array();
  const taken = await store.takeNonce(hashOf(parts, "nonce", nonce), device, now());
  const directory = await states.directory(partnership, store.reading(partnership));
  const known = directory?.devices.get(device);
  const message = loginBytes({ originBytes: ascii(origin), partnership, user, device, nonce });
  const signature = parseB64(request.signature) ?? new Uint8Array();
  const signed = verifier.verify(signature, message, known?.signKey ?? NO_KEY);
  if (!taken || !signed || known?.user !== user) return undefined;

  const token = random(32);
  const row: SessionRow = { partnership, user, device, madeMs: now(), seenMs: now() };
  await store.putSession(hashOf(parts, "token", token), row);
  return `${partnership}.${toB64Url(token)}`;
}

const isLive = (session: SessionRow, nowMs: number): boolean =>
  nowMs - session.seenMs < IDLE_MS && nowMs - session.madeMs < ABSOLUTE_MS;

/** The partnership is in the cookie so that the look-up stays within its part of the database. */
function parseCookie(
  value: string | undefined,
): { partnership: PartnershipId; token: Uint8Array } | undefined {
  const [partnership, text, ...rest] = value?.split(".") ?? [];
  const token = text === undefined ? undefined : parseB64(text, "base64url");
  if (!partnership || !isId(partnership) || token?.length !== 32 || rest.length > 0) return undefined;
  return { partnership: partnership as PartnershipId, token };
}

/** The live session of a cookie. `touch`: this use keeps it alive; a stream's own checks do not. */
export async function findSession(
  parts: SessionParts,
  cookie: string | undefined,
  { touch }: { touch: boolean },
): Promise<SessionRow | undefined> {
  const parsed = parseCookie(cookie);
  if (!parsed) return undefined;
  const hash = hashOf(parts, "token", parsed.token);
  const session = await parts.store.session(parsed.partnership, hash);
  const nowMs = parts.now();
  if (!session || !isLive(session, nowMs)) return undefined;
  if (touch && nowMs - session.seenMs >= TOUCH_MS) {
    await parts.store.touchSession(parsed.partnership, hash, nowMs);
  }
  return session;
}

export async function logOut(parts: SessionParts, cookie: string | undefined): Promise<void> {
  const parsed = parseCookie(cookie);
  if (parsed) await parts.store.endSession(parsed.partnership, hashOf(parts, "token", parsed.token));
}
