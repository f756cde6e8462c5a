/** Refusals of a whole request: one shape, one status for each code, nothing about why beyond it. */
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { type ErrorCode, PROTOCOL_VERSION } from "../../sync/protocol.ts";

const STATUS: Record<ErrorCode, number> = {
  "bad-request": 400,
  "no-session": 401,
  "secret-spent": 403,
  "invite-closed": 403,
  "not-allowed": 403,
  "not-found": 404,
  "wrong-code": 403,
  "code-spent": 403,
  "address-taken": 409,
  "too-large": 413,
  "old-client": 426,
  "too-many": 429,
  unavailable: 503,
  "scope-full": 507,
};

export const refuse = (reply: FastifyReply, error: ErrorCode): FastifyReply =>
  reply.code(STATUS[error]).send({ version: PROTOCOL_VERSION, error });

const OtherVersion = z.object({ version: z.int() }).refine(({ version }) => version !== PROTOCOL_VERSION);

/** A request's body, or the code to refuse it with. */
export function parseBody<T>(
  schema: z.ZodType<T>,
  body: unknown,
): { ok: true; value: T } | { ok: false; error: ErrorCode } {
  const read = schema.safeParse(body);
  if (read.success) return { ok: true, value: read.data };
  return { ok: false, error: OtherVersion.safeParse(body).success ? "old-client" : "bad-request" };
}

/** What an error that reached the framework becomes. Its message is never sent: it may quote the request. */
export function codeOf(error: unknown): ErrorCode {
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  if (status === 413) return "too-large";
  if (status === 429) return "too-many";
  if (status === 404) return "not-found";
  return typeof status === "number" && status >= 400 && status < 500 ? "bad-request" : "unavailable";
}
