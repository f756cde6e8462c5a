import { createMemo, createSignal } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { formatCalendarDate } from "../../domain/calendarDate.ts";
import { addDays } from "../../domain/days.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import {
  FOLLOW_CAUTION,
  FOLLOW_COLUMNS,
  FOLLOW_TITLE,
  followCounts,
  followThrough,
  NOTHING_AGREED,
} from "../../forms/followThrough.ts";
import { isWithin, type Period, periodWords } from "../../forms/period.ts";
import { Page } from "../kit/Page.tsx";
import { Select } from "../kit/Select.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { createServerNow } from "../thisDevice.ts";
import { FollowThrough } from "./tables.tsx";
import { TakeFollowThrough } from "./TakeFollowThrough.tsx";
import { yearsBefore } from "./years.ts";

const QUARTER_DAYS = 91;

/** For the chair, on one page: what agencies agreed to and what became of it. It names nobody. [OXT-33] */
export function FollowThroughPage(props: { session: Session }): JSX.Element {
  const panels = createLive(props.session.panels);
  const actions = createLive(props.session.actions);
  const nowMs = createServerNow(props.session);
  const today = createMemo(() => londonDateOf(nowMs()));
  const [panel, setPanel] = createSignal("");
  const [chosen, setChosen] = createSignal("");
  const lastQuarter = (): Period => ({ from: addDays(today(), 1 - QUARTER_DAYS), to: today() });
  const periods = createMemo((): readonly Period[] => [lastQuarter(), ...yearsBefore(today())]);
  const period = (): Period => periods()[Number(chosen())] ?? lastQuarter();
  const agencies = createMemo(() => {
    const within = period();
    const agreed = actions().filter(
      ({ definitionId, addedMs }) =>
        (panel() === "" || definitionId === panel()) && isWithin(londonDateOf(addedMs), within),
    );
    return followThrough(agreed, today());
  });
  const counted = () => panels().filter(({ definition }) => panel() === "" || definition.id === panel());
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
        Actions agreed from {periodWords(period())}, counted on {formatCalendarDate(today())} from the cases
        that you may read. {FOLLOW_CAUTION}
      </p>
      <FollowThrough
        title={FOLLOW_TITLE}
        columns={FOLLOW_COLUMNS}
        rows={agencies().map((each) => ({ agency: each.agency, counts: followCounts(each) }))}
        nothing={NOTHING_AGREED}
      />
      <TakeFollowThrough session={props.session} panels={counted()} period={period()} agencies={agencies()} />
    </Page>
  );
}
