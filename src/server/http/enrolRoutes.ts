/** Set-up, invites and sessions: the routes of those who have no session yet. */
import type { FastifyInstance } from "fastify";
import { toB64 } from "../../domain/bytes.ts";
import {
  ChallengeRequest,
  JoinRequest,
  LookRequest,
  PROTOCOL_VERSION,
  SessionRequest,
  SetupRequest,
} from "../../sync/protocol.ts";
import { join, look, setUp } from "../enrol.ts";
import { challenge, IDLE_MS, logIn, logOut } from "../sessions.ts";
import { admitStranger, COOKIE, type HttpParts } from "./parts.ts";
import { parseBody, refuse } from "./replies.ts";

const version = PROTOCOL_VERSION;
const SMALL_BYTES = 64 * 1024;
/** One entry of the largest size, as base64. */
const ENTRY_BYTES = 400 * 1024;
// Secure always: browsers count http://localhost as a secure place.
const COOKIE_RULES = { path: "/", httpOnly: true, secure: true, sameSite: "strict" } as const;

export function addEnrolRoutes(app: FastifyInstance, parts: HttpParts): void {
  app.post("/setup", { bodyLimit: ENTRY_BYTES }, async (request, reply) => {
    if (!(await admitStranger(parts, request, reply))) return reply;
    const body = parseBody(SetupRequest, request.body);
    if (!body.ok) return refuse(reply, body.error);
    const outcome = await setUp(parts, body.value.secret, body.value.entry);
    return typeof outcome === "string" ? refuse(reply, outcome) : { version, seq: outcome.seq };
  });

  app.post("/join/look", { bodyLimit: SMALL_BYTES }, async (request, reply) => {
    if (!(await admitStranger(parts, request, reply))) return reply;
    const body = parseBody(LookRequest, request.body);
    if (!body.ok) return refuse(reply, body.error);
    const entries = await look(parts, body.value);
    return entries ? { version, entries } : refuse(reply, "invite-closed");
  });

  app.post("/join", { bodyLimit: ENTRY_BYTES }, async (request, reply) => {
    if (!(await admitStranger(parts, request, reply))) return reply;
    const body = parseBody(JoinRequest, request.body);
    return body.ok ? join(parts, body.value.entry) : refuse(reply, body.error);
  });
}

/** In a demonstration each person has an address of their own on this machine, so that one browser holds several. */
function originOf(parts: HttpParts, host = ""): string {
  const own = parts.demonstration && /^[a-z-]{1,40}\.localhost(:\d{1,5})?$/.test(host);
  return own ? `http://${host}` : parts.origin();
}

export function addSessionRoutes(app: FastifyInstance, parts: HttpParts): void {
  app.post("/session/challenge", { bodyLimit: SMALL_BYTES }, async (request, reply) => {
    if (!(await admitStranger(parts, request, reply))) return reply;
    const body = parseBody(ChallengeRequest, request.body);
    if (!body.ok) return refuse(reply, body.error);
    return { version, nonce: toB64(await challenge(parts, body.value.device)) };
  });

  app.post("/session", { bodyLimit: SMALL_BYTES }, async (request, reply) => {
    if (!(await admitStranger(parts, request, reply))) return reply;
    const body = parseBody(SessionRequest, request.body);
    if (!body.ok) return refuse(reply, body.error);
    const cookie = await logIn(parts, body.value, originOf(parts, request.headers.host));
    if (!cookie) return refuse(reply, "no-session");
    reply.setCookie(COOKIE, cookie, COOKIE_RULES);
    return { version, nowMs: parts.now(), idleMs: IDLE_MS };
  });

  app.delete("/session", { bodyLimit: SMALL_BYTES }, async (request, reply) => {
    if (!(await admitStranger(parts, request, reply))) return reply;
    const cookie = request.cookies[COOKIE];
    await logOut(parts, cookie);
    if (cookie) parts.hub.end(cookie);
    return reply.clearCookie(COOKIE, COOKIE_RULES).code(204).send();
  });
}
