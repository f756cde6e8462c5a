import { For } from "solid-js";
import type { JSX } from "solid-js";

/**
 * Text in rows and columns. Scrolls by itself where it is wider than the page, and can then be reached by keyboard. On
 * a telephone, or in a narrow column, each row is a block with its columns named, so that a date by which somebody acts is not out of sight;
 * the roles say that it is a table all the same, which browsers forget of one that is laid out otherwise. The box is
 * no landmark: a document has many, and two cases in it have tables that are called alike.
 */
export function Table(props: {
  caption: string;
  columns: readonly string[];
  /** As many cells as there are columns; line breaks are kept. */
  rows: readonly (readonly string[])[];
}): JSX.Element {
  return (
    <div class="confer-scroll confer-table-box" tabindex="0" role="group" aria-label={props.caption}>
      <table
        class="govuk-table confer-table"
        classList={{ "confer-table--wide": props.columns.length > 2 }}
        role="table"
      >
        <caption class="govuk-table__caption govuk-table__caption--s">{props.caption}</caption>
        <thead class="govuk-table__head" role="rowgroup">
          <tr class="govuk-table__row" role="row">
            <For each={props.columns}>
              {(column) => (
                <th scope="col" class="govuk-table__header" role="columnheader">
                  {column}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody class="govuk-table__body" role="rowgroup">
          <For each={props.rows}>
            {(row) => (
              <tr class="govuk-table__row" role="row">
                <For each={row}>
                  {(cell, at) => (
                    <td class="govuk-table__cell" role="cell" dir="auto" data-column={props.columns[at()]}>
                      {cell}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
