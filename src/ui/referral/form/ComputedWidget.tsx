import type { JSX } from "solid-js";
import { Show } from "solid-js";
import { computedText } from "../../../forms/computed.ts";
import type { QuestionOf } from "../../../forms/definition/question.ts";
import { type Asking, fieldId, readerOf } from "./asking.ts";
import { questionPath } from "../../../forms/answers.ts";

/** What the form worked out, and how; read out again when the date it counts from changes. */
export function ComputedWidget(props: { question: QuestionOf<"computed">; asking: Asking }): JSX.Element {
  const id = (): string => fieldId(questionPath(props.asking.section.key, props.question.key));
  return (
    <div class="confer-worked-out" role="status" aria-labelledby={`${id()}-label`} id={id()}>
      <p class="govuk-label govuk-label--s confer-worked-out__label" id={`${id()}-label`}>
        {props.question.label}
      </p>
      <p class="govuk-body">{computedText(readerOf(props.asking), props.question)}</p>
      <Show when={props.question.hint}>
        <p class="govuk-hint">{props.question.hint}</p>
      </Show>
    </div>
  );
}
