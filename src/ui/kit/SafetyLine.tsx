import type { JSX } from "solid-js";

/** "waiting": something is on this device only. "trouble": the person has to do something. */
export type Safety = "safe" | "waiting" | "offline" | "trouble";

/**
 * One true sentence about where the work is; it opens the health page. Not a live region: it changes with
 * every save, and it must never nag.
 */
export function SafetyLine(props: { state: Safety; text: string; href: string }): JSX.Element {
  return (
    <section class={`confer-safety confer-safety--${props.state}`} aria-label="Safety of your work">
      <div class="govuk-width-container">
        <a href={props.href} aria-label={`Is my work safe? ${props.text}`}>
          <span class="confer-safety__mark" aria-hidden="true" />
          <span class="confer-signal">{props.text}</span>
        </a>
      </div>
    </section>
  );
}
