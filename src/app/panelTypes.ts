/** A panel as screens see it, and what a co-ordinator sets for it. A part of the surface in api.ts. */
import type { CalendarDate } from "../domain/calendarDate.ts";
import type { Happened } from "../domain/happened.ts";
import type { EntryId, UserId } from "../domain/ids.ts";
import type { MeetingDate, ReportExported } from "../domain/panelBook.ts";
import type { PanelPassword } from "../domain/passwords.ts";
import type { LogLine } from "../domain/records/logLine.ts";
import type { ToldBy } from "../domain/records/password.ts";
import type { NamedDay } from "../domain/workingDays.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import type { Outcome } from "./outcome.ts";

export type PanelInfo = {
  readonly definition: PanelDefinition;
  /** From today on, none that was cancelled, soonest first. */
  readonly meetings: readonly MeetingDate[];
  /** Every one ever set, so that a date called off is not proposed again. */
  readonly everyMeeting: readonly MeetingDate[];
  /** What the co-ordinator filled in of the definition's settings, by key. Empty ones are absent. */
  readonly settings: Readonly<Record<string, string>>;
  /** Days off beside weekends and bank holidays, and bank holidays that are worked: the same for every panel. */
  readonly namedDays: readonly NamedDay[];
  /** The last part of the address at which anybody may read its dates; absent while they are not published. */
  readonly publishedAs?: string;
  /** True once a co-ordinator published it knowing that its mailbox and telephone number go with the dates. */
  readonly publishesContact?: boolean;
  /** Lines of the logs that it keeps about itself, in order. */
  readonly filed: readonly Happened<LogLine>[];
  /** When its yearly report was taken out, in order. */
  readonly reportExports: readonly Happened<ReportExported>[];
  /** Its password register, oldest first; empty for those who have no part in the panel. */
  readonly passwords: readonly PanelPassword[];
};

export type Telling = {
  readonly password: EntryId;
  readonly users: readonly UserId[];
  /** Those without an account; "" for nobody. */
  readonly others: string;
  readonly how: ToldBy;
  readonly on: CalendarDate;
};

export type PanelActions = {
  setMeetingDate(
    meeting: Omit<MeetingDate, "cancelled"> & { readonly cancelled?: boolean },
  ): Promise<Outcome>;
  /** Only the values given change. "" empties one. */
  savePanelSettings(definition: string, values: Readonly<Record<string, string>>): Promise<Outcome>;
  /**
   * Sends the panel's name, id, dates, start times, cut-off dates, mailbox and telephone number, and nothing else, to
   * be read by anybody. Needs a connection, as does taking them back.
   */
  publishDates(definition: string, address: string): Promise<Outcome>;
  unpublishDates(definition: string): Promise<Outcome>;
  /** A line of a log that the panel keeps about itself; with `corrects`, in the place of another. */
  fileForPanel(definition: string, line: LogLine): Promise<Outcome>;
  /** Makes a password of the panel for one month: "2026-11". Those before it stay for what they opened. [ASH-06] */
  setPassword(definition: string, month: string): Promise<Outcome>;
  /** Who was told a password, and by which way. [ASH-77] */
  notePasswordTold(definition: string, telling: Telling): Promise<Outcome>;
  /** Undefined: the day is as the bundled list has it. */
  nameDay(date: CalendarDate, day: Omit<NamedDay, "date"> | undefined): Promise<Outcome>;
};
