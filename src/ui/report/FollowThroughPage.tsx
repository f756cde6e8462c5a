import { createMemo, createSignal } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { formatCalendarDate } from "../../domain/calendarDate.ts";
import { addDays } from "../../domain/days.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { followThrough, type WholeFollowThrough } from "../../forms/followThrough.ts";
import { isWithin, type Period, periodWords } from "../../forms/period.ts";
import { Button } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import { Select } from "../kit/Select.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { createServerNow } from "../thisDevice.ts";
import { FollowThrough } from "./tables.tsx";
import { yearsBefore } from "./years.ts";

const QUARTER_DAYS = 91;

const COLUMNS = [
  "Agency",
  "Agreed",
  "Done in time",
  "Done late",
  "Not possible",
  "Left to do",
  "Overdue",
  "Waiting for an answer",
] as const;

const countsOf = (each: WholeFollowThrough): readonly number[] => [
  each.agreed,
  each.inTime,
  each.late,
  each.notPossible,
  each.open,
  each.overdue,
  each.waiting,
];

/** For the chair, on one page: what agencies agreed to and what became of it. It names nobody. [OXT-33] */
export function FollowThroughPage(props: { session: Session }): JSX.Element {
  const panels = createLive(props.session.panels);
  const actions = createLive(props.session.actions);
  const nowMs = createServerNow(props.session);
  const today = createMemo(() => londonDateOf(nowMs()));
  const [panel, setPanel] = createSignal("");
  const [chosen, setChosen] = createSignal("");
  const periods = createMemo((): readonly Period[] => [
    { from: addDays(today(), 1 - QUARTER_DAYS), to: today() },
    ...yearsBefore(today()),
  ]);
  const period = () => periods()[Number(chosen())] ?? periods()[0];
  const counted = createMemo(() => {
    const within = period();
    const agreed = actions().filter(
      ({ definitionId, addedMs }) =>
        (panel() === "" || definitionId === panel()) && within && isWithin(londonDateOf(addedMs), within),
    );
    return followThrough(agreed, today()).map((each) => ({ agency: each.agency, counts: countsOf(each) }));
  });
  const panelName = () =>
    panels().find(({ definition }) => definition.id === panel())?.definition.name ?? "All panels";
  return (
    <Page title="Actions by agency" back={{ href: PATTERNS.actions, text: "Actions" }}>
      <div class="confer-no-print confer-filter">
        <Select
          id="follow-panel"
          label="Panel"
          labelSize="s"
          prompt="All panels"
          options={panels().map(({ definition }) => ({ value: definition.id, label: definition.name }))}
          value={panel()}
          onChange={setPanel}
        />
        <Select
          id="follow-period"
          label="Agreed"
          labelSize="s"
          prompt="In the last three months"
          options={periods()
            .map((each, at) => ({ value: String(at), label: periodWords(each) }))
            .slice(1)}
          value={chosen()}
          onChange={setChosen}
        />
      </div>
      <h2 class="govuk-heading-m">{panelName()}</h2>
      <p class="govuk-body">
        Actions agreed from {period() ? periodWords(period() as Period) : ""}, counted on{" "}
        {formatCalendarDate(today())} from the cases that you may read. No person is named; with few cases, a
        number alone may still tell who is meant.
      </p>
      <Button kind="secondary" onClick={() => print()}>
        Print
      </Button>
      <FollowThrough title="What became of them" columns={COLUMNS} rows={counted()} />
    </Page>
  );
}
