/** Reminders by mail, push and calendar, as screens see them. A part of the surface in api.ts. */
import type { CalendarDate } from "../domain/calendarDate.ts";
import type { Action } from "../domain/case/actions.ts";
import type { ReminderId, ScopeId } from "../domain/ids.ts";
import type { Chase } from "../forms/escalation.ts";
import type { Reminding } from "../forms/reminders.ts";
import type { FailedNotice, PushTo } from "../sync/notices.ts";
import type { Choices, NoticeState } from "../sync/noticesProtocol.ts";
import type { OwnDay } from "../domain/icalendar.ts";
import type { Live } from "./live.ts";
import type { Outcome } from "./outcome.ts";

export type { FailedNotice, PushTo } from "../sync/notices.ts";
export type { Choices, NoticeState } from "../sync/noticesProtocol.ts";

/** Somebody whom the rule reminds of something, and when. */
export type RemindedPerson = Reminding & { readonly id: ReminderId; readonly name: string };

/** What the server says of one reminder. Without `on`: no notice of it went out. */
export type SentReminder = {
  readonly on: CalendarDate | undefined;
  /** A later day whose notice has not gone out: it waits, or could not be delivered. */
  readonly unsent: CalendarDate | undefined;
};

export type RemindedActions = {
  /** By the panel's rule as this device has it. Offline too; nobody where it is done, or where nobody on Confer is named. */
  remindedOf(
    scope: ScopeId,
    action: Action & { readonly chases: readonly Chase[] },
  ): readonly RemindedPerson[];
  /** By `sentKey`: what the server said of those that were looked up since unlocking. For those who lead. */
  readonly sentReminders: Live<ReadonlyMap<string, SentReminder>>;
  /** Asks the server soon, with whatever else is asked then; quietly nothing while it cannot be reached. */
  lookUpSent(reminders: readonly Pick<RemindedPerson, "id" | "user">[]): void;
};

export const sentKey = ({ id, user }: Pick<RemindedPerson, "id" | "user">): string => `${id}/${user}`;

export type NoticeActions = {
  /** As the server last said; undefined until it has, and with one that offers no reminders. */
  readonly notices: Live<NoticeState | undefined>;
  /** For those who lead: people whom no reminder reaches. */
  readonly failedNotices: Live<readonly FailedNotice[]>;
  /** All of these need a connection. */
  readNotices(): Promise<Outcome>;
  chooseNotices(choices: Choices): Promise<Outcome>;
  /** A code goes there by mail; until it is given back, nothing else does. */
  sendCode(address: string): Promise<Outcome>;
  confirmAddress(code: string): Promise<Outcome>;
  forgetAddress(): Promise<Outcome>;
  takePush(to: PushTo): Promise<Outcome>;
  endPush(endpoint: string): Promise<Outcome>;
  tryNotices(): Promise<Outcome>;
  /** Lets the server show this person's days to whoever knows a secret address, or ends that. */
  shareCalendar(on: boolean): Promise<Outcome>;
  /** What is this person's own: days that something is due, and meetings. Offline too. */
  myDates(): Promise<readonly OwnDay[]>;
};
