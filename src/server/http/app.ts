/** The HTTP server, put together. */
import { resolve } from "node:path";
import { createHash } from "node:crypto";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import fastify, { type FastifyInstance } from "fastify";
import { describeFault } from "../log.ts";
import { addBlobRoutes } from "./blobRoutes.ts";
import { acceptOnlyJson } from "./body.ts";
import { addCalendarRoutes } from "./calendarRoutes.ts";
import { addEnrolRoutes, addSessionRoutes } from "./enrolRoutes.ts";
import { addHeaders, guardWrites } from "./guard.ts";
import { addNoticeRoutes } from "./noticeRoutes.ts";
import { COOKIE, type HttpParts } from "./parts.ts";
import { addPublicRoutes } from "./publicRoutes.ts";
import { codeOf, refuse } from "./replies.ts";
import { addStaticFiles } from "./staticFiles.ts";
import { addSyncRoutes } from "./syncRoutes.ts";

export type AppOptions = {
  readonly distDir: string;
  readonly trustProxy: boolean;
  readonly tls: boolean;
};

/** Eight megabytes over a poor mobile connection; and no longer, or slow senders could hold every socket. */
const REQUEST_TIMEOUT_MS = 120_000;
const HEADERS_TIMEOUT_MS = 10_000;
const DEFAULT_BODY_BYTES = 64 * 1024;

export async function buildApp(parts: HttpParts, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    // One hop: the address our proxy wrote. All before it is the sender's own word.
    trustProxy: options.trustProxy && ((_address, hop) => hop === 0),
    bodyLimit: DEFAULT_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 100 },
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
  });
  app.server.headersTimeout = HEADERS_TIMEOUT_MS;
  app.setErrorHandler(async (error, request, reply) => {
    const code = codeOf(error);
    if (code === "unavailable") {
      const route = request.routeOptions.url ?? "none";
      parts.log({ event: "fault", method: request.method, route, fault: describeFault(error) });
    }
    return refuse(reply, code);
  });

  addHeaders(app, options);
  guardWrites(app);
  logRequests(app, parts);
  acceptOnlyJson(app);
  await app.register(cookie);
  // Replies only: a compressed request would let a few bytes become gigabytes.
  await app.register(compress, {
    globalDecompression: false,
    encodings: ["br", "gzip"],
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
    zlibOptions: { level: 1 },
  });
  addEnrolRoutes(app, parts);
  addSessionRoutes(app, parts);
  addSyncRoutes(app, parts);
  await addBlobRoutes(app, parts);
  addPublicRoutes(app, parts);
  addNoticeRoutes(app, parts);
  addCalendarRoutes(app, parts);
  await addStaticFiles(app, resolve(options.distDir));
  app.addHook("preClose", async () => parts.hub.close());
  return app;
}

function logRequests(app: FastifyInstance, parts: HttpParts): void {
  const salt = parts.random(16);
  app.addHook("onResponse", async (request, reply) => {
    const session = request.cookies?.[COOKIE];
    const who = session && createHash("sha256").update(salt).update(session).digest("hex").slice(0, 8);
    parts.log({
      event: "request",
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(who ? { who } : {}),
    });
  });
}
