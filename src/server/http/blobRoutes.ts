/** Papers' bytes: declared, sent, and fetched. Bodies are limited, and access is checked, before they are read. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Bytes } from "../../domain/bytes.ts";
import { MAX_CHUNK_BYTES, MAX_CHUNKS } from "../../domain/blob.ts";
import { blobIdSchema, idSchema, type ScopeId } from "../../domain/ids.ts";
import { BlobRequest, BYTES_TYPE, PROTOCOL_VERSION } from "../../sync/protocol.ts";
import { accessFault, type BlobOutcome, declareBlob, findBlob, findChunk, takeChunk } from "../blobs.ts";
import { findSession } from "../sessions.ts";
import type { SessionRow, StoredBlob } from "../store/port.ts";
import { isFromElsewhere } from "./guard.ts";
import { COOKIE, type HttpParts, requireSession } from "./parts.ts";
import { parseBody, refuse } from "./replies.ts";

const version = PROTOCOL_VERSION;
/** MAX_CHUNKS hashes and lengths. */
const MANIFEST_BYTES = 32 * 1024;
const BLOB = "/blobs/:scope/:blob";

const Place = z.object({ scope: idSchema<ScopeId>(), blob: blobIdSchema });
/** One spelling of an index: what a URL holds is text. */
const Index = z
  .string()
  .regex(/^(0|[1-9]\d{0,2})$/)
  .transform(Number)
  .refine((index) => index < MAX_CHUNKS);
const ChunkPlace = Place.extend({ index: Index });

const answer = (reply: FastifyReply, outcome: BlobOutcome<StoredBlob>) =>
  outcome.ok ? { version, ...outcome.value } : refuse(reply, outcome.error);

/** Has a live session, and may write where the address says; otherwise the refusal is sent and no body is read. */
async function admitWriter(parts: HttpParts, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const session = await requireSession(parts, request, reply, { touch: true });
  if (!session) return;
  const place = Place.safeParse(request.params);
  const reading = parts.store.reading(session.partnership);
  const fault = place.success
    ? await accessFault(reading, place.data.scope, session, "contribute")
    : "bad-request";
  if (fault) await refuse(reply, fault);
}

/** The session that `admitWriter` found live. */
const sessionOf = (parts: HttpParts, request: FastifyRequest): Promise<SessionRow | undefined> =>
  findSession(parts, request.cookies[COOKIE], { touch: false });

/** In a context of its own: no other route takes bytes. */
export async function addBlobRoutes(root: FastifyInstance, parts: HttpParts): Promise<void> {
  await root.register(async (app) => {
    app.addContentTypeParser(BYTES_TYPE, { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    addWriting(app, parts);
    addReading(app, parts);
  });
}

function addWriting(app: FastifyInstance, parts: HttpParts): void {
  app.put(BLOB, {
    bodyLimit: MANIFEST_BYTES,
    preParsing: (request, reply) => admitWriter(parts, request, reply),
    handler: async (request, reply) => {
      const session = await sessionOf(parts, request);
      if (!session) return refuse(reply, "no-session");
      const body = parseBody(BlobRequest, request.body);
      if (!body.ok) return refuse(reply, body.error);
      const place = Place.parse(request.params);
      return answer(reply, await declareBlob(parts, session, place, body.value.manifest));
    },
  });

  app.put(`${BLOB}/:index`, {
    bodyLimit: MAX_CHUNK_BYTES,
    preParsing: (request, reply) => admitWriter(parts, request, reply),
    handler: async (request, reply) => {
      const session = await sessionOf(parts, request);
      if (!session) return refuse(reply, "no-session");
      const place = ChunkPlace.safeParse(request.params);
      if (!place.success || !(request.body instanceof Uint8Array)) return refuse(reply, "bad-request");
      const { index } = place.data;
      return answer(reply, await takeChunk(parts, session, place.data, index, request.body as Bytes));
    },
  });
}

function addReading(app: FastifyInstance, parts: HttpParts): void {
  app.get(BLOB, async (request, reply) => {
    if (isFromElsewhere(request)) return refuse(reply, "bad-request");
    const session = await requireSession(parts, request, reply, { touch: true });
    if (!session) return reply;
    const place = Place.safeParse(request.params);
    if (!place.success) return refuse(reply, "bad-request");
    return answer(reply, await findBlob(parts, session, place.data));
  });

  app.get(`${BLOB}/:index`, async (request, reply) => {
    if (isFromElsewhere(request)) return refuse(reply, "bad-request");
    const session = await requireSession(parts, request, reply, { touch: true });
    if (!session) return reply;
    const place = ChunkPlace.safeParse(request.params);
    if (!place.success) return refuse(reply, "bad-request");
    const found = await findChunk(parts, session, place.data, place.data.index);
    if (!found.ok) return refuse(reply, found.error);
    // A Buffer over the same memory: the framework takes a plain Uint8Array for an object.
    const { buffer, byteOffset, byteLength } = found.value;
    return reply.type(BYTES_TYPE).send(Buffer.from(buffer, byteOffset, byteLength));
  });
}
