import type { JSX } from "solid-js";

/**
 * The way to the page that checks minutes, which is none of the app's own: the browser goes there, and the router does not.
 * In a new tab where leaving would lock what is open.
 */
export function CheckLink(props: { newTab?: boolean; children: JSX.Element }): JSX.Element {
  return (
    <a
      class="govuk-link confer-target"
      href="/check"
      rel="external noopener"
      target={props.newTab === true ? "_blank" : "_self"}
    >
      {props.children}
    </a>
  );
}
