/** Reminders by mail, push and calendar, as screens see them. A part of the surface in api.ts. */
import type { FailedNotice, PushTo } from "../sync/notices.ts";
import type { Choices, NoticeState } from "../sync/noticesProtocol.ts";
import type { OwnDay } from "../domain/icalendar.ts";
import type { Live } from "./live.ts";
import type { Outcome } from "./outcome.ts";

export type { FailedNotice, PushTo } from "../sync/notices.ts";
export type { Choices, NoticeState } from "../sync/noticesProtocol.ts";

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
