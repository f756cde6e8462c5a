import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { asText, cellPath, type FieldPath } from "../../../forms/answers.ts";
import type { QuestionOf } from "../../../forms/definition/question.ts";
import { TextInput } from "../../kit/TextInput.tsx";
import { TickGrid, type Ticks } from "../../kit/TickGrid.tsx";
import { type Asking, errorAt, fieldId } from "./asking.ts";
import { questionText } from "./questionText.ts";

type Grid = QuestionOf<"grid">;

/**
 * Fixed rows. Ticks are a table; a column of words becomes a box for each row that is ticked, so that thirteen
 * empty boxes never meet anyone. Columns for sharing without consent appear only where there is none [GAP-03].
 */
export function GridWidget(props: { question: Grid; path: FieldPath; asking: Asking }): JSX.Element {
  const columns = createMemo(() =>
    props.question.columns.filter(
      (column) => column.onlyWithoutConsent !== true || props.asking.withoutConsent(),
    ),
  );
  const ticked = createMemo(() => columns().filter(({ kind }) => kind === "tick"));
  const worded = createMemo(() => columns().filter(({ kind }) => kind === "text"));
  const cell = (row: string, column: string): FieldPath =>
    cellPath(props.asking.section.key, props.question.key, row, column);
  const textAt = (row: string, column: string): string =>
    asText(props.asking.answers().get(cell(row, column)));

  const ticks = (): Ticks =>
    Object.fromEntries(
      props.question.rows.map((row) => [
        row.key,
        ticked()
          .filter((column) => textAt(row.key, column.key) === "yes")
          .map(({ key }) => key),
      ]),
    );
  const change = (next: Ticks): void => {
    for (const row of props.question.rows) {
      for (const column of ticked()) {
        const now = next[row.key]?.includes(column.key) ? "yes" : "";
        const before = textAt(row.key, column.key) === "yes" ? "yes" : "";
        if (now !== before) props.asking.set(cell(row.key, column.key), now);
      }
    }
  };
  const isOpen = (row: string): boolean =>
    ticked().length === 0 ||
    ticked().some((column) => textAt(row, column.key) === "yes") ||
    worded().some((column) => textAt(row, column.key).trim() !== "");

  return (
    <>
      <Show when={ticked().length > 0}>
        <TickGrid
          {...questionText(props.question, props.path, props.asking)}
          legendSize="s"
          rowHeading={props.question.label}
          rows={props.question.rows}
          columns={ticked()}
          value={ticks()}
          onChange={change}
        />
      </Show>
      <For each={worded()}>
        {(column) => (
          <For each={props.question.rows.filter((row) => isOpen(row.key))}>
            {(row) => (
              <TextInput
                id={fieldId(cell(row.key, column.key))}
                label={`${row.label}: ${column.label.toLowerCase()}`}
                hint={column.hint}
                optional={true}
                spellcheck={true}
                error={errorAt(props.asking, cell(row.key, column.key))?.message}
                value={textAt(row.key, column.key)}
                onInput={(text) => props.asking.set(cell(row.key, column.key), text)}
              />
            )}
          </For>
        )}
      </For>
    </>
  );
}
