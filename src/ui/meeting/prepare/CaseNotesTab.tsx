import { createMemo, For, mapArray, onCleanup, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { concerns, type MeetingView } from "../../../app/meetingTypes.ts";
import { ofType } from "../../../domain/happened.ts";
import { notesByAgency } from "../../../domain/meeting/preparation.ts";
import type { OpenCase } from "../../caseFile/CaseGate.tsx";
import { nameOf } from "../../caseFile/people.ts";
import { dateWords } from "../../caseFile/when.ts";
import { EmptyState } from "../../kit/EmptyState.tsx";
import { createLive, createSteady } from "../../live.ts";
import { NotesByAgency } from "./NotesByAgency.tsx";
import { missingWords } from "./prepareWords.ts";

/** For whoever runs the meetings: what each agency knows of a case, meeting by meeting, and whose note is missing. */
export function CaseNotesTab(props: { session: Session; open: OpenCase }): JSX.Element {
  const panels = createLive(props.session.panels);
  const views = createMeetingsHearing(props.session, props.open);
  const file = () => props.open.view().file;
  /** Meetings that this device no longer lists are told by their notes alone. */
  const keys = createMemo(() => [
    ...new Set([
      ...views().map(({ meeting }) => meeting.key),
      ...ofType(file().discussion, "research-note").map(({ record }) => record.meeting),
    ]),
  ]);
  const dateOf = (key: string): string =>
    panels()
      .flatMap(({ everyMeeting }) => everyMeeting)
      .find((each) => each.key === key)?.date ?? "";
  const groups = createSteady(
    () =>
      keys()
        .map((key) => {
          const view = views().find(({ meeting }) => meeting.key === key);
          const item = view?.agenda.find((each) => each.case === props.open.scope)?.item;
          const asked =
            item === undefined ? [] : (view?.attendees ?? []).filter((each) => concerns(each, item));
          return { key, date: dateOf(key), rows: notesByAgency(file(), key, asked) };
        })
        .toSorted((a, b) => (a.date < b.date ? 1 : -1)),
    ({ key }) => key,
  );
  return (
    <Show
      when={groups().length > 0}
      fallback={
        <EmptyState>
          Once the case is on the agenda of a meeting, what each agency knows about it appears here.
        </EmptyState>
      }
    >
      <For each={groups()}>
        {({ date, rows }) => (
          <section>
            <h2 class="govuk-heading-m">
              {date === "" ? "An earlier meeting" : `For the meeting on ${dateWords(date)}`}
            </h2>
            <Show when={rows.length > 0}>
              <p class="govuk-body">{missingWords(rows)}</p>
            </Show>
            <NotesByAgency
              rows={rows}
              nameOf={(user) => nameOf(props.open.view(), user)}
              empty="Nobody is asked to this meeting yet."
            />
          </section>
        )}
      </For>
    </Show>
  );
}

/** The meetings of its panel on whose agenda the case stands, kept up to date while they are shown. */
function createMeetingsHearing(session: Session, open: OpenCase): Accessor<readonly MeetingView[]> {
  const meetings = createLive(session.meetings);
  const keys = createSteady(
    () =>
      meetings()
        .filter(({ begun, definitionId }) => begun && definitionId === open.view().summary.definitionId)
        .map(({ meeting }) => meeting.key),
    (key) => key,
  );
  const watched = mapArray(keys, (key) => {
    const { view, close } = session.watchMeeting(key);
    onCleanup(close);
    return createLive(view);
  });
  return createMemo(() =>
    watched().flatMap((view) => {
      const found = view();
      return found?.agenda.some((each) => each.case === open.scope) ? [found] : [];
    }),
  );
}
