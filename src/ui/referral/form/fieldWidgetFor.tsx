import type { JSX } from "solid-js";
import type { FieldPath } from "../../../forms/answers.ts";
import type { FieldQuestion } from "../../../forms/definition/question.ts";
import type { Asking } from "./asking.ts";
import { ChoicesWidget, ChoiceWidget, YesNoWidget } from "./ChoiceWidgets.tsx";
import {
  AddressWidget,
  ContactWidget,
  DateWidget,
  LongTextWidget,
  NumberWidget,
  TextWidget,
} from "./PlainWidgets.tsx";

/** The widget of a question with one answer, on a page or in a row. */
export function fieldWidgetFor(question: FieldQuestion, path: FieldPath, asking: Asking): JSX.Element {
  switch (question.type) {
    case "text":
      return <TextWidget question={question} path={path} asking={asking} />;
    case "longText":
      return <LongTextWidget question={question} path={path} asking={asking} />;
    case "date":
      return <DateWidget question={question} path={path} asking={asking} />;
    case "choice":
      return <ChoiceWidget question={question} path={path} asking={asking} />;
    case "choices":
      return <ChoicesWidget question={question} path={path} asking={asking} />;
    case "yesNo":
    case "yesNoUnsure":
      return <YesNoWidget question={question} path={path} asking={asking} />;
    case "tel":
    case "email":
      return <ContactWidget question={question} path={path} asking={asking} />;
    case "address":
      return <AddressWidget question={question} path={path} asking={asking} />;
    case "number":
      return <NumberWidget question={question} path={path} asking={asking} />;
  }
}
