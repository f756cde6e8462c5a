/** What people do to a meeting. Each writes records and, where others must read them, grants; all of it works offline. */
import { type AnyId, makeId, type ScopeId, type UserId } from "../domain/ids.ts";
import type { Access } from "../domain/membership/events.ts";
import type { CaseRecord, MeetingRecord } from "../domain/records/record.ts";
import { mayLead, mayMinute } from "../domain/roles.ts";
import { type Context, rolesOf } from "./context.ts";
import { inForce } from "./definitions.ts";
import { hasAccess } from "./holders.ts";
import { concerns, type MeetingActions, type MeetingView } from "./meetingTypes.ts";
import { planOf } from "./meetingPlan.ts";
import { scopesOf, viewMeeting } from "./meetingViews.ts";
import type { Outcome } from "./outcome.ts";

const done = { ok: true, value: undefined } as const;
const NOT_ALLOWED: Outcome = { ok: false, problem: { kind: "not-allowed" } };

type Grant = { readonly scope: ScopeId; readonly user: UserId; readonly access: Access };

export function makeMeetingActions(
  context: Context,
): Pick<MeetingActions, "beginMeeting" | "noteMeeting" | "noteCase" | "planOf" | "releaseMeeting" | "newId"> {
  const { scribe, vault, identity } = context;
  /** A second scope of the same meeting is read as one with the first; everybody writes in the first. */
  const scopeOf = (meeting: string) => scopesOf(context, meeting)[0];

  const grantAll = async (
    grants: readonly Grant[],
    onProgress: (done: number, total: number) => void = () => undefined,
  ): Promise<Outcome> => {
    const wanted = grants.filter(({ scope, user, access }) => !hasAccess(context, scope, user, access));
    for (const [at, { scope, user, access }] of wanted.entries()) {
      onProgress(at, wanted.length);
      const granted = await scribe.member(() => vault.grant(scope, user, access));
      if (!granted.ok) return granted;
    }
    onProgress(wanted.length, wanted.length);
    return done;
  };

  const noteMeeting: MeetingActions["noteMeeting"] = async (meeting, notes) => {
    const scope = scopeOf(meeting);
    return scope ? scribe.write(scope, notes as readonly MeetingRecord[]) : NOT_ALLOWED;
  };

  return {
    newId: <T extends AnyId>() => makeId<T>(context.random),

    noteMeeting,

    noteCase: (scope, notes) => scribe.write(scope, notes as readonly CaseRecord[]),

    planOf: (meeting) => planOf(context, meeting),

    async beginMeeting(meeting) {
      if (scopeOf(meeting)) return done;
      const date = context.library.book.meetings[meeting]?.value;
      const definition = date && inForce(context, date.definition);
      if (!definition || !mayLead(rolesOf(context, identity.user))) return NOT_ALLOWED;
      const opened = await scribe.member(() => vault.openScope("meeting"));
      if (!opened.ok) return opened;
      const { scope } = opened.value;
      const started = await scribe.write(scope, [
        {
          type: "meeting-started",
          meeting,
          definition: definition.id,
          definitionVersion: definition.version,
        },
      ]);
      return started.ok ? grantAll(keepersOf(context, scope)) : started;
    },

    async releaseMeeting(meeting, { what, note, others, notice = false, also: more = [] }, onProgress) {
      const view = viewMeeting(context, meeting);
      const scope = scopeOf(meeting);
      const also = more.filter((user) => isConfirmed(context, user));
      if (!view || !scope || !mayLead(rolesOf(context, identity.user))) return NOT_ALLOWED;
      const granted = await grantAll(
        [
          ...keepersOf(context, scope),
          ...readersOf(context, notice ? { ...view, agenda: [] } : view, scope),
          ...also.map((user): Grant => ({ scope, user, access: "contribute" })),
        ],
        onProgress,
      );
      if (!granted.ok) return granted;
      const asked = view.attendees.flatMap(({ user }) => (user && isConfirmed(context, user) ? [user] : []));
      const to = [...new Set([...asked, ...also])];
      const items = notice ? [] : view.agenda.map(({ item }) => item);
      const told = notice ? { notice } : {};
      return noteMeeting(meeting, [
        { type: "released", what, items, to, others: [...others], note, ...told },
      ]);
    },
  };
}

const confirmed = (context: Context) =>
  (context.membership.directory?.users ?? []).filter((each) => each.state === "confirmed" && each.admitted);

const isConfirmed = (context: Context, user: UserId): boolean =>
  confirmed(context).some((each) => each.user === user);

/** Leaders run the meeting, minute takers write in it. */
const keepersOf = (context: Context, scope: ScopeId): readonly Grant[] =>
  confirmed(context)
    .filter(({ roles }) => mayMinute(roles))
    .map(({ user, roles }) => ({ scope, user, access: mayLead(roles) ? "lead" : "contribute" }));

/**
 * Whom the agenda goes to: each may read the meeting and write in it, and in the cases they are asked for.
 * Minute takers write in every case. A case that this person does not hold is left: it was never theirs to give.
 */
function readersOf(context: Context, view: MeetingView, scope: ScopeId): readonly Grant[] {
  const asked = view.attendees.flatMap((attendee) =>
    attendee.user && isConfirmed(context, attendee.user) ? [{ ...attendee, user: attendee.user }] : [],
  );
  const clerks = confirmed(context).filter(({ roles }) => mayMinute(roles));
  const cases = view.agenda.flatMap(({ item, case: held }) => {
    if (!held || !hasAccess(context, held, context.identity.user, "lead")) return [];
    const users = [...asked.filter((each) => concerns(each, item)), ...clerks].map(({ user }) => user);
    return [...new Set(users)].map((user): Grant => ({ scope: held, user, access: "contribute" }));
  });
  return [...asked.map(({ user }): Grant => ({ scope, user, access: "contribute" })), ...cases];
}
