import type { JSX } from "solid-js";

/** The product's mark: an open circle, and someone joining it. The same drawing as public/icons/confer.svg. */
export function Mark(): JSX.Element {
  return (
    <svg class="confer-topbar__mark" viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M23 9A10 10 0 1 0 23 23"
        fill="none"
        stroke="currentColor"
        stroke-width="4"
        stroke-linecap="round"
      />
      <circle cx="25.5" cy="16" r="3.25" fill="currentColor" />
    </svg>
  );
}
