/** Pull, push, the stream of pokes, and health. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { MAX_PUSH_BYTES, PROTOCOL_VERSION, PullRequest, PushRequest } from "../../sync/protocol.ts";
import { toB64 } from "../../domain/bytes.ts";
import { directoryOf } from "../enrol.ts";
import { push } from "../push.ts";
import { findSession } from "../sessions.ts";
import { isFromElsewhere } from "./guard.ts";
import { COOKIE, type HttpParts, requireSession } from "./parts.ts";
import { parseBody, refuse } from "./replies.ts";

const version = PROTOCOL_VERSION;
const PULL_BODY_BYTES = 64 * 1024;

export function addSyncRoutes(app: FastifyInstance, parts: HttpParts): void {
  app.post("/sync/pull", { bodyLimit: PULL_BODY_BYTES }, async (request, reply) => {
    const session = await requireSession(parts, request, reply, { touch: true });
    if (!session) return reply;
    const body = parseBody(PullRequest, request.body);
    if (!body.ok) return refuse(reply, body.error);
    const { checkpoint, limit } = body.value;
    const page = await parts.store.pull(session.partnership, session.user, checkpoint, limit);
    const entries = page.entries.map(({ id, scope, seq, bytes }) => ({
      id,
      scope,
      seq,
      entry: toB64(bytes),
    }));
    const { checkpoint: reached, latest, restored } = page;
    return { version, entries, checkpoint: reached, latest, ...(restored && { restored }) };
  });

  app.post("/sync/push", {
    bodyLimit: MAX_PUSH_BYTES,
    // Before the body is read: a stranger cannot make the server hold eight megabytes.
    preParsing: async (request, reply) => {
      await requireSession(parts, request, reply, { touch: true });
    },
    handler: async (request, reply) => {
      const session = await findSession(parts, request.cookies[COOKIE], { touch: false });
      if (!session) return refuse(reply, "no-session");
      const body = parseBody(PushRequest, request.body);
      if (!body.ok) return refuse(reply, body.error);
      return { version, results: await push(parts, session, body.value.entries) };
    },
  });

  app.get("/sync/directory", async (request, reply) => {
    if (isFromElsewhere(request)) return refuse(reply, "bad-request");
    const session = await requireSession(parts, request, reply, { touch: true });
    if (!session) return reply;
    return { version, entries: await directoryOf(parts, session.partnership) };
  });

  app.get("/sync/stream", async (request, reply) => {
    if (isFromElsewhere(request)) return refuse(reply, "bad-request");
    const session = await requireSession(parts, request, reply, { touch: false });
    if (!session) return reply;
    return openStream(parts, request, reply, session);
  });

  app.get("/health", async () => ({
    version,
    nowMs: parts.now(),
    setUp: await parts.store.isSetUp(),
    demonstration: parts.demonstration,
  }));
}

/** Hands the connection to the hub, which says `RESYNC` at once, and again whenever there is something. */
function openStream(
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Parameters<HttpParts["hub"]["add"]>[0]["session"],
): FastifyReply {
  const cookie = request.cookies[COOKIE] as string;
  if (!parts.hub.hasRoom(session.device)) return refuse(reply, "too-many");
  reply.hijack();
  const { raw } = reply;
  // A proxy that buffers would hold pokes back.
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    "content-type": "text/event-stream",
    "x-accel-buffering": "no",
  });
  const leave = parts.hub.add({
    session,
    cookie,
    write: (text) => void raw.write(text),
    close: () => void raw.end(),
    isLive: async () => (await findSession(parts, cookie, { touch: false })) !== undefined,
  });
  raw.on("close", leave);
  return reply;
}
