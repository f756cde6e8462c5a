import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { asText } from "../../forms/answers.ts";
import { checkEligibility } from "../../forms/eligibility.ts";
import { ASIDE_LENGTH } from "../../forms/validateAnswer.ts";
import { Notice } from "../kit/Notice.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { type Asking, errorAt, fieldId } from "./form/asking.ts";

/** What does not fit, where else to turn, and room to say why the panel should hear it all the same [GAP-13]. */
export function NotThisPanel(props: { asking: Asking }): JSX.Element {
  const result = () => checkEligibility(props.asking.definition, props.asking.answers(), props.asking.today);
  const exception = () => props.asking.definition.eligibility.exception;
  return (
    <Show when={result().state === "notMet"}>
      <For each={result().unmet}>
        {(rule) => (
          <Notice tone="warn" title={rule.explanation}>
            <ul class="govuk-list govuk-list--bullet">
              <For each={rule.otherWays}>{(way) => <li>{way}</li>}</For>
            </ul>
          </Notice>
        )}
      </For>
      <TextArea
        id={fieldId(result().exceptionPath)}
        label={exception().label}
        hint={exception().hint}
        labelSize="s"
        limit={ASIDE_LENGTH}
        error={errorAt(props.asking, result().exceptionPath)?.message}
        value={asText(props.asking.answers().get(result().exceptionPath))}
        onInput={(text) => props.asking.set(result().exceptionPath, text)}
      />
    </Show>
  );
}
