/** One of a few, any of a few, yes or no. */
import type { JSX } from "solid-js";
import { chosenKeys, type FieldPath, OTHER, otherText } from "../../../forms/answers.ts";
import type { QuestionOf } from "../../../forms/definition/question.ts";
import { optionsOf } from "../../../forms/questionIndex.ts";
import { type CheckboxChoice, Checkboxes } from "../../kit/Checkboxes.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { type Asking, fieldId } from "./asking.ts";
import { questionText } from "./questionText.ts";

type Given<Type extends "choice" | "choices" | "yesNo" | "yesNoUnsure"> = {
  question: QuestionOf<Type>;
  path: FieldPath;
  asking: Asking;
};

const valueAt = (props: { path: FieldPath; asking: Asking }) => props.asking.answers().get(props.path);

export function YesNoWidget(props: Given<"yesNo" | "yesNoUnsure">): JSX.Element {
  return (
    <Radios
      {...questionText(props.question, props.path, props.asking)}
      legendSize="s"
      inline={props.question.type === "yesNo"}
      options={optionsOf(props.question).map(({ key, label }) => ({ value: key, label }))}
      value={chosenKeys(valueAt(props))[0]}
      onChange={(value) => props.asking.set(props.path, value)}
    />
  );
}

export function ChoiceWidget(props: Given<"choice">): JSX.Element {
  const other = (): string => otherText(valueAt(props));
  // What was typed beside "something else" is kept while another choice is tried.
  const choose = (choice: string): void =>
    props.asking.set(props.path, choice === OTHER || other() !== "" ? { choice, other: other() } : choice);
  return (
    <Radios
      {...questionText(props.question, props.path, props.asking)}
      legendSize="s"
      options={[
        ...props.question.options.map(({ key, label, hint }) => ({ value: key, label, hint })),
        ...(props.question.other
          ? [
              {
                value: OTHER,
                label: props.question.other.label,
                reveal: () => (
                  <OtherBox
                    path={props.path}
                    value={other()}
                    onInput={(text) => props.asking.set(props.path, { choice: OTHER, other: text })}
                  />
                ),
              },
            ]
          : []),
      ]}
      value={chosenKeys(valueAt(props))[0]}
      onChange={choose}
    />
  );
}

export function ChoicesWidget(props: Given<"choices">): JSX.Element {
  const chosen = (): readonly string[] => chosenKeys(valueAt(props));
  const other = (): string => otherText(valueAt(props));
  const set = (choices: readonly string[], text: string): void =>
    props.asking.set(props.path, props.question.other ? { choices, other: text } : choices);
  const listed = (): CheckboxChoice[] =>
    props.question.options.map(({ key, label, hint }) => ({
      value: key,
      label,
      hint,
      exclusive: key === props.question.none,
    }));
  const some = () => listed().filter(({ exclusive }) => exclusive !== true);
  /** Last of all, after "another": one has then read everything it says no to. */
  const none = () => listed().filter(({ exclusive }) => exclusive === true);
  const others = (): CheckboxChoice[] =>
    props.question.other
      ? [
          {
            value: OTHER,
            label: props.question.other.label,
            reveal: () => (
              <OtherBox path={props.path} value={other()} onInput={(text) => set(chosen(), text)} />
            ),
          },
        ]
      : [];
  return (
    <Checkboxes
      {...questionText(props.question, props.path, props.asking)}
      legendSize="s"
      options={[...some(), ...others(), ...none()]}
      value={chosen()}
      onChange={(choices) => set(choices, other())}
    />
  );
}

function OtherBox(props: { path: FieldPath; value: string; onInput: (text: string) => void }): JSX.Element {
  return (
    <TextInput
      id={`${fieldId(props.path)}-what`}
      label="What is it?"
      spellcheck={true}
      value={props.value}
      onInput={(text) => props.onInput(text)}
    />
  );
}
