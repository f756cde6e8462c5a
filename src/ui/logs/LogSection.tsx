import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Outcome } from "../../app/api.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import type { DayRules } from "../../domain/deadline.ts";
import type { Happened } from "../../domain/happened.ts";
import type { EntryId, UserId } from "../../domain/ids.ts";
import type { Standing } from "../../domain/logLines.ts";
import type { LogLine } from "../../domain/records/logLine.ts";
import type { PanelLog } from "../../forms/definition/handling.ts";
import { clockOf } from "../../forms/logClocks.ts";
import { dateWords, momentOf } from "../caseFile/when.ts";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { InPlace } from "../kept/InPlace.tsx";
import type { Notes } from "../kept/keeper.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { DateInput } from "../kit/DateInput.tsx";
import { Details } from "../kit/Details.tsx";
import { Radios } from "../kit/Radios.tsx";
import { SummaryList, type SummaryRow } from "../kit/SummaryList.tsx";
import { Tag } from "../kit/Tag.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createSteady } from "../live.ts";
import { errorOfDate } from "../screens/parts/dateError.ts";
import { blankLine, boxId, draftOf, lineErrors, lineRecord, type LogDraft } from "./logDraft.ts";

type Line = Standing<Happened<LogLine>>;

/** Where a log is kept, and what its screens have to know about that. */
export type LogPlace = {
  readonly notes: Notes;
  /** Half-typed lines are kept under it: an id at most. */
  readonly name: string;
  readonly today: CalendarDate;
  readonly days: DayRules;
  readonly whoOf: (user: UserId) => string;
  readonly save: (line: LogLine) => Promise<Outcome>;
};

type Props = { log: PanelLog; place: LogPlace };

/** One of the panel's logs: its lines, newest first, each to be put right, and a line more. */
export function LogSection(
  props: Props & {
    lines: readonly Line[];
    /** Under the heading: what helps to write a line. */
    help?: JSX.Element;
  },
): JSX.Element {
  const lines = createSteady(
    () => props.lines.toReversed(),
    ({ entry, before }) => before[0]?.entry ?? entry,
  );
  return (
    <section aria-label={props.log.label}>
      <h2 class="govuk-heading-m">{props.log.label}</h2>
      <Show when={props.log.hint}>
        <p class="govuk-hint">{props.log.hint}</p>
      </Show>
      {props.help}
      <For each={lines()}>{(line) => <LineCard log={props.log} place={props.place} line={line} />}</For>
      <InPlace text={lines().length === 0 ? "Add" : "Add another"} about={props.log.label}>
        {(close) => <WriteLine log={props.log} place={props.place} onClose={close} />}
      </InPlace>
    </section>
  );
}

function LineCard(props: Props & { line: Line }): JSX.Element {
  const written = ({ order, author }: Happened<LogLine>): string =>
    `${momentOf(order[0])}, ${props.place.whoOf(author)}`;
  return (
    <div class="confer-card">
      <Clock {...props} />
      <SummaryList
        rows={[...valueRows(props.log, props.line.record), { key: "Written", value: written(props.line) }]}
      />
      <Show when={props.line.before.length > 0}>
        <Details
          summary={
            props.line.before.length === 1
              ? "What it said before"
              : `What it said before (${props.line.before.length})`
          }
        >
          <For each={props.line.before}>
            {(before) => (
              <SummaryList
                rows={[...valueRows(props.log, before.record), { key: "Written", value: written(before) }]}
              />
            )}
          </For>
        </Details>
      </Show>
      <InPlace text="Change" about={`this line of ${props.log.label}`}>
        {(close) => <WriteLine {...props} onClose={close} />}
      </InPlace>
    </div>
  );
}

function valueRows({ fields }: PanelLog, { values }: LogLine): SummaryRow[] {
  return values.map(({ field, value }) => {
    const box = fields.find(({ key }) => key === field);
    return {
      key: box?.label ?? field,
      value: box?.type === "date" ? dateWords(value) : value,
      long: box?.type === "longText",
    };
  });
}

/** By when, while it is not done; the rule beside it, since nobody knows it by heart. */
function Clock(props: Props & { line: Line }): JSX.Element {
  const due = createMemo(() => clockOf(props.log, props.line.record, props.place.days));
  return (
    <Show when={due()}>
      {(day) => (
        <p class="govuk-body">
          <Tag tone={day() < props.place.today ? "bad" : "warn"}>
            {day() < props.place.today ? "Overdue" : "Waiting"}
          </Tag>{" "}
          <strong>
            {props.log.clock?.label} {dateWords(day())}.
          </strong>{" "}
          {props.log.clock?.rule}
        </p>
      )}
    </Show>
  );
}

/** A new line, or one in the place of `line`. */
function WriteLine(props: Props & { line?: Line; onClose: () => void }): JSX.Element {
  const { place, log } = props;
  const corrects: EntryId | undefined = props.line?.entry;
  const form = createKeptForm<LogDraft>({
    notes: place.notes,
    name: [place.name, log.key, ...(corrects === undefined ? [] : [corrects])].join("/"),
    blank: props.line ? draftOf(log, props.line.record) : blankLine(log),
    check: (draft) => lineErrors(log, draft, props.place.today, corrects),
    save: (draft) => props.place.save(lineRecord(log, draft, props.place.today, corrects)),
    onSaved: () => props.onClose(),
  });
  return (
    <KeptForm
      of={form}
      inPlace={`${corrects === undefined ? "Add" : "Change"}: ${log.label}`}
      submitText="Save"
      busyText="Saving."
      onLeave={props.onClose}
    >
      <For each={log.fields}>
        {(field) => {
          const id = boxId(log, field.key, corrects);
          const text = () => form.draft[field.key]?.text ?? "";
          const setText = (value: string) => form.set(field.key, "text", value);
          const shared = () => ({ id, label: field.label, error: form.errors.of(id) });
          return (
            <Switch>
              <Match when={field.type === "date"}>
                <DateInput
                  id={id}
                  label={field.label}
                  legendSize="s"
                  error={errorOfDate(form.errors, id)}
                  value={form.draft[field.key]?.date ?? { day: "", month: "", year: "" }}
                  onInput={(date) => form.set(field.key, "date", date)}
                />
              </Match>
              <Match when={field.type === "yesNo"}>
                <Radios
                  {...shared()}
                  legendSize="s"
                  inline={true}
                  options={[
                    { value: "Yes", label: "Yes" },
                    { value: "No", label: "No" },
                  ]}
                  value={text() === "" ? undefined : text()}
                  onChange={setText}
                />
              </Match>
              <Match when={field.type === "longText"}>
                <TextArea {...shared()} labelSize="s" rows={3} value={text()} onInput={setText} />
              </Match>
              <Match when={field.type === "text"}>
                <TextInput {...shared()} labelSize="s" value={text()} onInput={setText} />
              </Match>
            </Switch>
          );
        }}
      </For>
    </KeptForm>
  );
}
