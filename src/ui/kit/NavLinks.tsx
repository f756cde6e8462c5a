import { useLocation } from "@solidjs/router";
import { Index, Show } from "solid-js";
import type { JSX } from "solid-js";

export type NavLink = {
  readonly href: string;
  readonly text: string;
  /** How many things wait there, and what they are, for those who hear the page: "3 urgent". None where there are none. */
  readonly count?: { readonly figure: number; readonly words: string } | undefined;
};

/**
 * The few places one goes to from anywhere. Wraps on a phone; nothing is folded away. A link stays the same element
 * whatever arrives meanwhile: one that was made anew under a press would not be followed, and would lose the focus.
 */
export function NavLinks(props: { label: string; links: readonly NavLink[] }): JSX.Element {
  const location = useLocation();
  return (
    <nav class="confer-nav confer-no-print" aria-label={props.label}>
      <div class="govuk-width-container">
        <ul class="confer-nav__list">
          <Index each={props.links}>
            {(link) => (
              <li>
                <a
                  class="confer-nav__link"
                  href={link().href}
                  aria-current={location.pathname === link().href ? "page" : undefined}
                >
                  {link().text}
                  <Show when={link().count}>
                    {(count) => (
                      <>
                        <span class="confer-nav__count" aria-hidden="true">
                          {count().figure}
                        </span>
                        <span class="govuk-visually-hidden"> ({count().words})</span>
                      </>
                    )}
                  </Show>
                </a>
              </li>
            )}
          </Index>
        </ul>
      </div>
    </nav>
  );
}
