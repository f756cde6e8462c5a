import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { concerns } from "../../app/meetingTypes.ts";
import type { PackWish } from "../../app/packTypes.ts";
import type { Attendee } from "../../domain/meeting/attendance.ts";
import { dateWords } from "../caseFile/when.ts";
import { ProtectedPdf } from "../caseFile/ProtectedPdf.tsx";
import { ReadHere } from "../documents/ReadHere.tsx";
import { Checkboxes } from "../kit/Checkboxes.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { Select } from "../kit/Select.tsx";
import { createLive } from "../live.ts";
import { itemTitle, partyWords } from "./agendaWords.ts";
import { MeetingGate, type OpenMeeting } from "./MeetingGate.tsx";

/**
 * The agenda and its papers as one document for one reader: a protected PDF for whoever is not on Confer, and a page
 * to print for whoever reads on paper. Somebody asked for one item gets that case and no other.
 */
export function PackPage(props: { session: Session }): JSX.Element {
  return (
    <MeetingGate session={props.session}>
      {(open) => (
        <Page
          title="Agenda and papers"
          caption={open.view().definition.name}
          heading={`Agenda and papers of ${dateWords(open.view().meeting.date)}`}
          back={{ href: open.href(), text: "Meeting" }}
        >
          <Show
            when={open.view().begun && (open.view().mayRun || open.view().me)}
            fallback={
              <EmptyState>
                The agenda and papers are made by those who run the meeting, and by those asked to come once
                it was sent to them.
              </EmptyState>
            }
          >
            <Pack session={props.session} open={open} />
          </Show>
        </Page>
      )}
    </MeetingGate>
  );
}

const MYSELF = "me";

function Pack(props: { session: Session; open: OpenMeeting }): JSX.Element {
  const { session, open } = props;
  const me = createLive(session.me);
  const view = () => open.view();
  const [reader, setReader] = createSignal(MYSELF);
  const [ticked, setTicked] = createSignal<readonly string[]>();
  const [withPapers, setWithPapers] = createSignal(true);
  /** Those whose copy this person may make: anybody’s, for whoever runs the meeting; otherwise their own. */
  const others = (): readonly Attendee[] =>
    view().mayRun ? view().attendees.filter(({ attendee }) => attendee !== view().me?.attendee) : [];
  const attendee = () => others().find((each) => each.attendee === reader()) ?? view().me;
  const held = createMemo(() =>
    view().agenda.filter(({ case: scope }) => scope !== undefined && view().cases.has(scope)),
  );
  const theirs = createMemo(() => {
    const who = attendee();
    return held().filter(({ item }) => !who || concerns(who, item));
  });
  const chosen = () => ticked() ?? theirs().map(({ item }) => item as string);
  const readerName = (): string => {
    const other = others().find((each) => each.attendee === reader());
    if (other) return partyWords({ name: other.name, agency: other.agency ?? "" });
    const { profile } = me();
    return profile ? partyWords(profile) : "the person who made it";
  };
  const beyond = (): number => chosen().filter((key) => !theirs().some(({ item }) => item === key)).length;
  const items = () => held().flatMap(({ item }) => (chosen().includes(item) ? [item] : []));
  const choice = () => ({ items: items(), withPapers: withPapers() });
  const next = (): PackWish => ({
    ...choice(),
    copy: session.nextCopy(open.key, "pack", readerName()),
  });
  // What was made is what is recorded, whatever is chosen above since.
  let made: PackWish = { ...choice(), copy: undefined };
  let read = made;
  return (
    <>
      <Show when={others().length > 0}>
        <Select
          id="pack-reader"
          label="Whose copy is it?"
          hint="Their name is on every page with the number of the copy, and kept with the meeting and in the history of each case."
          prompt="My own"
          options={others().map((each) => ({
            value: each.attendee,
            label: partyWords({ name: each.name, agency: each.agency ?? "" }) || "Somebody without a name",
          }))}
          value={reader() === MYSELF ? "" : reader()}
          onChange={(value) => {
            setReader(value === "" ? MYSELF : value);
            setTicked(undefined);
          }}
        />
      </Show>
      <Show
        when={held().length > 0}
        fallback={<p class="govuk-body">No case of it is on this device: the agenda alone can be made.</p>}
      >
        <Checkboxes
          id="pack-items"
          label="Which cases go in"
          hint="Ticked are those that this person is asked for. Other cases stand in the agenda by reference only."
          options={held().map((item) => ({ value: item.item, label: itemTitle(item, view().cases) }))}
          value={chosen()}
          onChange={setTicked}
        />
        <Show when={beyond() > 0}>
          <p class="govuk-body" role="status">
            <strong>
              {beyond() === 1 ? "1 case" : `${beyond()} cases`} more than this person is asked for. Be sure
              that they may read {beyond() === 1 ? "it" : "them"}.
            </strong>
          </p>
        </Show>
        <Checkboxes
          id="pack-papers"
          label="Papers"
          options={[{ value: "yes", label: "With the files that were added to these cases" }]}
          value={withPapers() ? ["yes"] : []}
          onChange={(value) => setWithPapers(value.length > 0)}
        />
      </Show>
      <ProtectedPdf
        session={session}
        panel={open.view().definition.id}
        // Papers come later than its first page: none is opened for it.
        begins={(signal) => session.composePack(open.key, { ...made, withPapers: false }, signal)}
        make={(wish) => {
          made = next();
          return session.exportPack(open.key, made, wish);
        }}
        record={(how, protectedBy) => session.recordPack(open.key, made, { how, protectedBy })}
      />
      <ReadHere
        choice={JSON.stringify({ ...choice(), reader: readerName() })}
        compose={(signal) => {
          read = next();
          return session.composePack(open.key, read, signal);
        }}
        record={(how) => session.recordPack(open.key, read, { how })}
      />
    </>
  );
}
