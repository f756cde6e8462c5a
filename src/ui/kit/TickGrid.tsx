import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Fieldset } from "./Field.tsx";
import { describedBy } from "./field.ts";
import type { FieldText, LegendSize } from "./field.ts";

/** Row key → keys of the ticked columns. A row that is absent has none. */
export type Ticks = Readonly<Record<string, readonly string[]>>;

/**
 * Rows of statements against columns to tick. `single` allows one tick per row (radios). On a phone each row
 * stands alone with the column's words beside its ticks; the table roles are written out because browsers
 * drop them when a table is laid out as blocks.
 */
export function TickGrid(
  props: FieldText & {
    /** Heading of the first column: read out, not shown, since the rows below it say what they are. */
    rowHeading: string;
    rows: readonly { key: string; label: string; hint?: string | undefined }[];
    columns: readonly { key: string; label: string }[];
    value: Ticks;
    onChange: (value: Ticks) => void;
    single?: boolean | undefined;
    legendSize?: LegendSize | undefined;
  },
): JSX.Element {
  const rowId = (row: number): string => `${props.id}-row-${row + 1}`;
  const cellId = (row: number, column: number): string =>
    row === 0 && column === 0 ? props.id : `${props.id}-${row + 1}-${column + 1}`;
  const ticksOf = (row: string): readonly string[] => props.value[row] ?? [];

  const change = (row: string, column: string, ticked: boolean): void => {
    const rest = props.single === true ? [] : ticksOf(row).filter((key) => key !== column);
    props.onChange({ ...props.value, [row]: ticked ? [...rest, column] : rest });
  };

  return (
    <Fieldset {...props} describedBy={describedBy(props)}>
      <table class="confer-ticks" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              <span class="govuk-visually-hidden">{props.rowHeading}</span>
            </th>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" role="columnheader">
                  {column.label}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody role="rowgroup">
          <For each={props.rows}>
            {(row, r) => (
              <tr role="row">
                <th scope="row" role="rowheader" id={rowId(r())}>
                  {row.label}
                  <Show when={row.hint}>
                    <div class="govuk-hint">{row.hint}</div>
                  </Show>
                </th>
                <For each={props.columns}>
                  {(column, c) => (
                    <td role="cell">
                      <label class="confer-ticks__cell" for={cellId(r(), c())}>
                        <input
                          id={cellId(r(), c())}
                          class="confer-ticks__input"
                          type={props.single === true ? "radio" : "checkbox"}
                          name={props.single === true ? `${props.id}-${row.key}` : undefined}
                          checked={ticksOf(row.key).includes(column.key)}
                          aria-labelledby={`${rowId(r())} ${cellId(r(), c())}-words`}
                          onChange={(event) => change(row.key, column.key, event.currentTarget.checked)}
                        />
                        <span class="confer-ticks__words" id={`${cellId(r(), c())}-words`}>
                          {column.label}
                        </span>
                      </label>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Fieldset>
  );
}
