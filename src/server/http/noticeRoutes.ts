/** What a person chooses of notices, and what devices register. See `sync/noticesProtocol.ts`. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { toB64Url } from "../../domain/bytes.ts";
import {
  AddressRequest,
  CalendarRequest,
  ChoicesRequest,
  ConfirmAddressRequest,
  FailedReply,
  NoticeState,
  PushEndRequest,
  PushSubscriptionRequest,
  RemindersReply,
  RemindersRequest,
  type SentReply,
  SentRequest,
  TryRequest,
} from "../../sync/noticesProtocol.ts";
import { type ErrorCode, PROTOCOL_VERSION } from "../../sync/protocol.ts";
import { changeAddress, confirmAddress, dropAddress } from "../notices/address.ts";
import { makeTry } from "../notices/making.ts";
import { deviceIdOf, registerDevice, registerReminders } from "../notices/register.ts";
import { findSent } from "../notices/sent.ts";
import { findSession } from "../sessions.ts";
import type { SessionRow } from "../store/port.ts";
import { calendarPath } from "./calendarRoutes.ts";
import { isFromElsewhere } from "./guard.ts";
import { leads } from "./leader.ts";
import { COOKIE, type HttpParts, requireSession } from "./parts.ts";
import { parseBody, refuse } from "./replies.ts";

const version = PROTOCOL_VERSION;
const SMALL_BYTES = 16 * 1024;
/** Five hundred of each, with twenty days. */
const REMINDERS_BYTES = 384 * 1024;
const CALENDAR_BYTES = 128 * 1024;
/** Where a request has no body. */
const Nothing = z.unknown();

async function stateOf({ notices }: HttpParts, { partnership, user }: SessionRow): Promise<NoticeState> {
  const reading = notices.notices.look(partnership, user);
  const { choices, address } = await reading.person();
  const calendar = await reading.calendar();
  return {
    version,
    choices,
    mailOffered: notices.mailOffered,
    address,
    mailFailing: await reading.isFailing("mail"),
    pushKey: notices.pusher.publicKey,
    pushDevices: (await reading.devices()).length,
    calendar: calendar ? calendarPath(calendar.token) : null,
  };
}

/** A route that answers with the work's result, or with how notices stand where it has none of its own. */
function addWriting<T>(
  app: FastifyInstance,
  parts: HttpParts,
  [method, url]: readonly ["PUT" | "POST" | "DELETE", string],
  schema: z.ZodType<T>,
  work: (session: SessionRow, body: T) => Promise<object | ErrorCode | undefined>,
  bodyLimit = SMALL_BYTES,
): void {
  app.route({
    method,
    url,
    bodyLimit,
    // Before the body is read: a stranger cannot make the server hold one.
    preParsing: async (request, reply) => {
      await requireSession(parts, request, reply, { touch: true });
    },
    handler: async (request, reply) => {
      const session = await findSession(parts, request.cookies[COOKIE], { touch: false });
      if (!session) return refuse(reply, "no-session");
      const body = parseBody(schema, request.body);
      if (!body.ok) return refuse(reply, body.error);
      const outcome = await work(session, body.value);
      if (typeof outcome === "string") return refuse(reply, outcome);
      return outcome ?? stateOf(parts, session);
    },
  });
}

export function addNoticeRoutes(app: FastifyInstance, parts: HttpParts): void {
  addReading(app, parts);
  addAddress(app, parts);
  addPush(app, parts);
  addReminders(app, parts);
  addCalendar(app, parts);
}

