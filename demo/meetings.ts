/** Two meetings of the demonstration's first panel: one held four weeks ago, one sent out and still to come. */
import { attendeeOf, type CaseNote, type MeetingNote } from "../src/app/meetingTypes.ts";
import type { OpenSession } from "../src/app/session.ts";
import type { CalendarDate } from "../src/domain/calendarDate.ts";
import { addDays } from "../src/domain/days.ts";
import type { ActionId, ItemId, ReminderId, ScopeId } from "../src/domain/ids.ts";
import type { PanelDefinition } from "../src/forms/definition.ts";
import { ensure } from "./ensure.ts";

export type Seated = { readonly session: OpenSession; readonly name: string; readonly agency: string };

export type Story = {
  readonly lead: OpenSession;
  readonly definition: PanelDefinition;
  readonly today: CalendarDate;
  /** Everybody who comes. */
  readonly seated: readonly Seated[];
  /** Heard four weeks ago, and due to be heard again. */
  readonly earlier: ScopeId;
  /** To be heard for the first time. */
  readonly fresh: ScopeId;
  /** The key of the date to come. */
  readonly next: string;
};

export async function holdMeetings(story: Story): Promise<void> {
  const { lead, definition, today } = story;
  const held = `demo-${definition.id}-held`;
  ensure(
    await lead.setMeetingDate({
      key: held,
      definition: definition.id,
      date: addDays(today, -28),
      start: "10:00",
    }),
  );
  const item = await prepare(story, held, [
    { scope: story.earlier, kind: definition.meeting.agendaKinds[0]?.key },
  ]);
  ensure(await lead.noteMeeting(held, opening(story)));
  ensure(await lead.noteMeeting(held, [{ type: "item-timed", item, now: "started" }]));
  ensure(await lead.noteCase(story.earlier, hearing(story, held)));
  ensure(await lead.noteMeeting(held, [{ type: "item-timed", item, now: "ended" }]));
  const kinds = definition.meeting.agendaKinds;
  await prepare(story, story.next, [
    { scope: story.earlier, kind: kinds[1]?.key },
    { scope: story.fresh, kind: kinds[0]?.key },
  ]);
}

/** Begun, with its agenda and its people, and sent out. Gives the first item. */
async function prepare(
  { lead, seated }: Story,
  meeting: string,
  cases: readonly { readonly scope: ScopeId; readonly kind: string | undefined }[],
): Promise<ItemId> {
  ensure(await lead.beginMeeting(meeting));
  const items = cases.map(() => lead.newId<ItemId>());
  const agenda = cases.map(({ scope, kind }, at): MeetingNote => {
    const reference = lead.cases.value.find((each) => each.scope === scope)?.reference ?? "";
    const presenter = "Riley Referrer";
    return {
      type: "agenda-item",
      item: items[at] as ItemId,
      kind: kind ?? "",
      case: scope,
      reference,
      order: at + 1,
      minutes: 20,
      presenter,
    };
  });
  const invited = seated.map(({ session, name, agency }): MeetingNote => {
    const { user } = session.me.value;
    return { type: "invited", attendee: attendeeOf(user), user, name, agency };
  });
  ensure(await lead.noteMeeting(meeting, [...agenda, ...invited]));
  ensure(await lead.releaseMeeting(meeting, { what: "papers", note: "", others: [] }));
  return items[0] as ItemId;
}

/** Everybody there, everything read out, everybody's declaration signed on the passing tablet. */
function opening({ definition, seated, today }: Story): readonly MeetingNote[] {
  const there = seated.flatMap(({ session, name }): readonly MeetingNote[] => {
    const attendee = attendeeOf(session.me.value.user);
    const { declaration } = definition;
    const declared: MeetingNote = {
      type: "declared",
      attendee,
      declarationVersion: declaration?.version ?? "",
      name: name.toUpperCase(),
      how: "typed",
      on: addDays(today, -28),
      passed: true,
    };
    return [
      { type: "attended", attendee, present: true, mode: "inPerson", protocol: "signed" },
      ...(declaration ? [declared] : []),
    ];
  });
  const steps = definition.meeting.opening.map(({ key }): MeetingNote => ({
    type: "opening-done",
    step: key,
    done: true,
  }));
  return [...there, ...steps];
}

function hearing({ lead, definition, today, seated }: Story, meeting: string): readonly CaseNote[] {
  const action = (what: string, who: number, dueIn: number): Extract<CaseNote, { type: "action-set" }> => {
    const { session, name, agency } = seated[who % seated.length] as Seated;
    return {
      type: "action-set",
      action: lead.newId<ActionId>(),
      meeting,
      what,
      agency,
      owner: name,
      user: session.me.value.user,
      due: addDays(today, dueIn),
    };
  };
  const [late, done, open] = [
    action("Invented: have the broken door mended.", 0, -4),
    action("Invented: one visit a week, by two people.", 1, -7),
    action("Invented: ask for a review of the care plan.", 2, 5),
  ];
  const decision = definition.decisions.find(({ suitable }) => suitable)?.key ?? "";
  return [
    {
      type: "minuted",
      meeting,
      changes: [
        {
          path: "summary",
          value: "Invented: the home is unsafe, and one plan with one lead is what is missing.",
          replaces: [],
        },
      ],
    },
    { type: "decided", meeting, decision, reason: "" },
    ...[late, done, open].filter((each) => each !== undefined),
    ...(done
      ? [{ type: "action-updated" as const, action: done.action, state: "done" as const, words: "Begun." }]
      : []),
    {
      type: "report-promised",
      meeting,
      by: "nextMeeting",
      on: "",
      how: "inPerson",
      who: "Riley Referrer",
      reminder: lead.newId<ReminderId>(),
    },
  ];
}
