/** What every reply carries, and what every request that changes something must show. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { CLIENT_HEADER, type ErrorCode, PROTOCOL_VERSION } from "../../sync/protocol.ts";
import { contentSecurityPolicy } from "../csp.ts";
import { refuse } from "./replies.ts";

const PERMISSIONS = [
  "accelerometer",
  "browsing-topics",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
];

/** The one page that looks through the camera, for the code on paper. */
const CAMERA_PAGE = "/check";

/** `url`: as it stands in the request. Frames of another origin have nothing in any case. */
function permissionsOf(url: string): string {
  const camera = url.split("?", 1)[0] === CAMERA_PAGE ? "camera=(self)" : "camera=()";
  return [camera, ...PERMISSIONS.map((name) => `${name}=()`)].join(", ");
}

const HEADERS = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
  "cache-control": "no-store",
} as const;

/** Two years. Sent only when TLS is stated, or a plain local trial would pin the browser to https. */
const HSTS = "max-age=63072000; includeSubDomains; preload";

export function addHeaders(app: FastifyInstance, { tls }: { tls: boolean }): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(HEADERS);
    reply.header("permissions-policy", permissionsOf(request.url));
    if (tls) reply.header("strict-transport-security", HSTS);
  });
}

/** A page of another site may not even ask. Absent in browsers before 2023: the client header remains. */
export function isFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  return site !== undefined && site !== "same-origin" && site !== "none";
}

/** A custom header cannot be sent across origins without a preflight, which this server never answers. */
function faultOf(request: FastifyRequest): ErrorCode | undefined {
  const client = request.headers[CLIENT_HEADER];
  if (client === undefined || isFromElsewhere(request)) return "bad-request";
  return client === String(PROTOCOL_VERSION) ? undefined : "old-client";
}

export function guardWrites(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    if (request.method === "GET" || request.method === "HEAD") return;
    const fault = faultOf(request);
    if (fault) await refuse(reply, fault);
  });
}
