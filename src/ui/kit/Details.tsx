import type { JSX } from "solid-js";

/** Help that most people do not need, one press away. */
export function Details(props: {
  summary: string;
  /** It was opened: for what is costly to show. */
  onOpen?: (() => void) | undefined;
  children: JSX.Element;
}): JSX.Element {
  return (
    <details class="govuk-details" onToggle={(event) => event.currentTarget.open && props.onOpen?.()}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  );
}
