import type { JSX } from "solid-js";

/** First in the page: jumps over the bars to the page's own content (`Page` has the id "main"). */
export function SkipLink(): JSX.Element {
  return (
    <a
      class="govuk-skip-link"
      href="#main"
      // Native listener: it must run before the router's, which would treat the link as a new place.
      on:click={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}
    >
      Skip to main content
    </a>
  );
}
