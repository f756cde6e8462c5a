import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Counted } from "../../forms/annualReport.ts";
import { NOTHING_COUNTED } from "../../forms/reportParts.ts";
import { BarTable } from "../kit/BarTable.tsx";

/** Numbers with a bar each, under their heading. */
export function Bars(props: { title: string; counts: readonly Counted[] }): JSX.Element {
  return (
    <section aria-label={props.title}>
      <h3 class="govuk-heading-s">{props.title}</h3>
      <Show when={props.counts.length > 0} fallback={<p class="govuk-body">{NOTHING_COUNTED}</p>}>
        <BarTable caption={props.title} columns={["What", "How many"]} counts={props.counts} />
      </Show>
    </section>
  );
}

/** Whether agencies did what they agreed to do. */
export function FollowThrough(props: {
  title: string;
  /** "Agency", then what is counted. */
  columns: readonly string[];
  rows: readonly { readonly agency: string; readonly counts: readonly number[] }[];
  /** What stands where there is no row. */
  nothing?: string;
}): JSX.Element {
  return (
    <section aria-label={props.title}>
      <h3 class="govuk-heading-s">{props.title}</h3>
      <Show
        when={props.rows.length > 0}
        fallback={<p class="govuk-body">{props.nothing ?? NOTHING_COUNTED}</p>}
      >
        <div class="confer-scroll" tabindex="0" role="group" aria-label={`${props.title}, a table`}>
          <table class="govuk-table">
            <caption class="govuk-visually-hidden">{props.title}</caption>
            <thead>
              <tr>
                <For each={props.columns}>
                  {(head) => (
                    <th scope="col" class="govuk-table__header">
                      {head}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={props.rows}>
                {(each) => (
                  <tr class="govuk-table__row">
                    <th scope="row" class="govuk-table__cell">
                      {each.agency}
                    </th>
                    <For each={each.counts}>
                      {(count) => <td class="govuk-table__cell govuk-table__cell--numeric">{count}</td>}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  );
}
