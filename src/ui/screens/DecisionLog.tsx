import { createMemo, createSignal, For, Index, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { LogFilter, LogRow } from "../../app/triageTypes.ts";
import { type CalendarDate, readDateParts } from "../../domain/calendarDate.ts";
import { STATUS_NAMES } from "../../domain/case/status.ts";
import { dateWords, dayOf } from "../caseFile/when.ts";
import { DateInput, type DateText } from "../kit/DateInput.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { Select } from "../kit/Select.tsx";
import { createLive } from "../live.ts";
import { TakeLogOut } from "../logs/TakeLogOut.tsx";
import { caseHref } from "../routes.ts";

const NO_DATE: DateText = { day: "", month: "", year: "" };

/** Every decision about a referral, for openness and audit [ASH-49]. Names nobody who was referred. */
export function DecisionLog(props: { session: Session }): JSX.Element {
  const { session } = props;
  const cases = createLive(session.cases);
  const panels = createLive(session.panels);
  const [panel, setPanel] = createSignal("");
  const [from, setFrom] = createSignal(NO_DATE);
  const [to, setTo] = createSignal(NO_DATE);
  const filter = createMemo((): LogFilter => ({
    definitionId: panel() === "" ? undefined : panel(),
    from: dateOf(from()),
    to: dateOf(to()),
  }));
  const rows = createMemo(() => {
    // Read again when a case changes: the log itself is not live.
    void cases();
    return session.decisionLog(filter());
  });
  return (
    <Page title="Log of decisions" width="wide" back={{ href: "/" }}>
      <p class="govuk-body confer-measure">
        What was decided about each referral, by whom and why. It names nobody who was referred; a reason is
        in the words of the person who decided, so read it before you pass the log on.
      </p>
      <form class="confer-filter confer-no-print" onSubmit={(event) => event.preventDefault()}>
        <Show when={panels().length > 1}>
          <Select
            id="log-panel"
            label="Panel"
            labelSize="s"
            prompt="All panels"
            options={panels().map(({ definition }) => ({
              value: definition.id,
              label: definition.shortName,
            }))}
            value={panel()}
            onChange={setPanel}
          />
        </Show>
        <DayFilter id="log-from" label="Decided from" value={from()} onInput={setFrom} />
        <DayFilter id="log-to" label="Decided until" value={to()} onInput={setTo} />
      </form>
      <p class="govuk-body" role="status">
        {rows().length === 1 ? "1 decision" : `${rows().length} decisions`}
        <FilterWords filter={filter()} />
      </p>
      <Show
        when={rows().length > 0}
        fallback={
          <EmptyState>
            A line appears here whenever a referral is accepted, returned, declined, settled outside the panel
            or withdrawn.
          </EmptyState>
        }
      >
        <LogTable rows={rows()} />
        <TakeLogOut session={session} filter={filter()} panel={onePanel(rows())} />
      </Show>
    </Page>
  );
}

/** Whose password may open it. */
function onePanel(rows: readonly LogRow[]): string | undefined {
  const ids = new Set(rows.map(({ definitionId }) => definitionId));
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** Half a date filters nothing yet. */
function dateOf(parts: DateText): CalendarDate | undefined {
  const read = readDateParts(parts);
  return read.kind === "date" ? read.date : undefined;
}

function DayFilter(props: {
  id: string;
  label: string;
  value: DateText;
  onInput: (value: DateText) => void;
}): JSX.Element {
  const wrong = (): boolean => readDateParts(props.value).kind === "impossible";
  return (
    <DateInput
      {...props}
      legendSize="s"
      optional={true}
      error={wrong() ? `${props.label} must be a real date` : undefined}
    />
  );
}

/** On paper the boxes are gone: what was asked for stands here. */
function FilterWords(props: { filter: LogFilter }): JSX.Element {
  const { from, to } = { from: () => props.filter.from, to: () => props.filter.to };
  return (
    <>
      <Show when={from()}>{(date) => <>, from {dateWords(date())}</>}</Show>
      <Show when={to()}>{(date) => <>, until {dateWords(date())}</>}</Show>
    </>
  );
}

function LogTable(props: { rows: readonly LogRow[] }): JSX.Element {
  return (
    <div class="confer-scroll" tabindex="0" role="region" aria-label="Decisions">
      <table class="govuk-table confer-log">
        <caption class="govuk-table__caption govuk-visually-hidden">Decisions, newest first</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <For each={["Reference", "Received", "Decided", "Decision", "By", "Reason"]}>
              {(title) => (
                <th scope="col" class="govuk-table__header">
                  {title}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          <Index each={props.rows}>{(row) => <Line row={row()} />}</Index>
        </tbody>
      </table>
    </div>
  );
}

function Line(props: { row: LogRow }): JSX.Element {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link confer-target" href={caseHref(props.row.scope)}>
          {props.row.reference}
        </a>
        <span class="confer-log__panel">{props.row.panelName}</span>
      </th>
      <td class="govuk-table__cell confer-log__day">{dayOf(props.row.receivedMs)}</td>
      <td class="govuk-table__cell confer-log__day">{dayOf(props.row.decidedMs)}</td>
      <td class="govuk-table__cell">
        {STATUS_NAMES[props.row.decision]}
        <Show when={props.row.meeting}>{(day) => <>, for {dateWords(day())}</>}</Show>
      </td>
      <td class="govuk-table__cell">{props.row.byName}</td>
      <td class="govuk-table__cell confer-log__reason">{props.row.reason}</td>
    </tr>
  );
}
