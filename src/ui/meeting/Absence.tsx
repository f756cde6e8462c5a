import { createSignal, createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { MAX_NAME } from "../../domain/lengths.ts";
import type { Attendee } from "../../domain/meeting/attendance.ts";
import { createAct } from "../act.ts";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { Button } from "../kit/Button.tsx";
import { Tag } from "../kit/Tag.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { tooMuch } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import type { OpenMeeting } from "./MeetingGate.tsx";
import { focusOn } from "../kit/takeFocus.ts";

/** Whether somebody sent apologies, and who comes instead; a co-ordinator writes it down for whoever telephoned. */
export function Absence(props: {
  session: Session;
  open: OpenMeeting;
  each: Attendee;
  onSaid: (words: string) => void;
}): JSX.Element {
  const { session, open } = props;
  const [asking, setAsking] = createSignal(false);
  const back = createAct(() =>
    session.noteMeeting(open.key, [{ type: "apologies", attendee: props.each.attendee, absent: false }]),
  );
  const cover = () => props.each.apologies?.record.cover;
  return (
    <>
      <ProblemNotice problem={back.problem()} />
      <Show when={props.each.apologies}>
        <p>
          <Tag tone="warn">Cannot come</Tag>{" "}
          <Show when={cover()} fallback="Nobody covers for them yet.">
            {(by) => <>Covered by {[by().name, by().agency].filter(Boolean).join(", ")}.</>}
          </Show>
        </p>
      </Show>
      <Show
        when={asking()}
        fallback={
          <div class="confer-actions">
            <Button kind="link" about={props.each.name} onClick={() => setAsking(true)}>
              {props.each.apologies ? "Change who covers" : "Cannot come"}
            </Button>
            <Show when={props.each.apologies}>
              <Button
                kind="link"
                about={props.each.name}
                onClick={() =>
                  void back.run().then((done) => done && props.onSaid(`${props.each.name} comes after all.`))
                }
              >
                Comes after all
              </Button>
            </Show>
          </div>
        }
      >
        <Cover
          {...props}
          onClose={() => {
            setAsking(false);
            focusOn(`asked-${props.each.attendee}`);
          }}
        />
      </Show>
    </>
  );
}

function Cover(props: {
  session: Session;
  open: OpenMeeting;
  each: Attendee;
  onSaid: (words: string) => void;
  onClose: () => void;
}): JSX.Element {
  const { session, open } = props;
  const { attendee } = props.each;
  const id = `cover-${createUniqueId()}`;
  const form = createKeptForm({
    notes: session,
    name: `cover/${open.key}/${attendee}`,
    blank: { name: "", agency: "" },
    check: ({ name, agency }) => [
      tooMuch(`${id}-name`, name, MAX_NAME, "The name"),
      tooMuch(`${id}-agency`, agency, MAX_NAME, "The agency"),
    ],
    save: (draft) => {
      const name = draft.name.trim();
      const cover = name === "" ? {} : { cover: { name, agency: draft.agency.trim() } };
      return session.noteMeeting(open.key, [{ type: "apologies", attendee, absent: true, ...cover }]);
    },
    onSaved: () => {
      props.onSaid(`${props.each.name} cannot come.`);
      props.onClose();
    },
  });
  const { draft, set, errors } = form;
  return (
    <KeptForm
      of={form}
      inPlace={`${props.each.name} cannot come`}
      submitText="Record that they cannot come"
      submitKind="secondary"
      leaveText="Leave it"
      onLeave={() => {
        form.clear();
        props.onClose();
      }}
    >
      <TextInput
        id={`${id}-name`}
        label="Who comes in their place"
        optional
        value={draft.name}
        onInput={(value) => set("name", value)}
        error={errors.of(`${id}-name`)}
      />
      <TextInput
        id={`${id}-agency`}
        label="Agency of whoever comes in their place"
        optional
        value={draft.agency}
        onInput={(value) => set("agency", value)}
        error={errors.of(`${id}-agency`)}
      />
    </KeptForm>
  );
}
