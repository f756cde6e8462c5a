/** Text, long text, dates and numbers: a value in, one setter out. */
import type { JSX } from "solid-js";
import { datePartsOf } from "../../../domain/calendarDate.ts";
import { asDateParts, asText, type FieldPath } from "../../../forms/answers.ts";
import type { QuestionOf } from "../../../forms/definition/question.ts";
import { lengthOf } from "../../../forms/validateAnswer.ts";
import { DateInput } from "../../kit/DateInput.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { type Asking, errorAt } from "./asking.ts";
import { ConflictChoice } from "./ConflictChoice.tsx";
import { questionText } from "./questionText.ts";

type Given<Type extends Parameters<typeof questionText>[0]["type"]> = {
  question: QuestionOf<Type>;
  path: FieldPath;
  asking: Asking;
};

const WIDTHS = { short: 10, medium: 20, full: undefined } as const;

export function TextWidget(props: Given<"text">): JSX.Element {
  return (
    <TextInput
      {...questionText(props.question, props.path, props.asking)}
      labelSize="s"
      spellcheck={true}
      width={WIDTHS[props.question.width ?? "full"]}
      value={asText(props.asking.answers().get(props.path))}
      onInput={(value) => props.asking.set(props.path, value)}
    />
  );
}

export function ContactWidget(props: Given<"tel" | "email">): JSX.Element {
  return (
    <TextInput
      {...questionText(props.question, props.path, props.asking)}
      labelSize="s"
      type={props.question.type}
      width={props.question.type === "tel" ? 20 : 30}
      value={asText(props.asking.answers().get(props.path))}
      onInput={(value) => props.asking.set(props.path, value)}
    />
  );
}

/** What two people wrote without seeing each other stands in place of the box until somebody chooses. */
export function LongTextWidget(props: Given<"longText">): JSX.Element {
  return (
    <ConflictChoice path={props.path} label={props.question.label} asking={props.asking}>
      <TextArea
        {...questionText(props.question, props.path, props.asking)}
        labelSize="s"
        limit={lengthOf(props.question)}
        value={asText(props.asking.answers().get(props.path))}
        onInput={(value) => props.asking.set(props.path, value)}
      />
    </ConflictChoice>
  );
}

/** One box for all its lines: addresses are told over the telephone and pasted from elsewhere. */
export function AddressWidget(props: Given<"address">): JSX.Element {
  return (
    <TextArea
      {...questionText(props.question, props.path, props.asking)}
      labelSize="s"
      rows={4}
      limit={lengthOf(props.question)}
      value={asText(props.asking.answers().get(props.path))}
      onInput={(value) => props.asking.set(props.path, value)}
    />
  );
}

export function DateWidget(props: Given<"date">): JSX.Element {
  const part = () => errorAt(props.asking, props.path)?.part;
  const wrong = () => {
    const named = part();
    return named && [named];
  };
  return (
    <DateInput
      {...questionText(props.question, props.path, props.asking)}
      legendSize="s"
      errorParts={wrong()}
      today={props.question.usually === "today" ? datePartsOf(props.asking.today) : undefined}
      value={asDateParts(props.asking.answers().get(props.path)) ?? { day: "", month: "", year: "" }}
      onInput={(value) => props.asking.set(props.path, value)}
    />
  );
}

export function NumberWidget(props: Given<"number">): JSX.Element {
  const text = () => {
    const words = questionText(props.question, props.path, props.asking);
    return props.question.unit === undefined ? words.label : `${words.label} (${props.question.unit})`;
  };
  return (
    <TextInput
      {...questionText(props.question, props.path, props.asking)}
      label={text()}
      labelSize="s"
      width={5}
      inputMode={props.question.whole === true ? "numeric" : "decimal"}
      value={asText(props.asking.answers().get(props.path))}
      onInput={(value) => props.asking.set(props.path, value)}
    />
  );
}
