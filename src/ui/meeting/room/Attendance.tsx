import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { AttendeeId } from "../../../domain/ids.ts";
import type { Attendee } from "../../../domain/meeting/attendance.ts";
import { ATTENDANCE_MODES, type AttendanceMode } from "../../../domain/records/meeting.ts";
import { createAct } from "../../act.ts";
import { createChoice } from "../../choice.ts";
import { Notice } from "../../kit/Notice.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import { AddPerson } from "./AddPerson.tsx";
import { MODE_WORDS } from "./modeWords.ts";
import { chairIsHere } from "./notHere.ts";
import { createPart, type Room } from "./room.ts";

/** Everybody asked to come: there or not, how, who comes instead. [ASH-57], [HER-04], [HER-39] */
export function Attendance(props: { room: Room }): JSX.Element {
  const view = () => props.room.open.view();
  const people = createPart(() => view().attendees.map(({ attendee }) => attendee));
  const personOf = (id: AttendeeId) => view().attendees.find(({ attendee }) => attendee === id);
  const asksProtocol = () => view().definition.meeting.opening.some(({ brings }) => brings === "protocol");
  const emptySeats = createPart(() => {
    const taken = view()
      .attendees.filter(({ present }) => present)
      .map(({ seat }) => seat);
    return (view().definition.agencies.seats ?? []).filter(({ key }) => !taken.includes(key));
  });
  const chairHere = createPart(() => chairIsHere(props.room));
  return (
    <>
      <ul class="confer-room__people">
        <For each={people()}>
          {(id) => {
            // By its id: a row that changes stays, and keeps the focus of whoever changed it.
            const person = createPart(() => personOf(id));
            return (
              <Show when={person()}>
                {(it) => <Row room={props.room} person={it()} protocol={asksProtocol()} />}
              </Show>
            );
          }}
        </For>
      </ul>
      <Show when={people().length === 0}>
        <p class="govuk-body">Nobody was invited. Add each person who is here.</p>
      </Show>
      <AddPerson room={props.room} />
      <Show when={!chairHere()}>
        <Notice tone="warn">
          <p>Nobody who is marked as here is a chair.</p>
        </Notice>
      </Show>
      <Show when={emptySeats().length > 0}>
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              Seats with nobody marked as here: {emptySeats().length}
            </span>
          </summary>
          <ul class="govuk-list govuk-list--bullet govuk-details__text">
            <For each={emptySeats()}>{(seat) => <li>{seat.label}</li>}</For>
          </ul>
        </details>
      </Show>
    </>
  );
}

function Row(props: { room: Room; person: Attendee; protocol: boolean }): JSX.Element {
  const note = (said: Partial<Pick<Attendee, "present" | "mode" | "protocol">>) =>
    props.room.note({ type: "attended", attendee: props.person.attendee, ...said });
  const acts = {
    present: createAct((present: boolean) => note({ present })),
    mode: createAct((mode: AttendanceMode) => note({ mode })),
    protocol: createAct((protocol: "signed" | "invitedByChair") => note({ protocol })),
  };
  const present = createChoice(() => props.person.present, acts.present);
  const mode = createChoice(() => props.person.mode, acts.mode);
  const protocol = createChoice(() => props.person.protocol, acts.protocol);
  const id = () => `here-${props.person.attendee}`;
  const who = () => [props.person.agency, props.person.position].filter(Boolean).join(", ");
  return (
    <li class="confer-room__person">
      <div class="govuk-checkboxes govuk-checkboxes--small confer-room__here">
        <div class="govuk-checkboxes__item">
          <input
            id={id()}
            class="govuk-checkboxes__input"
            type="checkbox"
            checked={present.value() ?? false}
            onChange={(event) => present.choose(event.currentTarget.checked)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={id()}>
            <strong>{props.person.name}</strong>
            <Show when={who()}>
              <br />
              {who()}
            </Show>
          </label>
        </div>
      </div>
      <Show when={props.person.present}>
        <Choice
          label={`How ${props.person.name} attends`}
          value={mode.value() ?? ""}
          options={ATTENDANCE_MODES.map((each) => [each, MODE_WORDS[each]])}
          onChange={(chosen) => mode.choose(chosen as AttendanceMode)}
        />
        <Show when={props.protocol}>
          <Choice
            label={`Data sharing protocol, ${props.person.name}`}
            value={protocol.value() ?? ""}
            options={[
              ["", "Protocol: not said"],
              ["signed", "Protocol signed"],
              ["invitedByChair", "Invited by the chair directly"],
            ]}
            onChange={(standing) =>
              standing !== "" && protocol.choose(standing as "signed" | "invitedByChair")
            }
          />
        </Show>
      </Show>
      <Show when={props.person.permittedBy}>
        {(chair) => <p class="govuk-body-s">Permitted by the chair, {chair()}</p>}
      </Show>
      <Show when={props.person.apologies}>
        {(apologies) => (
          <p class="govuk-body-s">
            Apologies{apologies().record.words ? `: ${apologies().record.words}` : ""}
            <Show when={apologies().record.cover}>{(cover) => <>. Covered by {cover().name}</>}</Show>
          </p>
        )}
      </Show>
      <ProblemNotice problem={acts.present.problem() ?? acts.mode.problem() ?? acts.protocol.problem()} />
    </li>
  );
}

/** A short choice in a row, its label only spoken: the row says whose it is. */
function Choice(props: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}): JSX.Element {
  return (
    <select
      class="govuk-select confer-room__choice"
      aria-label={props.label}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <For each={props.options}>
        {([value, label]) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        )}
      </For>
    </select>
  );
}
