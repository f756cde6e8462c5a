/** A person's own calendar, at an address that only they know: whoever has it reads days, and no word of what for. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { ownCalendar } from "../../domain/icalendar.ts";
import { admitStranger, type HttpParts } from "./parts.ts";
import { refuse } from "./replies.ts";

/** 256 random bits. */
const Token = z.object({ token: z.string().regex(/^[\w-]{43}$/) });

export const calendarPath = (token: string): string => `/calendar/${token}.ics`;

export function addCalendarRoutes(app: FastifyInstance, parts: HttpParts): void {
  app.get(calendarPath(":token"), async (request, reply) => {
    if (!(await admitStranger(parts, request, reply))) return reply;
    const place = Token.safeParse(request.params);
    const found = place.success && (await parts.store.notices.calendarAt(place.data.token));
    if (!found) return refuse(reply, "not-found");
    const { host } = new URL(parts.origin());
    return reply
      .type("text/calendar; charset=utf-8")
      .header("content-disposition", `inline; filename="confer.ics"`)
      .send(ownCalendar(found.days, { host, stampMs: found.changedMs }));
  });
}
