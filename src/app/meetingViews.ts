/** A folded meeting as screens show it. Pure readings of the library; nothing here writes. */
import type { CaseFile } from "../domain/case/caseFile.ts";
import { parseCalendarDate } from "../domain/calendarDate.ts";
import { addDays } from "../domain/days.ts";
import { ofType } from "../domain/happened.ts";
import type { ScopeId, UserId } from "../domain/ids.ts";
import { agendaOf, releasesOf } from "../domain/meeting/agenda.ts";
import { attendeesOf, type GateRules, gateOf } from "../domain/meeting/attendance.ts";
import { joinMeetings, type MeetingFile } from "../domain/meeting/meetingFile.ts";
import { agencyNote } from "../domain/meeting/preparation.ts";
import { signedMinutes } from "../domain/meeting/minutes.ts";
import type { MeetingDate } from "../domain/panelBook.ts";
import { mayMinute, mayLead } from "../domain/roles.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import { isBySigning } from "../forms/openingSteps.ts";
import { asksEarlierIn, partiesOf } from "../forms/parties.ts";
import type { RecordPlace } from "./api.ts";
import { answersOf, definitionOf, todayIn } from "./caseReading.ts";
import { summarise } from "./caseSummary.ts";
import { type Context, nameOf, rolesOf } from "./context.ts";
import { findDefinition, inForce } from "./definitions.ts";
import { concerns, type HeardCase, type MeetingSummary, type MeetingView } from "./meetingTypes.ts";
import { serverNow } from "./serverClock.ts";

const SHOWN_AFTER_DAYS = 31;

/** The scopes that hold a meeting, oldest first: one, unless two people began it without seeing each other. */
export function scopesOf(context: Context, meeting: string): readonly ScopeId[] {
  return [...context.library.shelves]
    .flatMap(([scope, { meeting: file }]) => {
      const started = ofType(file.steps, "meeting-started").find(({ roles }) => mayLead(roles));
      const isIt = started?.record.meeting === meeting && kindOf(context, scope) === "meeting";
      return isIt ? [{ scope, atMs: started.order[0] }] : [];
    })
    .toSorted((a, b) => a.atMs - b.atMs || (a.scope < b.scope ? -1 : 1))
    .map(({ scope }) => scope);
}

const kindOf = (context: Context, scope: ScopeId) => context.membership.scopes.get(scope)?.kind;

export const fileOf = (context: Context, scopes: readonly ScopeId[]): MeetingFile =>
  joinMeetings(scopes.flatMap((scope) => context.library.shelves.get(scope)?.meeting ?? []));

/** The rules it was begun under; before that, those in force. */
function definitionFor(
  context: Context,
  { definition }: MeetingDate,
  file: MeetingFile,
): PanelDefinition | undefined {
  const started = ofType(file.steps, "meeting-started").find(({ roles }) => mayLead(roles))?.record;
  return started
    ? findDefinition(context, started.definition, started.definitionVersion)
    : inForce(context, definition);
}

/** What stands between the beginning of a meeting and its first case, by the panel's rules. */
export function gateRules(definition: PanelDefinition): GateRules {
  const { meeting, confidentiality, declaration } = definition;
  return {
    gates:
      confidentiality?.locksCases === false
        ? []
        : meeting.opening.filter((step) => step.gate && !isBySigning(definition, step)).map(({ key }) => key),
    declarationVersion: declaration?.signed === "everyMeeting" ? declaration.version : undefined,
  };
}

export function viewMeeting(context: Context, key: string): MeetingView | undefined {
  const meeting = context.library.book.meetings[key]?.value;
  if (!meeting) return undefined;
  const scopes = scopesOf(context, key);
  const file = fileOf(context, scopes);
  const definition = definitionFor(context, meeting, file);
  if (!definition) return undefined;
  const rules = gateRules(definition);
  const attendees = attendeesOf(file);
  const agenda = agendaOf(file);
  const { user } = context.identity;
  return {
    meeting,
    definition,
    begun: scopes.length > 0,
    file,
    agenda,
    attendees,
    rules,
    gate: gateOf(file, rules),
    cases: new Map(agenda.flatMap(({ case: scope }) => (scope ? heardCase(context, scope) : []))),
    names: namesIn(context, file),
    me: attendees.find((each) => each.user === user),
    mayRun: mayMinute(rolesOf(context, user)),
    place: placeOf(context, scopes),
  };
}

function heardCase(context: Context, scope: ScopeId): readonly (readonly [ScopeId, HeardCase])[] {
  const summary = summarise(context, scope);
  const file = context.library.shelves.get(scope)?.file;
  return summary && file ? [[scope, { summary, file, ...forHearing(context, file) }]] : [];
}

/** What the referral says of its own hearing. */
function forHearing(context: Context, file: CaseFile): Pick<HeardCase, "parties" | "asksEarlier"> {
  const definition = definitionOf(context, file);
  if (!definition) return { parties: [], asksEarlier: "" };
  const [answers, today] = [answersOf(file), todayIn(serverNow(context))];
  return {
    parties: partiesOf(definition, answers, today),
    asksEarlier: asksEarlierIn(definition, answers, today),
  };
}

function namesIn(context: Context, file: MeetingFile): ReadonlyMap<UserId, string> {
  const users = new Set([
    ...file.steps.map(({ author }) => author),
    ...Object.values(file.notes).flatMap(({ narrative }) => narrative.map(({ author }) => author)),
    ...(context.membership.directory?.users.map((each) => each.user) ?? []),
  ]);
  return new Map([...users].map((user) => [user, nameOf(context, user)]));
}

function placeOf(context: Context, scopes: readonly ScopeId[]): RecordPlace {
  const inScopes = (entries: ReadonlyMap<unknown, ScopeId>) =>
    entries.values().some((each) => scopes.includes(each));
  if (inScopes(context.unsent.refused)) return "refused";
  if (!inScopes(context.unsent.outbox)) return "on-server";
  return context.online ? "sending" : "this-device";
}

/** Those that stand, from a month ago on, soonest first. */
export function meetingSummaries(context: Context): readonly MeetingSummary[] {
  const from = addDays(todayIn(serverNow(context)), -SHOWN_AFTER_DAYS);
  return Object.values(context.library.book.meetings)
    .map(({ value }) => value)
    .filter(({ cancelled, date }) => !cancelled && (parseCalendarDate(date) ?? from) >= from)
    .toSorted((a, b) => (`${a.date} ${a.start}` < `${b.date} ${b.start}` ? -1 : 1))
    .flatMap((meeting) => summariseMeeting(context, meeting) ?? []);
}

function summariseMeeting(context: Context, meeting: MeetingDate): MeetingSummary | undefined {
  const scopes = scopesOf(context, meeting.key);
  const file = fileOf(context, scopes);
  const definition = definitionFor(context, meeting, file);
  if (!definition) return undefined;
  const agenda = agendaOf(file);
  const { user } = context.identity;
  const me = attendeesOf(file).find((each) => each.user === user);
  const owed = agenda.filter(({ item, case: scope }) => {
    const heard = scope && context.library.shelves.get(scope)?.file;
    return (
      heard?.started &&
      me &&
      concerns(me, item) &&
      !agencyNote(heard, meeting.key, { user, agency: me.agency })
    );
  });
  return {
    meeting,
    definitionId: definition.id,
    panelName: definition.shortName,
    begun: scopes.length > 0,
    items: agenda.length,
    released: releasesOf(file).length > 0,
    invited: me !== undefined,
    apologies: me?.apologies !== undefined,
    notesOwed: owed.length,
    signed: signedMinutes(file).length > 0,
  };
}
