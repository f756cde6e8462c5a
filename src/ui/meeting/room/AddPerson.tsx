import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { AttendeeId } from "../../../domain/ids.ts";
import { MAX_NAME } from "../../../domain/lengths.ts";
import { ATTENDANCE_MODES, type AttendanceMode } from "../../../domain/records/meeting.ts";
import type { PersonPart } from "../../../forms/definition/meeting.ts";
import { createAct } from "../../act.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { Select } from "../../kit/Select.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { createFieldErrors, needed, tooMuch } from "../../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import { MODE_WORDS } from "./modeWords.ts";
import type { Room } from "./room.ts";

const BLANK = { values: [] as { key: string; value: string }[], permitted: false, permittedBy: "" };

/** Somebody in the room whom nobody had invited: the panel's own boxes, and the chair's name where it takes one. */
export function AddPerson(props: { room: Room }): JSX.Element {
  const [shown, setShown] = createSignal(false);
  return (
    <Show
      when={shown()}
      fallback={
        <Button kind="secondary" onClick={() => setShown(true)}>
          Add somebody who is here
        </Button>
      }
    >
      <Form room={props.room} onClose={() => setShown(false)} />
    </Show>
  );
}

function Form(props: { room: Room; onClose: () => void }): JSX.Element {
  const definition = () => props.room.open.view().definition;
  const kept = createKeptDraft(props.room.session, "room/add-person", {
    ...BLANK,
    values: [{ key: "", value: "" }],
  });
  const errors = createFieldErrors();
  const valueOf = (key: PersonPart) => kept.draft.values.find((each) => each.key === key)?.value ?? "";
  const put = (key: PersonPart, value: string) =>
    kept.set("values", (before) => [...before.filter((each) => each.key !== key), { key, value }]);
  const act = createAct(() => {
    const attendee = props.room.session.newId<AttendeeId>();
    const mode = ATTENDANCE_MODES.find((each) => each === valueOf("how"));
    return props.room.note(
      {
        type: "invited",
        attendee,
        name: valueOf("name").trim(),
        agency: valueOf("agency").trim(),
        position: valueOf("position").trim(),
        ...(valueOf("seat") === "" ? {} : { seat: valueOf("seat") }),
        ...(kept.draft.permitted ? { permittedBy: kept.draft.permittedBy.trim() } : {}),
      },
      { type: "attended", attendee, present: true, ...(mode ? { mode } : {}) },
    );
  });
  const add = async (): Promise<void> => {
    const right = errors.check([
      needed("add-name", valueOf("name"), "Enter their name"),
      ...(["name", "agency", "position"] as const).map((key) =>
        tooMuch(`add-${key}`, valueOf(key), MAX_NAME, "This"),
      ),
      kept.draft.permitted
        ? needed("add-permitted-by", kept.draft.permittedBy, "Enter the name of the chair who permits it")
        : undefined,
    ]);
    if (!right || !(await act.run())) return;
    kept.clear();
    props.onClose();
  };
  const seats = () => definition().agencies.seats ?? [];
  return (
    <Show when={kept.ready()}>
      <form
        class="confer-room__form"
        aria-label="Add somebody who is here"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <For each={definition().meeting.attendanceFields}>
          {(field) => (
            <Show
              when={options(field.is, seats())}
              fallback={
                <TextInput
                  id={`add-${field.is}`}
                  label={field.label}
                  error={errors.of(`add-${field.is}`)}
                  value={valueOf(field.is)}
                  onInput={(value) => put(field.is, value)}
                />
              }
            >
              {(choices) => (
                <Select
                  id={`add-${field.is}`}
                  label={field.label}
                  options={choices()}
                  value={valueOf(field.is)}
                  onChange={(value) => put(field.is, value)}
                />
              )}
            </Show>
          )}
        </For>
        <Checkboxes
          id="add-permitted"
          label="Who they are"
          options={[
            {
              value: "public",
              label: "A member of the public, permitted by the chair directly",
              reveal: () => (
                <TextInput
                  id="add-permitted-by"
                  label="Name of the chair who permits it"
                  error={errors.of("add-permitted-by")}
                  value={kept.draft.permittedBy}
                  onInput={(name) => kept.set("permittedBy", name)}
                />
              ),
            },
          ]}
          value={kept.draft.permitted ? ["public"] : []}
          onChange={(ticked) => kept.set("permitted", ticked.length > 0)}
        />
        <div class="confer-actions">
          <Button type="submit" busy={act.busy()}>
            Add
          </Button>
          <Button kind="link" onClick={() => props.onClose()}>
            Cancel
          </Button>
        </div>
        <ProblemNotice problem={act.problem()} />
      </form>
    </Show>
  );
}

type Options = readonly { readonly value: string; readonly label: string }[];

/** Of a box that takes one of a few. */
function options(part: PersonPart, seats: readonly { key: string; label: string }[]): Options | undefined {
  if (part === "how")
    return ATTENDANCE_MODES.map((mode: AttendanceMode) => ({ value: mode, label: MODE_WORDS[mode] }));
  if (part === "seat" && seats.length > 0) return seats.map(({ key: value, label }) => ({ value, label }));
  return undefined;
}
