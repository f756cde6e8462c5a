import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Counted } from "../../forms/annualReport.ts";
import { NOTHING_COUNTED } from "../../forms/reportParts.ts";

/** Numbers with a bar each: a table first, so that nothing is said by the bar alone. */
export function Bars(props: { title: string; counts: readonly Counted[] }): JSX.Element {
  const most = () => Math.max(1, ...props.counts.map(({ count }) => count));
  return (
    <section aria-label={props.title}>
      <h3 class="govuk-heading-s">{props.title}</h3>
      <Show when={props.counts.length > 0} fallback={<p class="govuk-body">{NOTHING_COUNTED}</p>}>
        <table class="govuk-table confer-bars">
          <caption class="govuk-visually-hidden">{props.title}</caption>
          <thead class="govuk-visually-hidden">
            <tr>
              <th scope="col">What</th>
              <th scope="col">How many</th>
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
}): JSX.Element {
  return (
    <section aria-label={props.title}>
      <h3 class="govuk-heading-s">{props.title}</h3>
      <Show when={props.rows.length > 0} fallback={<p class="govuk-body">{NOTHING_COUNTED}</p>}>
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
