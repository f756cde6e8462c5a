import type { JSX } from "solid-js";

/**
 * A polite live region that is always in the page, one per app: some screen readers only speak changes to a
 * region that was already there. Set `text` to what has just happened.
 */
export function Announcer(props: { text: string }): JSX.Element {
  return (
    <div class="govuk-visually-hidden" aria-live="polite" aria-atomic="true">
      {props.text}
    </div>
  );
}
