import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { filedOf } from "../../domain/case/discussion.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import type { PanelLog } from "../../forms/definition/handling.ts";
import { createAct } from "../act.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { nameOf } from "../caseFile/people.ts";
import { dateWords, momentOf } from "../caseFile/when.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { DateInput } from "../kit/DateInput.tsx";
import { Radios } from "../kit/Radios.tsx";
import { SummaryList } from "../kit/SummaryList.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createSteady } from "../live.ts";
import { errorOfDate } from "../referral/consent/dateError.ts";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors } from "../screens/parts/fieldErrors.ts";
import { Form } from "../screens/parts/Form.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { blankLine, boxId, lineErrors, lineRecord, type LogDraft } from "./logDraft.ts";

type Props = { session: Session; open: OpenCase; log: PanelLog; today: CalendarDate };

/** One of the panel's logs, as far as it is about this case: its lines, and a line more. */
export function LogSection(props: Props): JSX.Element {
  const [adding, setAdding] = createSignal(false);
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
      <Show
        when={adding()}
        fallback={
          <Button kind="secondary" about={props.log.label} onClick={() => setAdding(true)}>
            {lines().length === 0 ? "Add" : "Add another"}
          </Button>
        }
      >
        <AddLine {...props} onClose={() => setAdding(false)} />
      </Show>
    </section>
  );
}

function AddLine(props: Props & { onClose: () => void }): JSX.Element {
  const errors = createFieldErrors();
  const kept = createKeptDraft<LogDraft>(
    props.session,
    `log/${props.open.scope}/${props.log.key}`,
    blankLine(props.log),
  );
  const act = createAct(() =>
    props.session.noteCase(props.open.scope, [lineRecord(props.log, kept.draft, props.today)]),
  );
  const submit = (): void => {
    if (!errors.check(lineErrors(props.log, kept.draft, props.today))) return;
    void act.run().then((saved) => {
      if (!saved) return;
      kept.clear();
      props.onClose();
    });
  };
  return (
    <Show when={kept.ready()}>
      <Errors of={errors} />
      <Form
        submitText="Save"
        busyText="Saving."
        busy={act.busy()}
        onSubmit={submit}
        more={
          <Button kind="link" onClick={() => props.onClose()}>
            Cancel
          </Button>
        }
      >
        <For each={props.log.fields}>
          {(field) => {
            const id = boxId(props.log, field.key);
            const text = () => kept.draft[field.key]?.text ?? "";
            const setText = (value: string) => kept.set(field.key, "text", value);
            const shared = () => ({ id, label: field.label, error: errors.of(id) });
            return (
              <Switch>
                <Match when={field.type === "date"}>
                  <DateInput
                    id={id}
                    label={field.label}
                    legendSize="s"
                    error={errorOfDate(errors, id)}
                    value={kept.draft[field.key]?.date ?? { day: "", month: "", year: "" }}
                    onInput={(date) => kept.set(field.key, "date", date)}
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
        <ProblemNotice problem={act.problem() ?? kept.problem()} />
      </Form>
    </Show>
  );
}
