/** What the routes are given. `server.ts` makes it; nothing here reaches for a global. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Hub } from "../hub.ts";
import type { Log } from "../log.ts";
import type { Notices } from "../notices/notices.ts";
import { findSession, type SessionParts } from "../sessions.ts";
import type { SessionRow } from "../store/port.ts";
import { addressKey, type Limiter } from "./rate.ts";
import { refuse } from "./replies.ts";

export const COOKIE = "__Host-confer";

export type HttpParts = SessionParts & {
  /** As the browser states it; known once the server listens. */
  readonly origin: () => string;
  readonly demonstration: boolean;
  readonly hub: Hub;
  readonly log: Log;
  readonly notices: Notices;
  /** For requests without a session, by address. */
  readonly strangers: Limiter;
  /** For requests with one, by device. */
  readonly devices: Limiter;
};

/** True if the request may go on; otherwise the refusal has been sent. */
export async function admitStranger(
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  if (parts.strangers.take(addressKey(request.ip))) return true;
  await refuse(reply, "too-many");
  return false;
}

/** The live session of the request; undefined if a refusal has been sent. */
export async function requireSession(
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { touch }: { touch: boolean },
): Promise<SessionRow | undefined> {
  const session = await findSession(parts, request.cookies[COOKIE], { touch });
  if (!session) await refuse(reply, "no-session");
  else if (!parts.devices.take(session.device)) await refuse(reply, "too-many");
  else return session;
  return undefined;
}
