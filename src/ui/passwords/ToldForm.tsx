import { createMemo } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import { datePartsOf, readDateParts } from "../../domain/calendarDate.ts";
import type { UserId } from "../../domain/ids.ts";
import { MAX_NAME } from "../../domain/lengths.ts";
import type { PanelPassword } from "../../domain/passwords.ts";
import { TOLD_BY } from "../../domain/records/password.ts";
import { isoDayOf } from "../caseFile/when.ts";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { Checkboxes } from "../kit/Checkboxes.tsx";
import { DateInput, type DateText } from "../kit/DateInput.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createLive } from "../live.ts";
import { errorOfDate, pastDateError } from "../screens/parts/dateError.ts";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { personName } from "../words/people.ts";
import { isWay, WAYS } from "./words.ts";

type Draft = { people: string[]; others: string; how: string; on: DateText };

/** Notes who was told a password, and by which way: never that of the document itself. [ASH-77] */
export function ToldForm(props: {
  session: Session;
  panel: PanelInfo;
  password: PanelPassword;
  onDone: () => void;
}): JSX.Element {
  const people = createLive(props.session.people);
  const today = isoDayOf(Date.now());
  const known = createMemo(() =>
    people().flatMap((person) =>
      person.user !== undefined && person.state === "confirmed"
        ? [{ value: person.user, label: personName(person), hint: person.profile?.agency }]
        : [],
    ),
  );
  const id = (part: string): string => `told-${part}-${props.panel.definition.id}`;
  const form = createKeptForm<Draft>({
    notes: props.session,
    name: `password-told/${props.password.entry}`,
    blank: { people: [], others: "", how: "", on: datePartsOf(today) },
    check: ({ people: chosen, others, how, on }) => [
      chosen.length === 0 && others.trim() === ""
        ? { fieldId: id("people"), text: "Choose or enter who was told" }
        : undefined,
      tooMuch(id("others"), others, MAX_NAME, "The names"),
      needed(id("how"), how, "Choose how they were told"),
      pastDateError(id("on"), on, "the day on which they were told", today),
    ],
    save: ({ people: chosen, others, how, on }) => {
      const read = readDateParts(on);
      if (read.kind !== "date" || !isWay(how)) throw new Error("telling: it was not checked");
      const users = known().flatMap(({ value }): UserId[] => (chosen.includes(value) ? [value] : []));
      const telling = { password: props.password.entry, users, others: others.trim(), how, on: read.date };
      return props.session.notePasswordTold(props.panel.definition.id, telling);
    },
    onSaved: () => props.onDone(),
  });
  const { draft, set, errors } = form;
  return (
    <KeptForm
      of={form}
      submitText="Save who was told"
      inPlace={`Who was told the password for ${props.password.name}`}
      onLeave={props.onDone}
    >
      <Checkboxes
        id={id("people")}
        label="Who was told?"
        options={known()}
        value={draft.people}
        onChange={(chosen) => set("people", chosen)}
        error={errors.of(id("people"))}
        legendSize="s"
      />
      <TextInput
        id={id("others")}
        label="Somebody else (optional)"
        hint="Name and agency."
        labelSize="s"
        value={draft.others}
        onInput={(text) => set("others", text)}
        error={errors.of(id("others"))}
      />
      <Radios
        id={id("how")}
        label="How were they told?"
        hint="Never in the email that carries the document."
        options={TOLD_BY.map((way) => ({ value: way, label: WAYS[way].label }))}
        value={draft.how === "" ? undefined : draft.how}
        onChange={(how) => set("how", how)}
        error={errors.of(id("how"))}
        legendSize="s"
      />
      <DateInput
        id={id("on")}
        label="On"
        legendSize="s"
        value={draft.on}
        onInput={(on) => set("on", on)}
        error={errorOfDate(errors, id("on"))}
      />
    </KeptForm>
  );
}
