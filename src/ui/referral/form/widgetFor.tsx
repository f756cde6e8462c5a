import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { questionPath } from "../../../forms/answers.ts";
import type { Question } from "../../../forms/definition/question.ts";
import { alertsFor } from "../../../forms/visible.ts";
import { Notice } from "../../kit/Notice.tsx";
import type { Asking } from "./asking.ts";
import { ComputedWidget } from "./ComputedWidget.tsx";
import { fieldWidgetFor } from "./fieldWidgetFor.tsx";
import { GridWidget } from "./GridWidget.tsx";
import { NoAnswerReason } from "./NoAnswerReason.tsx";
import { RepeatWidget } from "./RepeatWidget.tsx";

/** From a kind of question to what is on the screen: the only place that knows both. */
export function widgetFor(question: Question, asking: Asking): JSX.Element {
  const path = questionPath(asking.section.key, question.key);
  switch (question.type) {
    case "note":
      return (
        <Notice tone={question.tone === "warning" ? "warn" : "info"} title={question.label}>
          {question.text}
        </Notice>
      );
    case "computed":
      return <ComputedWidget question={question} asking={asking} />;
    case "grid":
      return <GridWidget question={question} path={path} asking={asking} />;
    case "repeat":
      return <RepeatWidget question={question} path={path} asking={asking} />;
    default:
      return fieldWidgetFor(question, path, asking);
  }
}

/** A question with what belongs to it: a way to say why there is no answer, and what the answer makes worth saying. */
export function Asked(props: { question: Question; asking: Asking }): JSX.Element {
  const path = () => questionPath(props.asking.section.key, props.question.key);
  const alerts = () =>
    alertsFor(props.asking.definition, props.asking.answers(), props.asking.today).filter(
      (shown) => shown.path === path(),
    );
  return (
    <div class="confer-question">
      {widgetFor(props.question, props.asking)}
      <NoAnswerReason question={props.question} asking={props.asking} />
      <For each={alerts()}>
        {({ alert }) => (
          <Notice tone={alert.stops === true ? "bad" : "warn"} live={true}>
            <p>{alert.text}</p>
            <Show when={(alert.otherWays ?? []).length > 0}>
              <ul class="govuk-list govuk-list--bullet">
                <For each={alert.otherWays}>{(way) => <li>{way}</li>}</For>
              </ul>
            </Show>
          </Notice>
        )}
      </For>
    </div>
  );
}
