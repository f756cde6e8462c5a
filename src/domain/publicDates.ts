/**
 * The dates of a panel as anybody may read them: what a council puts on its website. [ASH-04] This is all that
 * ever leaves a device unsealed: a name, days and times. There is no place in it for anything else.
 */
import { z } from "zod";
import { CalendarDate } from "./calendarDate.ts";

/** The last part of the page's address: letters, figures and hyphens. */
export const PublicAddress = z.string().regex(/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/);

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const MAX_PUBLIC_DATES = 200;

export const PublicDate = z.object({
  /** Names the meeting for as long as it exists, so that a calendar moves it rather than shows it twice. */
  uid: z.string().regex(/^[a-zA-Z0-9-]{1,100}$/),
  date: CalendarDate,
  start: Clock,
  /** The last moment for referrals; "24:00" is midnight at the end of that day. */
  cutOff: z.object({ date: CalendarDate, time: z.union([Clock, z.literal("24:00")]) }).optional(),
  cancelled: z.boolean(),
});

export const PublicDates = z.object({
  name: z
    .string()
    .min(1)
    .max(300)
    .regex(/^\P{Cc}*$/u, "must be one line"),
  dates: z.array(PublicDate).max(MAX_PUBLIC_DATES),
});
export type PublicDates = z.infer<typeof PublicDates>;
export type PublicDate = z.infer<typeof PublicDate>;
