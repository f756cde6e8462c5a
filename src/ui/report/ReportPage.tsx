import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { formatCalendarDate } from "../../domain/calendarDate.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { AnnualReport } from "../../forms/annualReport.ts";
import { periodWords, reportingYear } from "../../forms/period.ts";
import { AGENCY_COLUMNS, agencyCounts, REPORT_CAUTION, reportParts } from "../../forms/reportParts.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { Select } from "../kit/Select.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { createServerNow } from "../thisDevice.ts";
import { Bars, FollowThrough } from "./tables.tsx";
import { TakeOut } from "./TakeOut.tsx";
import { yearsBefore } from "./years.ts";

/** A panel's year for its board: numbers and bars, to be read, printed or taken out. It names nobody. [OXT-04] */
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
              Counted on {formatCalendarDate(today())} from the cases that you may read. {REPORT_CAUTION}
            </p>
            <Parts report={found()} />
            <Show when={panel()}>
              {(of) => <TakeOut session={props.session} panel={of()} period={period()} />}
            </Show>
          </>
        )}
      </Show>
    </Page>
  );
}

function Parts(props: { report: AnnualReport }): JSX.Element {
  return (
    <For each={reportParts(props.report)}>
      {(part) =>
        part.kind === "counts" ? (
          <>
            <Bars title={part.title} counts={part.counts} />
            <Show when={part.after}>{(said) => <p class="govuk-body">{said()}</p>}</Show>
          </>
        ) : (
          <FollowThrough
            title={part.title}
            columns={AGENCY_COLUMNS}
            rows={part.agencies.map((each) => ({ agency: each.agency, counts: agencyCounts(each) }))}
          />
        )
      }
    </For>
  );
}
