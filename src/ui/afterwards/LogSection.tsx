import { For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { filedOf } from "../../domain/case/discussion.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import type { PanelLog } from "../../forms/definition/handling.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { nameOf } from "../caseFile/people.ts";
import { dateWords, momentOf } from "../caseFile/when.ts";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { InPlace } from "../kept/InPlace.tsx";
import { KeptForm } from "../kept/KeptForm.tsx";
import { DateInput } from "../kit/DateInput.tsx";
import { Radios } from "../kit/Radios.tsx";
import { SummaryList } from "../kit/SummaryList.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createSteady } from "../live.ts";
import { errorOfDate } from "../screens/parts/dateError.ts";
import { blankLine, boxId, lineErrors, lineRecord, type LogDraft } from "./logDraft.ts";

type Props = { session: Session; open: OpenCase; log: PanelLog; today: CalendarDate };

/** One of the panel's logs, as far as it is about this case: its lines, and a line more. */
export function LogSection(props: Props): JSX.Element {
  const lines = createSteady(
    () => filedOf(props.open.view().file, props.log.key).toReversed(),
    ({ entry }) => entry,
  );
  const labelOf = (field: string) => props.log.fields.find(({ key }) => key === field)?.label ?? field;
  const shown = (field: string, value: string) =>
    props.log.fields.find(({ key }) => key === field)?.type === "date" ? dateWords(value) : value;
  return (
    <section aria-label={props.log.label}>
      <h2 class="govuk-heading-m">{props.log.label}</h2>
      <Show when={props.log.hint}>
        <p class="govuk-hint">{props.log.hint}</p>
      </Show>
      <For each={lines()}>
        {(line) => (
          <div class="confer-card">
            <SummaryList
              rows={[
                ...line.record.values.map(({ field, value }) => ({
                  key: labelOf(field),
                  value: shown(field, value),
                })),
                {
                  key: "Written",
                  value: `${momentOf(line.order[0])}, ${nameOf(props.open.view(), line.author)}`,
                },
              ]}
            />
          </div>
        )}
      </For>
      <InPlace text={lines().length === 0 ? "Add" : "Add another"} about={props.log.label}>
        {(close) => <AddLine {...props} onClose={close} />}
      </InPlace>
    </section>
  );
}

function AddLine(props: Props & { onClose: () => void }): JSX.Element {
  const form = createKeptForm<LogDraft>({
    notes: props.session,
    name: `log/${props.open.scope}/${props.log.key}`,
    blank: blankLine(props.log),
    check: (draft) => lineErrors(props.log, draft, props.today),
    save: (draft) => props.session.noteCase(props.open.scope, [lineRecord(props.log, draft, props.today)]),
    onSaved: () => props.onClose(),
  });
  return (
    <KeptForm
      of={form}
      inPlace={`Add: ${props.log.label}`}
      submitText="Save"
      busyText="Saving."
      onLeave={props.onClose}
    >
      <For each={props.log.fields}>
        {(field) => {
          const id = boxId(props.log, field.key);
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
