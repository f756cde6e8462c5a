/**
 * What of a panel anybody may read: what a council puts on its website. [ASH-04] This is all that ever leaves a device
 * unsealed: a name, days and times, which of the panels it is, and how to reach whoever runs it. There is no place in
 * it for anything else.
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

/** As the partnership set it for itself. */
export const PublicContact = z.object({
  email: z
    .string()
    .max(254)
    .regex(/^[^\s@<>"?&]+@[^\s@<>"?&]+$/)
    .optional(),
  telephone: z
    .string()
    .regex(/^[+\d][\d ().,a-z-]{4,59}$/i)
    .optional(),
});

export const PublicDates = z.object({
  name: z
    .string()
    .min(1)
    .max(300)
    .regex(/^\P{Cc}*$/u, "must be one line"),
  /** Whose rules it works by, so that the app shows them from its own files. */
  panel: z
    .object({ id: z.string().regex(/^[a-z][a-z0-9-]{1,47}$/), version: z.string().regex(/^\d{4}\.\d{1,3}$/) })
    .optional(),
  contact: PublicContact.optional(),
  dates: z.array(PublicDate).max(MAX_PUBLIC_DATES),
});
export type PublicDates = z.infer<typeof PublicDates>;
export type PublicDate = z.infer<typeof PublicDate>;
export type PublicContact = z.infer<typeof PublicContact>;

/** Meetings from today on, soonest first. */
export const comingDates = ({ dates }: PublicDates, today: CalendarDate): readonly PublicDate[] =>
  dates
    .filter(({ date }) => date >= today)
    .toSorted((a, b) => (a.date + a.start < b.date + b.start ? -1 : 1));
