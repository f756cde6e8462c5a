import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Attendee } from "../../../domain/meeting/attendance.ts";
import { londonDateOf } from "../../../domain/londonTime.ts";
import type { Declaration } from "../../../forms/definition/meeting.ts";
import { momentOf } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { createSteady } from "../../live.ts";
import { WholeScreen } from "../../screens/parts/WholeScreen.tsx";
import { createServerNow } from "../../thisDevice.ts";
import { DeclarationForm } from "./DeclarationForm.tsx";
import type { Room } from "./room.ts";

/** Who has signed, and the tablet passed to whoever has not. */
export function Declarations(props: { room: Room; declaration: Declaration }): JSX.Element {
  const [passedTo, setPassedTo] = createSignal<Attendee>();
  const here = createSteady(
    () => props.room.open.view().attendees.filter(({ present }) => present),
    ({ attendee }) => attendee,
  );
  const signed = ({ declared }: Attendee) =>
    declared?.record.declarationVersion === props.declaration.version ? declared : undefined;
  return (
    <>
      <Show when={here().length === 0}>
        <p class="govuk-body">Mark who is here first.</p>
      </Show>
      <ul class="confer-room__people">
        <For each={here()}>
          {(person) => (
            <li class="confer-room__person">
              <span class="govuk-body">{person.name}</span>
              <Show
                when={signed(person)}
                fallback={
                  <Button kind="secondary" about={`to ${person.name}`} onClick={() => setPassedTo(person)}>
                    Pass the tablet
                  </Button>
                }
              >
                {(declared) => <span class="govuk-body-s">Signed {momentOf(declared().order[0])}</span>}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <p class="govuk-body-s">
        Members on Confer can also sign on their own phone: on the page of this meeting, under “In the room”.
      </p>
      <Show when={passedTo()} keyed>
        {(person) => (
          <Passed
            room={props.room}
            declaration={props.declaration}
            person={person}
            onBack={() => setPassedTo(undefined)}
          />
        )}
      </Show>
    </>
  );
}

/** The whole screen, for one person: one declaration and nothing else, then back to whoever passed it. */
function Passed(props: {
  room: Room;
  declaration: Declaration;
  person: Attendee;
  onBack: () => void;
}): JSX.Element {
  const nowMs = createServerNow(props.room.session);
  const [signed, setSigned] = createSignal(false);
  return (
    <WholeScreen
      title={signed() ? "Thank you. Hand the tablet back." : props.declaration.title}
      closeText={signed() ? "Hand it back" : "Hand it back unsigned"}
      closeKind={signed() ? "primary" : "secondary"}
      onClose={() => props.onBack()}
    >
      <Show when={!signed()}>
        <DeclarationForm
          declaration={props.declaration}
          person={props.person}
          today={londonDateOf(nowMs())}
          passed
          save={(note) => props.room.note(note)}
          onSigned={() => setSigned(true)}
        />
      </Show>
    </WholeScreen>
  );
}
