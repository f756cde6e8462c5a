import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { datePartsOf, parseCalendarDate, readDateParts } from "../../../domain/calendarDate.ts";
import type { Action } from "../../../domain/case/actions.ts";
import { MAX_NAME, MAX_PROSE } from "../../../domain/lengths.ts";
import { createAct } from "../../act.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Select } from "../../kit/Select.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { errorOfDate, pastDateError } from "../../screens/parts/dateError.ts";
import { createFieldErrors, needed, tooMuch } from "../../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { Heard } from "./heard.ts";

const NO_DATE = { day: "", month: "", year: "" };
/** Any day of the calendar may be a due date. */
const LAST_DAY = "9999-12-31";

/** Everything about one action. Only what changed is written. [OXT-61] */
export function ActionEdit(props: { heard: Heard; action: Action; onDone: () => void }): JSX.Element {
  const id = (field: string) => `edit-${props.action.action}-${field}`;
  const date = parseCalendarDate(props.action.due);
  const before = {
    what: props.action.what,
    agency: props.action.agency,
    owner: props.action.owner,
    contact: props.action.contact,
    outcome: props.action.outcome,
    commitment: props.action.commitment as string,
    due: date ? datePartsOf(date) : NO_DATE,
  };
  const kept = createKeptDraft(props.heard.room.session, `room/action-${props.action.action}`, before);
  const errors = createFieldErrors();
  const outcomes = () => props.heard.room.open.view().definition.outcomes;
  const act = createAct((due: string) => {
    const { draft } = kept;
    const people = props.heard.room.open.view().attendees;
    const user = people.find(({ name, user: known }) => known && name === draft.owner.trim())?.user;
    return props.heard.note({
      type: "action-set",
      action: props.action.action,
      ...(draft.what === before.what ? {} : { what: draft.what.trim() }),
      ...(draft.agency === before.agency ? {} : { agency: draft.agency.trim() }),
      ...(draft.owner === before.owner ? {} : { owner: draft.owner.trim(), user: user ?? "" }),
      ...(draft.contact === before.contact ? {} : { contact: draft.contact.trim() }),
      ...(draft.outcome === before.outcome ? {} : { outcome: draft.outcome }),
      ...(draft.commitment === before.commitment ? {} : { commitment: commitmentOf(draft.commitment) }),
      ...(due === props.action.due ? {} : { due: parseCalendarDate(due) ?? "" }),
    });
  });
  const save = async (): Promise<void> => {
    const read = readDateParts(kept.draft.due);
    const right = errors.check([
      needed(id("what"), kept.draft.what, "Enter what is to be done"),
      tooMuch(id("what"), kept.draft.what, MAX_PROSE, "The action"),
      ...(["agency", "owner", "contact"] as const).map((field) =>
        tooMuch(id(field), kept.draft[field], MAX_NAME, "This"),
      ),
      read.kind === "empty" ? undefined : pastDateError(id("due"), kept.draft.due, "the date", LAST_DAY),
    ]);
    if (!right || !(await act.run(read.kind === "date" ? read.date : ""))) return;
    kept.drop();
    props.onDone();
  };
  const text = (field: "what" | "agency" | "owner" | "contact", label: string): JSX.Element => (
    <TextInput
      id={id(field)}
      label={label}
      error={errors.of(id(field))}
      value={kept.draft[field]}
      onInput={(value) => kept.set(field, value)}
    />
  );
  return (
    <Show when={kept.ready()}>
      <form
        class="confer-room__form"
        aria-label="Change the action"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {text("what", "What")}
        {text("agency", "Agency")}
        {text("owner", "Full name of who does it")}
        <DateInput
          id={id("due")}
          label="By when"
          error={errorOfDate(errors, id("due"))}
          value={kept.draft.due}
          onInput={(due) => kept.set("due", due)}
        />
        {text("contact", "Contact")}
        <Select
          id={id("outcome")}
          label="What it serves"
          optional
          options={outcomes().map(({ key, label }) => ({ value: key, label }))}
          value={kept.draft.outcome}
          onChange={(outcome) => kept.set("outcome", outcome)}
        />
        <Select
          id={id("commitment")}
          label="Resources or funding"
          optional
          prompt="None, or not said"
          options={[
            { value: "inPrinciple", label: "Agreed in principle" },
            { value: "confirmed", label: "Confirmed by the agency" },
          ]}
          value={kept.draft.commitment}
          onChange={(commitment) => kept.set("commitment", commitment)}
        />
        <Button type="submit" kind="secondary" busy={act.busy()}>
          Save action
        </Button>
        <ProblemNotice problem={act.problem()} />
      </form>
    </Show>
  );
}

const commitmentOf = (text: string): Action["commitment"] =>
  text === "inPrinciple" || text === "confirmed" ? text : "";
