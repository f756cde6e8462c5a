import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { AgendaItem } from "../../domain/meeting/agenda.ts";
import { createKeptForm, type MadeForm } from "../kept/createKeptForm.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { Checkboxes } from "../kit/Checkboxes.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { itemTitle, kindsFor, partyWords } from "./agendaWords.ts";
import { draftErrors, draftOf, type ItemDraft, recordOf } from "./itemDraft.ts";
import type { OpenMeeting } from "./MeetingGate.tsx";

const ID = "item";
/** An agenda goes to guests too, who hear of one case only. */
const READ_BY_ALL = "Everybody who gets the agenda reads this. Name nobody whose case is heard.";

/** Everything about one item. `onClose` hears what was done, if anything. */
export function ItemForm(props: {
  session: Session;
  open: OpenMeeting;
  item: AgendaItem;
  onClose: (said?: string) => void;
}): JSX.Element {
  const { session, open, item } = props;
  const business = item.case === undefined;
  const held = () => open.view().cases.get(item.case as NonNullable<typeof item.case>);
  const offered = [
    ...new Set(
      (held()?.parties ?? []).filter(({ part, name }) => part === "presents" && name !== "").map(partyWords),
    ),
  ];
  const title = () => itemTitle(item, open.view().cases);
  const form = createKeptForm<ItemDraft>({
    notes: session,
    name: `agenda-item/${item.item}`,
    blank: draftOf(item, offered),
    check: (draft) => draftErrors(draft, ID, business),
    save: (draft) => session.noteMeeting(open.key, [recordOf(item, draft, business)]),
    onSaved: () => props.onClose(`${title()} was changed.`),
  });
  return (
    <KeptForm
      of={form}
      inPlace={`Change ${title()}`}
      submitText="Save"
      leaveText="Leave as it was"
      onLeave={() => {
        form.clear();
        props.onClose();
      }}
    >
      <strong class="confer-agenda__title">{title()}</strong>
      <Fields open={open} form={form} business={business} offered={offered} />
    </KeptForm>
  );
}

function Fields(props: {
  open: OpenMeeting;
  form: MadeForm<ItemDraft>;
  business: boolean;
  offered: readonly string[];
}): JSX.Element {
  const { draft, set, errors } = props.form;
  return (
    <>
      <Radios
        id={`${ID}-kind`}
        label="Kind of item"
        legendSize="s"
        error={errors.of(`${ID}-kind`)}
        options={kindsFor(props.open.view().definition, !props.business).map(({ key, label, hint }) => ({
          value: key,
          label,
          hint,
        }))}
        value={draft.kind === "" ? undefined : draft.kind}
        onChange={(kind) => set("kind", kind)}
      />
      <Show when={props.business}>
        <TextInput
          id={`${ID}-title`}
          label="What it is about"
          hint={READ_BY_ALL}
          value={draft.title}
          onInput={(value) => set("title", value)}
          error={errors.of(`${ID}-title`)}
        />
      </Show>
      <TextInput
        id={`${ID}-minutes`}
        label="Time in minutes"
        optional
        width={4}
        inputMode="numeric"
        value={draft.minutes}
        onInput={(value) => set("minutes", value)}
        error={errors.of(`${ID}-minutes`)}
      />
      <Show when={props.offered.length > 0}>
        <Checkboxes
          id={`${ID}-ticked`}
          label="Who presents it, of those the referral names"
          options={props.offered.map((name) => ({ value: name, label: name }))}
          value={draft.ticked}
          onChange={(ticked) => set("ticked", ticked)}
        />
      </Show>
      <TextArea
        id={`${ID}-others`}
        label={props.offered.length > 0 ? "Others who present it" : "Who presents it"}
        hint="One name to a line, with the agency."
        optional
        rows={2}
        value={draft.others}
        onInput={(value) => set("others", value)}
        error={errors.of(`${ID}-others`)}
      />
      <Show when={!props.business}>
        <OfCase form={props.form} />
      </Show>
    </>
  );
}

/** Why a case stands where it does, and who agreed to it. */
function OfCase(props: { form: MadeForm<ItemDraft> }): JSX.Element {
  const { draft, set, errors } = props.form;
  return (
    <>
      <Checkboxes
        id={`${ID}-substitute`}
        label="Standing in"
        options={[
          {
            value: "yes",
            label:
              "Somebody presents in place of whoever should, and knows the case well enough to answer questions",
          },
        ]}
        value={draft.substitute ? ["yes"] : []}
        onChange={(value) => set("substitute", value.length > 0)}
      />
      <TextArea
        id={`${ID}-forward`}
        label="If it is brought forward, why"
        hint={READ_BY_ALL}
        optional
        rows={2}
        value={draft.broughtForward}
        onInput={(value) => set("broughtForward", value)}
        error={errors.of(`${ID}-forward`)}
      />
      <TextArea
        id={`${ID}-late`}
        label="If it came too late, why the chair hears it all the same"
        hint={READ_BY_ALL}
        optional
        rows={2}
        value={draft.lateReason}
        onInput={(value) => set("lateReason", value)}
        error={errors.of(`${ID}-late`)}
      />
      <Show when={draft.broughtForward.trim() !== "" || draft.lateReason.trim() !== ""}>
        <TextInput
          id={`${ID}-agreed`}
          label="Who agreed to it"
          hint="Name and role, such as the chair."
          value={draft.agreedBy}
          onInput={(value) => set("agreedBy", value)}
          error={errors.of(`${ID}-agreed`)}
        />
      </Show>
    </>
  );
}
