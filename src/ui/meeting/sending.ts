/** Who gets what of a meeting, has had it, and has read it; and by when each thing goes out. Pure. */
import type { PanelInfo } from "../../app/api.ts";
import { concerns, type MeetingView } from "../../app/meetingTypes.ts";
import type { Due } from "../../domain/deadline.ts";
import type { UserId } from "../../domain/ids.ts";
import { type AgendaItem, noticesOf, readingsOf, releasesOf, sentOf } from "../../domain/meeting/agenda.ts";
import type { Attendee } from "../../domain/meeting/attendance.ts";
import type { Circulation } from "../../forms/definition/meeting.ts";
import { deadlinesOf } from "../../forms/meetingDeadlines.ts";

export type Recipient = {
  readonly attendee: Attendee;
  /** Can be let in: on Confer, and confirmed. Others are told some other way. */
  readonly onConfer: boolean;
  readonly whole: boolean;
  /** Those that concern them, in the order of the agenda. */
  readonly items: readonly AgendaItem[];
  /** Of these, those that did not go to them yet. */
  readonly fresh: readonly AgendaItem[];
  /** When they last said that they have read it. */
  readonly readMs: number | undefined;
  /** Of their cases, how many they have opened. */
  readonly opened: number;
};

export function recipientsOf(view: MeetingView, confirmed: ReadonlySet<UserId>): readonly Recipient[] {
  const releases = releasesOf(view.file);
  const readings = readingsOf(view.file);
  return view.attendees.map((attendee) => {
    const { user, name } = attendee;
    const onConfer = user !== undefined && confirmed.has(user);
    const items = view.agenda.filter(({ item }) => concerns(attendee, item));
    const had = new Set(
      releases
        .filter(({ record }) => (onConfer ? record.to.includes(user) : record.others?.includes(name)))
        .flatMap(({ record }) => record.items),
    );
    const reads = readings.filter((each) => each.user === user).map(({ atMs }) => atMs);
    const cases = items.flatMap((each) => (each.case && view.cases.get(each.case)) ?? []);
    return {
      attendee,
      onConfer,
      whole: attendee.items.length === 0,
      items,
      fresh: items.filter(({ item }) => !had.has(item)),
      readMs: reads.length > 0 ? Math.max(...reads) : undefined,
      opened: cases.filter(({ file }) => file.opened.some((each) => each.user === user)).length,
    };
  });
}

/** Cases on the agenda that this person does not hold, and so cannot give to anybody. */
export const notHeld = ({ agenda, cases }: MeetingView): readonly AgendaItem[] =>
  agenda.filter(({ case: scope }) => scope !== undefined && !cases.has(scope));

export type Sending = {
  readonly row: Circulation;
  readonly due: Due | undefined;
  /** When it went out first. */
  readonly sentMs: number | undefined;
  /** Its last moment is past: it has not gone, or went after it. */
  readonly late: boolean;
};

/** What the panel sends before a meeting, each with its last moment. [ASH-07] [HER-03] [OXF-02] [OXF-03] */
export function sendingsOf(
  view: Pick<MeetingView, "definition" | "meeting" | "file">,
  panel: PanelInfo | undefined,
  nowMs: number,
): readonly Sending[] {
  const { definition, meeting, file } = view;
  const deadlines = panel ? deadlinesOf(definition, meeting, panel.everyMeeting, panel.namedDays) : [];
  return definition.circulation
    .filter(({ goes }) => goes !== undefined)
    .map((row) => {
      const due = deadlines.find(({ rule }) => rule.key === row.due)?.due;
      const sent =
        row.goes === "release"
          ? releasesOf(file)[0]
          : noticesOf(file).find(({ record }) => record.what === row.key);
      const sentMs = sent?.order[0];
      return { row, due, sentMs, late: due !== undefined && (sentMs ?? nowMs) > due.ms };
    });
}

/** By when the agenda goes out, where the panel's rules name a day. */
export function agendaDue(
  panel: PanelInfo,
  meeting: MeetingView["meeting"],
  nowMs: number,
): { readonly due: Due | undefined; readonly late: boolean } {
  const { definition, everyMeeting, namedDays } = panel;
  const keys = definition.circulation.flatMap(({ goes, due }) => (goes === "release" && due ? [due] : []));
  const due = deadlinesOf(definition, meeting, everyMeeting, namedDays).find(({ rule }) =>
    keys.includes(rule.key),
  )?.due;
  return { due, late: due !== undefined && nowMs > due.ms };
}

/** The last words that went with what was sent. */
export const lastNote = ({ file }: Pick<MeetingView, "file">): string =>
  sentOf(file).at(-1)?.record.note?.trim() ?? "";

/** Whoever is told some other way: not on Confer, or not confirmed there. */
export const othersOf = (recipients: readonly Recipient[]): readonly string[] =>
  recipients.flatMap(({ onConfer, attendee }) => (onConfer || attendee.name === "" ? [] : [attendee.name]));
