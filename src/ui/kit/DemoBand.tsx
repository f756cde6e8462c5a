import type { JSX } from "solid-js";

const words = {
  demonstration: "Demonstration. Everyone in it is invented. Do not type anything about a real person.",
  practice: "Practice. Nothing here is sent to the panel, and it can all be thrown away.",
} as const;

/** The band that cannot be missed when the app is not the real thing. */
export function DemoBand(props: {
  mode: keyof typeof words;
  /** Replaces the standard sentence. */
  children?: JSX.Element;
}): JSX.Element {
  return (
    <section
      class="confer-band"
      aria-label={props.mode === "practice" ? "Practice mode" : "Demonstration mode"}
    >
      <div class="govuk-width-container">{props.children ?? words[props.mode]}</div>
    </section>
  );
}
