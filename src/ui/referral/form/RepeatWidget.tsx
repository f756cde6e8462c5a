import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { formatCalendarDate } from "../../../domain/calendarDate.ts";
import { answerLine } from "../../../forms/answerText.ts";
import { cellPath, type FieldPath, orderPath, removedPath, rowsOf } from "../../../forms/answers.ts";
import type { QuestionOf } from "../../../forms/definition/question.ts";
import { visibleFields } from "../../../forms/visible.ts";
import { Button } from "../../kit/Button.tsx";
import { CardList } from "../../kit/CardList.tsx";
import { ErrorMessage, Hint } from "../../kit/Field.tsx";
import { type Asking, errorAt, fieldId, readerOf } from "./asking.ts";
import { fieldWidgetFor } from "./fieldWidgetFor.tsx";

type Repeat = QuestionOf<"repeat">;
type Given = { question: Repeat; path: FieldPath; asking: Asking };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Which rows there are and which are open, and what the person may do with them. */
function createRows(props: Given) {
  const section = () => props.asking.section;
  const rows = createMemo(() => rowsOf(props.asking.answers(), section().key, props.question.key));
  const [opened, setOpened] = createSignal<string>();
  const [removed, setRemoved] = createSignal<{ row: string; title: string }>();
  const hasError = (row: string): boolean =>
    props.asking.errors().some(({ path }) => path.startsWith(`${props.path}/${row}/`));
  const open = createMemo(() => {
    const wrong = rows().filter((row) => row !== opened() && hasError(row));
    const one = opened();
    return one === undefined ? wrong : [...wrong, one];
  });
  const closed = createMemo(() => rows().filter((row) => !open().includes(row)));
  const titleOf = (row: string): string => linesOf(props, row)[0]?.text ?? capital(props.question.item);
  const goToGroup = (): void => document.getElementById(fieldId(props.path))?.focus();
  const show = (row: string): void => {
    setOpened(row);
    const first = visibleFields(section(), props.question, row, readerOf(props.asking))[0];
    if (first) document.getElementById(fieldId(first.path))?.focus();
  };
  const mark = (row: string, gone: boolean): void =>
    props.asking.set(removedPath(section().key, props.question.key, row), gone ? "yes" : "");
  return {
    rows,
    open,
    closed,
    opened,
    removed,
    titleOf,
    show,
    full: (): boolean => rows().length >= limitOf(props.question),
    add(): void {
      setRemoved(undefined);
      const row = crypto.randomUUID();
      props.asking.set(orderPath(section().key, props.question.key, row), String(rows().length + 1));
      show(row);
    },
    remove(row: string): void {
      const title = titleOf(row);
      mark(row, true);
      if (opened() === row) setOpened(undefined);
      setRemoved({ row, title });
    },
    undo(row: string): void {
      mark(row, false);
      setRemoved(undefined);
      goToGroup();
    },
    done(): void {
      setOpened(undefined);
      goToGroup();
    },
  };
}

const limitOf = (question: Repeat): number => question.maxRows ?? 200;

/**
 * Rows as cards: add, change, remove with undo. A row is open for typing while it is being added or changed,
 * and whenever something in it is wrong, so that every error has a field to go to.
 */
export function RepeatWidget(props: Given): JSX.Element {
  const rows = createRows(props);
  const at = (index: number, act: (row: string) => void): void => {
    const row = rows.closed()[index];
    if (row !== undefined) act(row);
  };
  return (
    <section id={fieldId(props.path)} tabindex="-1" aria-labelledby={`${fieldId(props.path)}-title`}>
      <h2 class="govuk-heading-s" id={`${fieldId(props.path)}-title`}>
        {props.question.label}
        <Show when={props.question.required === undefined}>
          <span class="confer-optional"> (optional)</span>
        </Show>
      </h2>
      <Hint id={fieldId(props.path)} text={props.question.hint} />
      <ErrorMessage id={fieldId(props.path)} text={errorAt(props.asking, props.path)?.message} />
      <CardList
        items={rows.closed()}
        title={rows.titleOf}
        body={(row) => <RowLines lines={linesOf(props, row).slice(1)} />}
        addText={
          rows.rows().length === 0
            ? (props.question.addLabel ?? `Add a ${props.question.item}`)
            : `Add another ${props.question.item}`
        }
        onAdd={rows.opened() === undefined && !rows.full() ? rows.add : undefined}
        onChange={(index) => at(index, rows.show)}
        onRemove={(index) => at(index, rows.remove)}
        undo={undoOf(rows.removed(), rows.undo)}
      />
      <Show when={rows.full()}>
        <p class="govuk-body">There is room for {limitOf(props.question)} here, and that many are listed.</p>
      </Show>
      <For each={rows.open()}>{(row) => <OpenRow {...props} row={row} of={rows} />}</For>
    </section>
  );
}

function OpenRow(props: Given & { row: string; of: ReturnType<typeof createRows> }): JSX.Element {
  return (
    <fieldset class="confer-row govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        {capital(props.question.item)} {positionOf(props.of.rows(), props.row)}
      </legend>
      <RowFields {...props} />
      <div class="confer-actions">
        <Button kind="secondary" about={`with this ${props.question.item}`} onClick={() => props.of.done()}>
          Done
        </Button>
        <Show when={props.of.rows().includes(props.row)}>
          <Button
            kind="link"
            about={`this ${props.question.item}`}
            onClick={() => props.of.remove(props.row)}
          >
            Remove
          </Button>
        </Show>
      </div>
    </fieldset>
  );
}

/** A new row is counted after those that are there. */
const positionOf = (rows: readonly string[], row: string): number =>
  (rows.includes(row) ? rows.indexOf(row) : rows.length) + 1;

const undoOf = (
  removed: { row: string; title: string } | undefined,
  undo: (row: string) => void,
): { text: string; onUndo: () => void } | undefined =>
  removed && { text: `Removed: ${removed.title}.`, onUndo: () => undo(removed.row) };

function RowFields(props: Given & { row: string }): JSX.Element {
  // The definition's own objects, so that a field keeps its place and its caret while answers change.
  const fields = createMemo(() =>
    visibleFields(props.asking.section, props.question, props.row, readerOf(props.asking)).map(
      ({ field }) => field,
    ),
  );
  const pathOf = (key: string): FieldPath =>
    cellPath(props.asking.section.key, props.question.key, props.row, key);
  return <For each={fields()}>{(field) => fieldWidgetFor(field, pathOf(field.key), props.asking)}</For>;
}

type Line = { readonly label: string; readonly text: string };

/** What a row says, the questions without an answer left out. */
function linesOf({ question, asking }: Given, row: string): readonly Line[] {
  return visibleFields(asking.section, question, row, readerOf(asking)).flatMap(({ field, path }) => {
    const text = answerLine(field, asking.answers().get(path), formatCalendarDate);
    return text === "" ? [] : [{ label: field.label, text }];
  });
}

function RowLines(props: { lines: readonly Line[] }): JSX.Element {
  return (
    <dl class="confer-lines">
      <For each={props.lines}>
        {({ label, text }) => (
          <div>
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