function addReading(app: FastifyInstance, parts: HttpParts): void {
  app.get("/notices", async (request, reply) => {
    if (isFromElsewhere(request)) return refuse(reply, "bad-request");
    const session = await requireSession(parts, request, reply, { touch: true });
    return session ? stateOf(parts, session) : reply;
  });

  app.get("/notices/failed", async (request, reply) => {
    if (isFromElsewhere(request)) return refuse(reply, "bad-request");
    const session = await requireSession(parts, request, reply, { touch: true });
    if (!session) return reply;
    if (!(await leads(parts, session))) return refuse(reply, "not-allowed");
    const failed = await parts.notices.notices.failed(session.partnership);
    return { version, failed } satisfies z.input<typeof FailedReply>;
  });

  addWriting(app, parts, ["PUT", "/notices/choices"], ChoicesRequest, async (session, { choices }) => {
    const { partnership, user } = session;
    await parts.notices.notices.withPerson(partnership, user, async (tx) =>
      tx.savePerson({ ...(await tx.person()), choices }),
    );
    return undefined;
  });
}

function addAddress(app: FastifyInstance, parts: HttpParts): void {
  const { notices } = parts;
  addWriting(app, parts, ["PUT", "/notices/address"], AddressRequest, async (session, { address }) => {
    if (!notices.mailOffered) return "unavailable";
    if (!notices.codes.take(session.user)) return "too-many";
    if (await changeAddress(notices, session, address)) notices.clock.sendSoon();
    return undefined;
  });
  addWriting(app, parts, ["POST", "/notices/address/confirm"], ConfirmAddressRequest, (session, { code }) =>
    confirmAddress(notices, session, code),
  );
  addWriting(app, parts, ["DELETE", "/notices/address"], Nothing, async (session) => {
    await dropAddress(notices.notices, session);
    return undefined;
  });
  addWriting(app, parts, ["POST", "/notices/try"], TryRequest, async (session) => {
    if (!notices.trials.take(session.user)) return "too-many";
    await notices.notices.withPerson(session.partnership, session.user, (tx) => makeTry(notices, tx));
    notices.clock.sendSoon();
    return undefined;
  });
}

function addPush(app: FastifyInstance, parts: HttpParts): void {
  const { notices } = parts;
  addWriting(app, parts, ["PUT", "/notices/push"], PushSubscriptionRequest, async (session, subscription) => {
    if (!notices.pusher.allows(subscription.endpoint)) return "not-allowed";
    await registerDevice(notices, session, subscription);
    return undefined;
  });
  addWriting(app, parts, ["DELETE", "/notices/push"], PushEndRequest, async (session, { endpoint }) => {
    const { partnership, user } = session;
    await notices.notices.withPerson(partnership, user, (tx) => tx.dropDevice(deviceIdOf(endpoint)));
    return undefined;
  });
}

function addReminders(app: FastifyInstance, parts: HttpParts): void {
  addWriting(
    app,
    parts,
    ["POST", "/notices/reminders"],
    RemindersRequest,
    async (session, body) => {
      const refused = await registerReminders(parts.notices, session, body);
      return { version, refused } satisfies z.input<typeof RemindersReply>;
    },
    REMINDERS_BYTES,
  );
  addWriting(
    app,
    parts,
    ["POST", "/notices/reminders/sent"],
    SentRequest,
    async (session, { of }) => {
      const asked = (await leads(parts, session)) ? of : of.filter((each) => each.for === session.user);
      const sent = await findSent(parts.notices.notices, session, asked);
      return { version, sent } satisfies z.input<typeof SentReply>;
    },
    REMINDERS_BYTES,
  );
}

function addCalendar(app: FastifyInstance, parts: HttpParts): void {
  const { notices, random, now } = parts.notices;
  addWriting(
    app,
    parts,
    ["PUT", "/notices/calendar"],
    CalendarRequest,
    async ({ partnership, user }, { days }) => {
      const fresh = toB64Url(random(32));
      await notices.withPerson(partnership, user, async (tx) => {
        const token = (await tx.calendar())?.token ?? fresh;
        await tx.saveCalendar({ token, days, changedMs: now() });
      });
      return undefined;
    },
    CALENDAR_BYTES,
  );
  addWriting(app, parts, ["DELETE", "/notices/calendar"], Nothing, async ({ partnership, user }) => {
    await notices.withPerson(partnership, user, (tx) => tx.dropCalendar());
    return undefined;
  });
}
