import type { JSX } from "solid-js";

/** The product's mark: people round one table, one of them in view. The same drawing as public/icons/confer.svg. */
export function Mark(): JSX.Element {
  return (
    <svg class="confer-topbar__mark" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="9.5" fill="none" stroke="currentColor" stroke-width="3" />
      <circle cx="16" cy="5" r="4" fill="currentColor" />
      <circle cx="6.5" cy="21.5" r="4" fill="currentColor" />
      <circle cx="25.5" cy="21.5" r="4" fill="currentColor" />
    </svg>
  );
}
