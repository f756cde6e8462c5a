import { For } from "solid-js";
import type { JSX } from "solid-js";

/** Numbers with a bar each: a table first, so that nothing is said by the bar alone. */
export function BarTable(props: {
  /** Not shown: a heading stands above it. */
  caption: string;
  /** What heads the names and the numbers, for a screen reader. */
  columns: readonly [string, string];
  counts: readonly { readonly label: string; readonly count: number }[];
}): JSX.Element {
  const most = () => Math.max(1, ...props.counts.map(({ count }) => count));
  return (
    <table class="govuk-table confer-bars">
      <caption class="govuk-visually-hidden">{props.caption}</caption>
      <thead class="govuk-visually-hidden">
        <tr>
          <For each={props.columns}>{(column) => <th scope="col">{column}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.counts}>
          {(each) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__cell confer-bars__label">
                {each.label}
              </th>
              <td class="govuk-table__cell">
                <span class="confer-bars__cell">
                  <span class="confer-bars__number">{each.count}</span>
                  <svg
                    class="confer-bars__bar"
                    aria-hidden="true"
                    preserveAspectRatio="none"
                    viewBox="0 0 100 10"
                  >
                    <rect width={(100 * each.count) / most()} height="10" />
                  </svg>
                </span>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
