import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { UserId } from "../../../domain/ids.ts";
import type { AgencyNotes, ResearchNote } from "../../../domain/meeting/preparation.ts";
import { momentOf } from "../../caseFile/when.ts";
import { SummaryList } from "../../kit/SummaryList.tsx";
import { Tag } from "../../kit/Tag.tsx";
import { BOXES } from "./noteDraft.ts";

/** What each agency has written, and which have written nothing yet. */
export function NotesByAgency(props: {
  rows: readonly AgencyNotes[];
  nameOf: (user: UserId) => string;
  /** Where no agency is asked and none wrote. */
  empty: string;
}): JSX.Element {
  return (
    <Show when={props.rows.length > 0} fallback={<p class="govuk-body">{props.empty}</p>}>
      <ul class="confer-cards">
        <For each={props.rows}>
          {(row) => (
            <li class="confer-card">
              <h3 class="confer-card__title">{row.agency}</h3>
              <Show when={row.notes.length > 0} fallback={<Missing asked={row.asked} />}>
                <For each={row.notes}>{(note) => <OneNote note={note} by={props.nameOf(note.author)} />}</For>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function Missing(props: { asked: AgencyNotes["asked"] }): JSX.Element {
  return (
    <>
      <p>
        <Tag tone="warn">Note missing</Tag>
      </p>
      <p>Asked: {props.asked.map(({ name }) => name).join(", ")}.</p>
    </>
  );
}

/** Boxes with nothing in them are left out. */
export function OneNote(props: { note: ResearchNote; by: string }): JSX.Element {
  const rows = () =>
    BOXES.filter(({ key }) => props.note.record[key] !== "").map(({ key, short }) => ({
      key: short,
      value: props.note.record[key],
      long: true,
    }));
  return (
    <>
      <p>
        Written by {props.by} on {momentOf(props.note.order[0])}.
      </p>
      <Show when={!props.note.record.nothing} fallback={<p>Looked and found nothing.</p>}>
        <SummaryList rows={rows()} />
      </Show>
    </>
  );
}
