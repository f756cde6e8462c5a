import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import { asText, isBlank, questionPath, reasonPath } from "../../../forms/answers.ts";
import type { Question } from "../../../forms/definition/question.ts";
import { Button } from "../../kit/Button.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { type Asking, errorAt, fieldId } from "./asking.ts";

/** Where a reason will do instead of an answer, one press opens a line for it. */
export function NoAnswerReason(props: { question: Question; asking: Asking }): JSX.Element {
  const [opened, setOpened] = createSignal(false);
  const path = () => reasonPath(props.asking.section.key, props.question.key);
  const reason = (): string => asText(props.asking.answers().get(path()));
  const wanted = (): boolean =>
    "required" in props.question &&
    props.question.required === "orReason" &&
    (reason() !== "" ||
      isBlank(props.asking.answers().get(questionPath(props.asking.section.key, props.question.key))));
  const open = (): void => {
    setOpened(true);
    document.getElementById(fieldId(path()))?.focus();
  };
  return (
    <Show when={wanted()}>
      <Show
        when={opened() || reason() !== ""}
        fallback={
          <p class="confer-no-answer">
            <Button kind="link" about={`to “${props.question.label}”`} onClick={open}>
              I cannot give an answer
            </Button>
          </p>
        }
      >
        <div class="confer-no-answer">
          <TextInput
            id={fieldId(path())}
            label="Why is there no answer?"
            hint="For example: not known, the person would not say, still being assessed."
            spellcheck={true}
            error={errorAt(props.asking, path())?.message}
            value={reason()}
            onInput={(text) => props.asking.set(path(), text)}
          />
        </div>
      </Show>
    </Show>
  );
}
