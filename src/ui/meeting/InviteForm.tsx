import { createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { AttendeeId } from "../../domain/ids.ts";
import { createKeptForm, type MadeForm } from "../kept/createKeptForm.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { Checkboxes } from "../kit/Checkboxes.tsx";
import { Radios } from "../kit/Radios.tsx";
import { Select } from "../kit/Select.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createLive } from "../live.ts";
import { itemTitle } from "./agendaWords.ts";
import { type InviteDraft, inviteErrors, inviteRecord, onConfer } from "./inviteDraft.ts";
import type { OpenMeeting } from "./MeetingGate.tsx";

/** Somebody asked to come: who, and for what. `of`: the person whom it changes. */
export function InviteForm(props: {
  session: Session;
  open: OpenMeeting;
  /** Under which half a form is kept. */
  name: string;
  blank: InviteDraft;
  of?: AttendeeId | undefined;
  /** Hears what was done, if anything. */
  onClose: (said?: string) => void;
}): JSX.Element {
  const { session, open } = props;
  const people = createLive(session.people);
  // Two of them may be open at once.
  const id = `invite-${createUniqueId()}`;
  const record = (draft: InviteDraft) =>
    inviteRecord(draft, props.of ?? session.newId<AttendeeId>(), onConfer(people()));
  const form = createKeptForm<InviteDraft>({
    notes: session,
    name: `invite/${open.key}/${props.name}`,
    blank: props.blank,
    check: (draft) => inviteErrors(draft, id),
    save: (draft) => session.noteMeeting(open.key, [record(draft)]),
    onSaved: (draft) => props.onClose(`${record(draft).name} is asked to come.`),
  });
  return (
    <KeptForm
      of={form}
      inPlace={props.of === undefined ? "Ask somebody" : `Change ${props.blank.name}`}
      submitText={props.of === undefined ? "Ask them" : "Save"}
      leaveText="Leave it"
      onLeave={() => {
        form.clear();
        props.onClose();
      }}
    >
      <Who id={id} session={session} open={open} form={form} fixed={props.of !== undefined} />
      <What id={id} open={open} form={form} />
    </KeptForm>
  );
}

type Part = { id: string; open: OpenMeeting; form: MadeForm<InviteDraft> };

/** Somebody on Confer, or only a name. */
function Who(props: Part & { session: Session; fixed: boolean }): JSX.Element {
  const { draft, set, errors } = props.form;
  const people = createLive(props.session.people);
  const asked = () => new Set(props.open.view().attendees.map(({ user }) => user));
  const offered = () => onConfer(people()).filter(({ user }) => user === draft.user || !asked().has(user));
  return (
    <>
      <Show when={!props.fixed && offered().length > 0}>
        <Select
          id={`${props.id}-user`}
          label="Somebody on Confer"
          hint="They get the agenda and their papers here when it is sent out."
          prompt="Nobody: I type a name"
          options={offered().map(({ user, name, agency }) => ({
            value: user,
            label: agency === "" ? name : `${name}, ${agency}`,
          }))}
          value={draft.user}
          onChange={(user) => set("user", user)}
        />
      </Show>
      <Show when={draft.user === ""}>
        <TextInput
          id={`${props.id}-name`}
          label="Name"
          hint="Somebody who is not on Confer is told some other way, and gets no papers from here."
          value={draft.name}
          onInput={(value) => set("name", value)}
          error={errors.of(`${props.id}-name`)}
        />
        <TextInput
          id={`${props.id}-agency`}
          label="Agency"
          optional
          value={draft.agency}
          onInput={(value) => set("agency", value)}
          error={errors.of(`${props.id}-agency`)}
        />
        <TextInput
          id={`${props.id}-position`}
          label="Position"
          optional
          value={draft.position}
          onInput={(value) => set("position", value)}
          error={errors.of(`${props.id}-position`)}
        />
      </Show>
    </>
  );
}

/** For the whole meeting or for some items, in which seat, and by whose word. [ASH-58] [ASH-101] */
function What(props: Part): JSX.Element {
  const { draft, set, errors } = props.form;
  const view = () => props.open.view();
  const seats = () => seatsOf(props.open);
  return (
    <>
      <Radios
        id={`${props.id}-which`}
        label="What they come for"
        legendSize="s"
        options={[
          { value: "all", label: "The whole meeting", hint: "They get every case on the agenda." },
          { value: "some", label: "Some items only", hint: "They get those cases and no other." },
        ]}
        value={draft.which}
        onChange={(which) => set("which", which === "some" ? "some" : "all")}
      />
      <Show when={draft.which === "some"}>
        <Checkboxes
          id={`${props.id}-items`}
          label="Which items"
          error={errors.of(`${props.id}-items`)}
          options={view().agenda.map((item, at) => ({
            value: item.item,
            label: `${at + 1}. ${itemTitle(item, view().cases)}`,
          }))}
          value={draft.items}
          onChange={(items) => set("items", items)}
        />
      </Show>
      <Show when={seats().length > 0}>
        <Select
          id={`${props.id}-seat`}
          label="Seat"
          optional
          prompt="None"
          options={seats()}
          value={draft.seat}
          onChange={(seat) => set("seat", seat)}
        />
      </Show>
      <TextInput
        id={`${props.id}-permitted`}
        label="If only the chair’s word lets them in, the chair’s name"
        hint="For a member of the public, or somebody the chair invites directly."
        optional
        value={draft.permittedBy}
        onInput={(value) => set("permittedBy", value)}
        error={errors.of(`${props.id}-permitted`)}
      />
    </>
  );
}

/** The seats that the panel names, and whoever has to be there for a case. */
export const seatsOf = (open: OpenMeeting): readonly { value: string; label: string }[] => {
  const { agencies, meeting } = open.view().definition;
  const required = (meeting.named ?? []).filter((named) => named.required === true);
  return [...(agencies.seats ?? []), ...required].map(({ key, label }) => ({ value: key, label }));
};
