import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Outcome } from "../../../app/outcome.ts";
import type { AnswerVersion } from "../../../domain/field.ts";
import type { EntryId } from "../../../domain/ids.ts";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import { momentOf } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { lengthProblem } from "../../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import { createNoteText, type NoteText } from "./note.ts";
import { createPart, type Room } from "./room.ts";

/** A box of the notes that saves itself; texts of two people stand side by side until somebody puts them together. */
export function NoteBox(props: {
  room: Room;
  /** Unique on the page, and the name under which typing is kept. */
  id: string;
  label: string;
  hint?: string | undefined;
  rows?: number | undefined;
  versions: () => readonly AnswerVersion[];
  save: (value: string, replaces: EntryId[]) => Promise<Outcome>;
}): JSX.Element {
  const note = createNoteText({
    notes: props.room.session,
    name: `room/${props.id}`,
    me: props.room.session.me.value.user,
    versions: createPart(() => props.versions()),
    save: (value, replaces) => props.save(value, replaces),
  });
  const tooLong = () => lengthProblem(note.text(), MAX_PROSE, props.label);
  return (
    <Show when={note.ready()}>
      <TextArea
        id={props.id}
        label={props.label}
        hint={props.hint}
        rows={props.rows ?? 2}
        error={tooLong()}
        value={note.text()}
        onInput={(text) => note.type(text)}
        onBlur={() => note.flush()}
      />
      <Show when={note.state() === "typing"}>
        <p class="govuk-body-s confer-room__saving">Saving as you type</p>
      </Show>
      <ProblemNotice problem={note.problem()} />
      <Beside room={props.room} label={props.label} note={note} />
    </Show>
  );
}

function Beside(props: { room: Room; label: string; note: NoteText }): JSX.Element {
  const who = ({ author }: AnswerVersion) => props.room.open.view().names.get(author) ?? "Somebody";
  const textOf = ({ value }: AnswerVersion) => (typeof value === "string" ? value : "");
  const together = () =>
    [props.note.text(), ...props.note.others().map(textOf)].filter((each) => each !== "").join("\n\n");
  return (
    <Show when={props.note.others().length > 0}>
      <Notice tone="warn" title={`Somebody else wrote under “${props.label}” too`}>
        <p>Neither had seen the other’s words. Nothing is lost: both stand until one text is made of them.</p>
        <For each={props.note.others()}>
          {(version) => (
            <div class="confer-version">
              <p class="confer-version__who">
                {who(version)}, {momentOf(version.order[0])}
              </p>
              <p class="confer-version__text" dir="auto">
                {textOf(version)}
              </p>
              <Button
                kind="secondary"
                about={`by ${who(version)}, under ${props.label}`}
                onClick={() => props.note.settle(textOf(version))}
              >
                Keep only this text
              </Button>
            </div>
          )}
        </For>
        <Button kind="secondary" about={`under ${props.label}`} onClick={() => props.note.settle(together())}>
          Put the texts together
        </Button>
      </Notice>
    </Show>
  );
}
