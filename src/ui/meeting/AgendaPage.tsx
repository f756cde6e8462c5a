import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { MeetingNote, WaitingCase } from "../../app/meetingTypes.ts";
import type { ItemId } from "../../domain/ids.ts";
import { lastPlace, minutesOf, slotMinutes } from "../../domain/meeting/planning.ts";
import { createAct } from "../act.ts";
import { dateWords } from "../caseFile/when.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { Tag } from "../kit/Tag.tsx";
import { createLive } from "../live.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { AddBusiness } from "./AddBusiness.tsx";
import { AgendaItems } from "./AgendaItems.tsx";
import { AgendaList } from "./AgendaList.tsx";
import { itemTitle, kindForCase, spanWords } from "./agendaWords.ts";
import { MeetingGate, type OpenMeeting } from "./MeetingGate.tsx";
import { focusOn } from "../kit/takeFocus.ts";
import { Undo } from "./Undo.tsx";
import { WaitingCases } from "./WaitingCases.tsx";

/** Making the agenda: what is on it, in which order, for how long; and what could be. */
export function AgendaPage(props: { session: Session }): JSX.Element {
  return (
    <MeetingGate session={props.session}>
      {(open) => (
        <Page
          title="Agenda"
          caption={open.view().definition.name}
          heading={`Agenda of ${dateWords(open.view().meeting.date)}`}
          back={{ href: open.href(), text: "Meeting" }}
        >
          <Show when={open.view().begun && open.view().mayRun} fallback={<AgendaList view={open.view()} />}>
            <Builder session={props.session} open={open} />
          </Show>
        </Page>
      )}
    </MeetingGate>
  );
}

function Builder(props: { session: Session; open: OpenMeeting }): JSX.Element {
  const { session, open } = props;
  const cases = createLive(session.cases);
  const view = () => open.view();
  const plan = createMemo(() => {
    // Read again when a case or the meeting changes: the reading itself is not live.
    void cases();
    void view();
    return session.planOf(open.key);
  });
  const act = createAct((notes: readonly MeetingNote[]) => session.noteMeeting(open.key, notes));
  const [said, setSaid] = createSignal("");
  const [removed, setRemoved] = createSignal<{ item: ItemId; text: string }>();

  const add = async (waiting: WaitingCase): Promise<void> => {
    const { summary } = waiting;
    const kind = kindForCase(view().definition, waiting);
    // As long as the last one of its kind: most panels give every case the same.
    const minutes = view().agenda.findLast((each) => each.kind === kind)?.minutes;
    const note: MeetingNote = {
      type: "agenda-item",
      item: session.newId<ItemId>(),
      kind,
      case: summary.scope,
      reference: summary.reference,
      order: lastPlace(view().agenda),
      ...(minutes === undefined ? {} : { minutes }),
    };
    if (!(await act.run([note]))) return;
    setSaid(`${summary.reference} is now item ${view().agenda.length}.`);
    // The button that was pressed is gone.
    focusOn("waiting-title");
  };
  const remove = async (item: ItemId): Promise<void> => {
    const found = view().agenda.find((each) => each.item === item);
    if (!found || !(await act.run([{ type: "agenda-item", item, removed: true }]))) return;
    setRemoved({ item, text: `${itemTitle(found, view().cases)} was taken off the agenda.` });
  };
  const restore = async (item: ItemId): Promise<void> => {
    if (await act.run([{ type: "agenda-item", item, removed: false }])) setRemoved(undefined);
  };
  return (
    <>
      <ProblemNotice problem={act.problem()} />
      <p class="govuk-visually-hidden" role="status">
        {said()}
      </p>
      <Undo said={removed()?.text} onUndo={() => void restore(removed()?.item as ItemId)} />
      <Time open={open} />
      <Show
        when={view().agenda.length > 0}
        fallback={
          <EmptyState title="Nothing is on the agenda yet">
            Put cases on from the list below, and other business with the form after it.
          </EmptyState>
        }
      >
        <AgendaItems session={session} open={open} onRemove={(item) => void remove(item)} onSaid={setSaid} />
      </Show>
      <h2 class="govuk-heading-m" id="waiting-title" tabindex="-1">
        Cases that wait
      </h2>
      <WaitingCases
        session={session}
        open={open}
        waiting={plan().waiting}
        busy={act.busy()}
        onAdd={(waiting) => void add(waiting)}
      />
      <h2 class="govuk-heading-m">Other business</h2>
      <AddBusiness session={session} open={open} onSaid={setSaid} />
      <p class="govuk-body">
        <ButtonLink href={open.href("people")}>Next: who comes</ButtonLink>
      </p>
    </>
  );
}

/** What the items add up to, against the time that the panel gives a meeting. [ASH-09] */
function Time(props: { open: OpenMeeting }): JSX.Element {
  const planned = () => minutesOf(props.open.view().agenda);
  const slot = () => slotMinutes(props.open.view().definition.calendar);
  const untimed = () => props.open.view().agenda.filter(({ minutes }) => (minutes ?? 0) === 0).length;
  const sum = (): string => {
    const of = slot();
    return of === undefined
      ? `Planned: ${spanWords(planned())}. The panel’s rules name no end.`
      : `Planned: ${spanWords(planned())} of ${spanWords(of)}.`;
  };
  return (
    <Show when={props.open.view().agenda.length > 0}>
      <p class="confer-agenda__sum">
        {sum()}{" "}
        <Show when={untimed() > 0}>
          {untimed() === 1 ? "1 item has no time yet." : `${untimed()} items have no time yet.`}{" "}
        </Show>
        <Show when={planned() > (slot() ?? Infinity)}>
          <Tag tone="warn">{spanWords(planned() - (slot() ?? 0))} too long</Tag>
        </Show>
      </p>
    </Show>
  );
}
