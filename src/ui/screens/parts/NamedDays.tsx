import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { formatCalendarDate, readDateParts } from "../../../domain/calendarDate.ts";
import type { NamedDay } from "../../../domain/workingDays.ts";
import { createAct } from "../../act.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Details } from "../../kit/Details.tsx";
import { datePartId } from "../../kit/field.ts";
import { Radios } from "../../kit/Radios.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { errorOfDate } from "./dateError.ts";
import { Errors } from "./Errors.tsx";
import { createFieldErrors, needed } from "./fieldErrors.ts";
import { Form } from "./Form.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

const BLANK = { date: { day: "", month: "", year: "" }, name: "", worked: "no" };

/** Days that count otherwise than the bank holidays say, for every panel: a royal event, closed offices. */
export function NamedDays(props: { session: Session; days: readonly NamedDay[] }): JSX.Element {
  const kept = createKeptDraft(props.session, "named-day", BLANK);
  const errors = createFieldErrors();
  const act = createAct(props.session.nameDay.bind(props.session));
  const [said, setSaid] = createSignal("");
  const add = async (): Promise<void> => {
    setSaid("");
    const { name, worked } = kept.draft;
    const read = readDateParts(kept.draft.date);
    const wrongDate =
      read.kind === "date"
        ? undefined
        : {
            fieldId: datePartId("day-off", read.kind === "impossible" ? read.part : "day"),
            text:
              read.kind === "empty"
                ? "Enter the date"
                : "The date must be a real date, with a day, a month and a year",
          };
    if (!errors.check([wrongDate, needed("day-off-name", name, "Say what day it is")])) return;
    if (read.kind !== "date") return;
    const day = { name: name.trim(), worked: worked === "yes" };
    if ((await act.run(read.date, day)) === undefined) return;
    setSaid(`Added: ${formatCalendarDate(read.date)}.`);
    kept.clear();
  };
  return (
    <Details summary="Other days off, and bank holidays that were moved">
      <p>
        Weekends and the bank holidays of England and Wales are left out by themselves. Deadlines of every
        panel change with what you add here.
      </p>
      <Show when={props.days.length > 0}>
        <ul class="govuk-list">
          <For each={props.days}>
            {({ date, name, worked }) => (
              <li>
                {formatCalendarDate(date)}: {name}
                {worked ? ", counted as a working day" : ", not counted"}{" "}
                <Button
                  kind="link"
                  about={formatCalendarDate(date)}
                  onClick={() => void act.run(date, undefined)}
                >
                  Remove
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Errors of={errors} />
      <ProblemNotice problem={act.problem() ?? kept.problem()} />
      <Show when={kept.ready()}>
        <Form submitText="Add day" busyText="Adding the day." busy={act.busy()} onSubmit={() => void add()}>
          <DateInput
            id="day-off"
            label="Date"
            hint="For example, 8 5 2028"
            value={kept.draft.date}
            onInput={(date) => kept.set("date", date)}
            error={errorOfDate(errors, "day-off")}
          />
          <TextInput
            id="day-off-name"
            label="What it is"
            hint="For example, offices closed"
            value={kept.draft.name}
            onInput={(name) => kept.set("name", name)}
            error={errors.of("day-off-name")}
          />
          <Radios
            id="day-off-worked"
            label="How it counts"
            options={[
              { value: "no", label: "Nobody works: leave it out" },
              { value: "yes", label: "It is worked, although the bank holidays have it" },
            ]}
            value={kept.draft.worked}
            onChange={(worked) => kept.set("worked", worked)}
          />
        </Form>
      </Show>
      <p class="govuk-body" role="status">
        <Show when={said()}>{said()}</Show>
      </p>
    </Details>
  );
}
