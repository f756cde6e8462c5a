/** What anybody may read of a panel: published by co-ordinators and chairs, served as a page, a calendar file and data. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { datesCalendar } from "../../domain/icalendar.ts";
import { PublicAddress, PublicDates } from "../../domain/publicDates.ts";
import { PROTOCOL_VERSION, type PublicReply, PublishRequest } from "../../sync/protocol.ts";
import { PAGE_STYLE, publicPage } from "../publicPage.ts";
import { findSession } from "../sessions.ts";
import { leads } from "./leader.ts";
import { admitStranger, COOKIE, type HttpParts, requireSession } from "./parts.ts";
import { parseBody, refuse } from "./replies.ts";

const version = PROTOCOL_VERSION;
const PAGE = "/public/:address";
/** Two hundred dates. */
const LIST_BYTES = 64 * 1024;

/** As it is kept: with the server's own time of publishing. */
const Published = z.object({ publishedMs: z.int(), list: PublicDates });
type Published = z.infer<typeof Published>;

const addressOf = (request: FastifyRequest): string | undefined =>
  z.object({ address: PublicAddress }).safeParse(request.params).data?.address;

/** Only who leads may publish; otherwise the refusal is sent and no body is read. */
async function admitLeader(parts: HttpParts, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const session = await requireSession(parts, request, reply, { touch: true });
  if (session && !(await leads(parts, session))) await refuse(reply, "not-allowed");
}

export function addPublicRoutes(app: FastifyInstance, parts: HttpParts): void {
  addPublishing(app, parts);
  addReading(app, parts);
}

function addPublishing(app: FastifyInstance, parts: HttpParts): void {
  app.put(PAGE, {
    bodyLimit: LIST_BYTES,
    preParsing: (request, reply) => admitLeader(parts, request, reply),
    handler: async (request, reply) => {
      const session = await findSession(parts, request.cookies[COOKIE], { touch: false });
      if (!session) return refuse(reply, "no-session");
      const address = addressOf(request);
      const body = parseBody(PublishRequest, request.body);
      if (!body.ok || address === undefined) return refuse(reply, body.ok ? "bad-request" : body.error);
      const published: Published = { publishedMs: parts.now(), list: body.value.list };
      const bytes = new TextEncoder().encode(JSON.stringify(published));
      const outcome = await parts.store.putPublic(session.partnership, address, bytes);
      if (outcome === "stored") return { version };
      return refuse(reply, outcome === "taken" ? "address-taken" : "too-many");
    },
  });

  app.delete(PAGE, {
    bodyLimit: LIST_BYTES,
    preParsing: (request, reply) => admitLeader(parts, request, reply),
    handler: async (request, reply) => {
      const session = await findSession(parts, request.cookies[COOKIE], { touch: false });
      if (!session) return refuse(reply, "no-session");
      const address = addressOf(request);
      if (address === undefined) return refuse(reply, "bad-request");
      await parts.store.removePublic(session.partnership, address);
      return reply.code(204).send();
    },
  });
}

function addReading(app: FastifyInstance, parts: HttpParts): void {
  /** Undefined where nothing is published, or the refusal was sent. */
  const find = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!(await admitStranger(parts, request, reply))) return undefined;
    const address = addressOf(request);
    const bytes = address === undefined ? undefined : await parts.store.publicList(address);
    if (address !== undefined && bytes) {
      return { address, ...Published.parse(JSON.parse(new TextDecoder().decode(bytes))) };
    }
    await refuse(reply, "not-found");
    return undefined;
  };

  app.get("/public/page.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(PAGE_STYLE));

  app.get(PAGE, async (request, reply) => {
    const found = await find(request, reply);
    if (!found) return reply;
    const page = publicPage(found.list, found.address, parts.now());
    return reply.type("text/html; charset=utf-8").send(page);
  });

  app.get(`${PAGE}/panel.json`, async (request, reply) => {
    const found = await find(request, reply);
    if (!found) return reply;
    const answer: PublicReply = { version, list: found.list };
    return answer;
  });

  app.get(`${PAGE}/dates.ics`, async (request, reply) => {
    const found = await find(request, reply);
    if (!found) return reply;
    const { host } = new URL(parts.origin());
    return reply
      .type("text/calendar; charset=utf-8")
      .header("content-disposition", `inline; filename="dates.ics"`)
      .send(datesCalendar(found.list, { host, stampMs: found.publishedMs }));
  });
}
