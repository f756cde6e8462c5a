/** Requests outside the replication: enrolment, and membership changes that must be decided at once. */
import { type Bytes, parseB64, toB64 } from "../domain/bytes.ts";
import { ChainReply, HealthReply, PROTOCOL_VERSION, PushReply, PushResult, SetupReply } from "./protocol.ts";
import type { ServerSession } from "./session.ts";
import type { Answer, Transport } from "./transport.ts";

const version = PROTOCOL_VERSION;

export const setUp = (transport: Transport, secret: Bytes, entry: Bytes) =>
  transport.post("/setup", { version, secret: toB64(secret), entry: toB64(entry) }, SetupReply);

/** The directory chain, shown to whoever holds the invite. */
export async function look(
  transport: Transport,
  link: { partnership: string; invite: string },
  signature: Bytes,
): Promise<Answer<Bytes[]>> {
  const answer = await transport.post(
    "/join/look",
    { version, ...link, signature: toB64(signature) },
    ChainReply,
  );
  if (!answer.ok) return answer;
  return { ok: true, value: bytesOf(answer.value) };
}

/** The same for somebody with a session. */
export async function directoryChain(transport: Transport, session: ServerSession): Promise<Answer<Bytes[]>> {
  const answer = await session.call(() => transport.get("/sync/directory", ChainReply));
  return answer.ok ? { ok: true, value: bytesOf(answer.value) } : answer;
}

const bytesOf = ({ entries }: ChainReply) => entries.map((entry) => parseB64(entry) ?? new Uint8Array(0));

export const join = (transport: Transport, entry: Bytes): Promise<Answer<PushResult>> =>
  transport.post("/join", { version, entry: toB64(entry) }, PushResult);

/** Pushes entries now and says what became of each. */
export async function pushNow(
  transport: Transport,
  session: ServerSession,
  entries: readonly Bytes[],
): Promise<Answer<readonly PushResult[]>> {
  const body = { version, entries: entries.map((entry) => toB64(entry)) };
  const answer = await session.call(() => transport.post("/sync/push", body, PushReply));
  return answer.ok ? { ok: true, value: answer.value.results } : answer;
}

export const health = (transport: Transport) => transport.get("/health", HealthReply);
