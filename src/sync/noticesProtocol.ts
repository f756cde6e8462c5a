/**
 * What a device and the server say to each other of notices: mail, push and a calendar that remind a person of what
 * they owe. A part of the wire (protocol.ts). No name, case, agency or word of a record is in any of it: a reminder is an
 * opaque id, the day something is due, and the days on which to say so.
 *
 * | request | body | answer |
 * |---|---|---|
 * | GET /notices | | NoticeState |
 * | PUT /notices/choices | ChoicesRequest | NoticeState |
 * | PUT /notices/address | AddressRequest | NoticeState, and a code is on its way by mail |
 * | POST /notices/address/confirm | ConfirmAddressRequest | NoticeState; `wrong-code`, `code-spent` refused |
 * | DELETE /notices/address | | NoticeState |
 * | PUT /notices/push | PushSubscriptionRequest | NoticeState |
 * | DELETE /notices/push | PushEndRequest | NoticeState |
 * | POST /notices/try | TryRequest | NoticeState; one notice by every way chosen, now |
 * | POST /notices/reminders | RemindersRequest | RemindersReply |
 * | POST /notices/reminders/sent | SentRequest | SentReply |
 * | PUT /notices/calendar | CalendarRequest | NoticeState |
 * | DELETE /notices/calendar | | NoticeState |
 * | GET /notices/failed | | FailedReply; for those who lead only |
 *
 * Anybody who knows its secret address may also read `GET /calendar/:token.ics`.
 */
import { z } from "zod";
import { CalendarDate } from "../domain/calendarDate.ts";
import { idSchema, type ReminderId, type UserId } from "../domain/ids.ts";
import { PROTOCOL_VERSION } from "./protocol.ts";

const version = z.literal(PROTOCOL_VERSION);
/** Hours and minutes in London. */
const clock = z.iso.time({ precision: -1 });

export const Choices = z.object({
  mail: z.boolean(),
  push: z.boolean(),
  /** When the day's one digest comes. */
  at: clock,
  /** Nothing by push from one to the other, over midnight where the first is later; the same twice: always welcome. */
  quietFrom: clock,
  quietTo: clock,
  /** Also on Saturdays, Sundays and bank holidays. */
  everyDay: z.boolean(),
});
export type Choices = z.infer<typeof Choices>;
export const DEFAULT_CHOICES: Choices = {
  mail: true,
  push: true,
  at: "08:00",
  quietFrom: "18:00",
  quietTo: "08:00",
  everyDay: false,
};

export const NoticeState = z.object({
  version,
  choices: Choices,
  /** False: nobody has told this server where to hand in mail. */
  mailOffered: z.boolean(),
  address: z.object({ text: z.string(), confirmed: z.boolean() }).nullable(),
  /** The last mail to this address could not be delivered. */
  mailFailing: z.boolean(),
  /** VAPID's public key, base64url, for the browser to subscribe with. */
  pushKey: z.string(),
  /** Devices of this person that take push. */
  pushDevices: z.int().nonnegative(),
  /** The calendar's secret address, a path beginning with "/calendar/"; null while it is off. */
  calendar: z.string().nullable(),
});
export type NoticeState = z.infer<typeof NoticeState>;

export const ChoicesRequest = z.object({ version, choices: Choices });
export const AddressRequest = z.object({ version, address: z.email().max(254) });
/** `wrong-code`: another try is left; `code-spent`: an hour or five tries have gone, and the address has to be sent again. */
export const ConfirmAddressRequest = z.object({ version, code: z.string().regex(/^\d{8}$/) });
/** `not-allowed`: a push service that this server does not know. An eleventh device takes the place of the first. */
export const PushSubscriptionRequest = z.object({
  version,
  endpoint: z.url({ protocol: /^https?$/ }).max(2000),
  /** 65 and 16 bytes, as RFC 8291 has them. */
  keys: z.object({ p256dh: z.base64url().length(87), auth: z.base64url().length(22) }),
});
export type PushSubscriptionRequest = z.infer<typeof PushSubscriptionRequest>;
export const PushEndRequest = z.object({ version, endpoint: z.string().max(2000) });
/** Once a minute; `too-many` before that. */
export const TryRequest = z.object({ version });

/** `own`: the person is to do or answer it. `chase`: somebody else has not, and this person sees to it that they do. */
export const ReminderSort = z.enum(["own", "chase"]);
export const Reminder = z.object({
  /** Random, known to those who read the case alone. With `for` it names the reminder. */
  id: idSchema<ReminderId>(),
  for: idSchema<UserId>(),
  sort: ReminderSort,
  due: CalendarDate,
  /** The days on which to say so, in order. */
  days: z.array(CalendarDate).min(1).max(20),
});
export type Reminder = z.infer<typeof Reminder>;
export const MAX_REMINDERS = 500;
export const RemindersRequest = z.object({
  version,
  /** Replaces what stands under the same id and person; a day already told is not told again. */
  set: z.array(Reminder).max(MAX_REMINDERS),
  drop: z.array(Reminder.pick({ id: true, for: true })).max(MAX_REMINDERS),
});
export type RemindersRequest = z.infer<typeof RemindersRequest>;
/** A set counts from two minutes after it came, so that a device that was behind can put itself right. `refused`: how many of `set` were not taken, being for somebody who shares no case or panel with the sender, or too many. */
export const RemindersReply = z.object({ version, refused: z.int().nonnegative() });

export const SentRequest = z.object({
  version,
  of: z.array(Reminder.pick({ id: true, for: true })).max(MAX_REMINDERS),
});
export type SentRequest = z.infer<typeof SentRequest>;
/** Of those reminders that are held: one's own, and for those who lead, of anybody who shares a case or panel with them. */
export const SentReply = z.object({
  version,
  sent: z.array(
    z.object({
      id: idSchema<ReminderId>(),
      for: idSchema<UserId>(),
      /** The last day whose notice a mail server or a push service has taken; null: none of this reminder was. */
      on: CalendarDate.nullable(),
      /** A later day whose notice has not gone out: it waits, or could not be delivered. */
      unsent: CalendarDate.nullable(),
    }),
  ),
});
export type SentReply = z.infer<typeof SentReply>;

export const CalendarDay = z.object({
  id: idSchema<ReminderId>(),
  kind: z.enum(["action", "meeting"]),
  day: CalendarDate,
  /** Of a meeting; a whole day without. */
  from: clock.optional(),
  to: clock.optional(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;
export const CalendarRequest = z.object({ version, days: z.array(CalendarDay).max(MAX_REMINDERS) });

export const FailedReply = z.object({
  version,
  failed: z.array(
    z.object({
      user: idSchema<UserId>(),
      way: z.enum(["mail", "push"]),
      sinceMs: z.int().nonnegative(),
      /** `refused`: their mail server will not take it; `unreachable`: tried for a day in vain. */
      reason: z.enum(["refused", "unreachable"]),
    }),
  ),
});
