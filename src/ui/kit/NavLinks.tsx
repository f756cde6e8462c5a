import { useLocation } from "@solidjs/router";
import { For } from "solid-js";
import type { JSX } from "solid-js";

/** The few places one goes to from anywhere. Wraps on a phone; nothing is folded away. */
export function NavLinks(props: {
  label: string;
  links: readonly { readonly href: string; readonly text: string }[];
}): JSX.Element {
  const location = useLocation();
  return (
    <nav class="confer-nav confer-no-print" aria-label={props.label}>
      <div class="govuk-width-container">
        <ul class="confer-nav__list">
          <For each={props.links}>
            {(link) => (
              <li>
                <a
                  class="confer-nav__link"
                  href={link.href}
                  aria-current={location.pathname === link.href ? "page" : undefined}
                >
                  {link.text}
                </a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </nav>
  );
}
