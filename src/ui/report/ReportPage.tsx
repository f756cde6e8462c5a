import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { type CalendarDate, formatCalendarDate } from "../../domain/calendarDate.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { type AnnualReport, type Period, reportingYear } from "../../forms/annualReport.ts";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { Select } from "../kit/Select.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { createServerNow } from "../thisDevice.ts";
import { Bars, FollowThrough } from "./tables.tsx";

const YEARS = 4;

/** A panel's year for its board: numbers and bars, to be read, printed or saved. It names nobody. [OXT-04] */
export function ReportPage(props: { session: Session }): JSX.Element {
  const panels = createLive(props.session.panels);
  const cases = createLive(props.session.cases);
  const nowMs = createServerNow(props.session);
  const today = () => londonDateOf(nowMs());
  const [chosen, setChosen] = createSignal("");
  const [year, setYear] = createSignal("0");
  const panel = () =>
    chosen() === "" ? panels()[0] : panels().find((each) => each.definition.id === chosen());
  const period = createMemo(() => yearsBefore(today())[Number(year())] ?? reportingYear(today()));
  const report = createMemo(() => {
    // Counted anew when a case changes.
    cases();
    const id = panel()?.definition.id;
    return id === undefined ? undefined : props.session.annualReport(id, period());
  });
  return (
    <Page title="Yearly report" back={{ href: PATTERNS.panels, text: "Panels" }}>
      <div class="confer-no-print">
        <Select
          id="report-panel"
          label="Panel"
          options={panels().map(({ definition }) => ({ value: definition.id, label: definition.name }))}
          value={panel()?.definition.id ?? ""}
          onChange={setChosen}
        />
        <Select
          id="report-year"
          label="Year"
          options={yearsBefore(today()).map((each, at) => ({ value: String(at), label: periodWords(each) }))}
          value={year()}
          onChange={setYear}
        />
      </div>
      <Show when={report()} fallback={<EmptyState>Choose a panel that is in force.</EmptyState>}>
        {(found) => (
          <>
            <h2 class="govuk-heading-m">
              {panel()?.definition.name}, {periodWords(period())}
            </h2>
            <p class="govuk-body">
              Counted on {formatCalendarDate(today())} from the cases that you may read. The report names
              nobody; with few cases, a number alone may still tell who is meant.
            </p>
            <Button kind="secondary" onClick={() => print()}>
              Print
            </Button>
            <Parts report={found()} />
          </>
        )}
      </Show>
    </Page>
  );
}

const yearsBefore = (today: CalendarDate): readonly Period[] =>
  Array.from({ length: YEARS }, (_, back) => {
    const year = Number(today.slice(0, 4)) - back;
    return reportingYear(`${year}${today.slice(4)}` as CalendarDate);
  });

const periodWords = ({ from, to }: Period): string =>
  `${formatCalendarDate(from)} to ${formatCalendarDate(to)}`;

function Parts(props: { report: AnnualReport }): JSX.Element {
  return (
    <>
      <Bars title="Referrals" counts={props.report.referrals} />
      <Show when={props.report.daysToDecision !== undefined}>
        <p class="govuk-body">
          From being sent to the panel’s decision, the middle case took{" "}
          {days(props.report.daysToDecision ?? 0)}.
        </p>
      </Show>
      <Bars title="Decisions of the panel" counts={props.report.decisions} />
      <For each={props.report.themes}>
        {(theme) => <Bars title={`What referrals said: ${theme.title}`} counts={theme.counts} />}
      </For>
      <Bars title="What actions were for" counts={props.report.outcomes} />
      <FollowThrough agencies={props.report.agencies} />
      <Bars title="Reports of progress" counts={props.report.reports} />
      <Bars title="Resources" counts={props.report.resources} />
    </>
  );
}

const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);
