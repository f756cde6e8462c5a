import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { ItemId } from "../../domain/ids.ts";
import { MAX_NAME } from "../../domain/lengths.ts";
import { lastPlace } from "../../domain/meeting/planning.ts";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { kindsFor } from "./agendaWords.ts";
import { readMinutes } from "./itemDraft.ts";
import type { OpenMeeting } from "./MeetingGate.tsx";

/** An item about no case. [OXT-87] */
export function AddBusiness(props: {
  session: Session;
  open: OpenMeeting;
  onSaid: (words: string) => void;
}): JSX.Element {
  const { session, open } = props;
  const kinds = () => kindsFor(open.view().definition, false);
  // Of one kind there is nothing to choose.
  const kindOf = (chosen: string): string => (kinds().length === 1 ? (kinds()[0]?.key ?? "") : chosen);
  const form = createKeptForm({
    notes: session,
    name: `agenda-business/${open.key}`,
    blank: { kind: "", title: "", minutes: "" },
    check: ({ kind, title, minutes }) => [
      needed("business-kind", kindOf(kind), "Choose what kind of item it is"),
      needed("business-title", title, "Enter what the item is about"),
      tooMuch("business-title", title, MAX_NAME, "What the item is about"),
      readMinutes(minutes) === undefined
        ? { fieldId: "business-minutes", text: "Enter the time in minutes, such as 20" }
        : undefined,
    ],
    save: ({ kind, title, minutes }) =>
      session.noteMeeting(open.key, [
        {
          type: "agenda-item",
          item: session.newId<ItemId>(),
          kind: kindOf(kind),
          title: title.trim(),
          order: lastPlace(open.view().agenda),
          minutes: readMinutes(minutes) ?? 0,
        },
      ]),
    onSaved: ({ title }) => props.onSaid(`${title.trim()} was put on the agenda.`),
  });
  const { draft, set, errors } = form;
  return (
    <Show when={kinds().length > 0}>
      <KeptForm of={form} submitText="Put it on the agenda" submitKind="secondary">
        <Show when={kinds().length > 1}>
          <Radios
            id="business-kind"
            label="Kind of item"
            legendSize="s"
            error={errors.of("business-kind")}
            options={kinds().map(({ key, label, hint }) => ({ value: key, label, hint }))}
            value={draft.kind === "" ? undefined : draft.kind}
            onChange={(value) => set("kind", value)}
          />
        </Show>
        <TextInput
          id="business-title"
          label="What it is about"
          hint="Everybody who gets the agenda reads this. Name nobody whose case is heard."
          value={draft.title}
          onInput={(value) => set("title", value)}
          error={errors.of("business-title")}
        />
        <TextInput
          id="business-minutes"
          label="Time in minutes"
          optional
          width={4}
          inputMode="numeric"
          value={draft.minutes}
          onInput={(value) => set("minutes", value)}
          error={errors.of("business-minutes")}
        />
      </KeptForm>
    </Show>
  );
}
