/** The first answers, given before there is a referral to keep them in; see [Note: half-made screens]. */
import { createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { type Answers, type AnswerValue, isFieldPath, parseTypedAnswer } from "../../forms/answers.ts";
import type { FieldPath } from "../../forms/answers.ts";
import type { FieldError } from "../../forms/fieldError.ts";
import { createKept, type Kept } from "../kept/createKept.ts";
import type { Asking } from "./form/asking.ts";

/** "" for none. */
export const answersText = (answers: Answers): string =>
  answers.size === 0 ? "" : JSON.stringify([...answers]);

/** The form may have changed since: an answer to a question that is gone stays unread, as in a draft. */
export function answersFrom(text: string): Answers {
  const answers = new Map<FieldPath, AnswerValue>();
  for (const [path, json] of JSON.parse(text) as [unknown, unknown][]) {
    const typed = parseTypedAnswer(json);
    if (isFieldPath(path) && typed !== undefined) answers.set(path, typed);
  }
  return answers;
}

export type FirstAnswers = {
  readonly asking: Asking;
  readonly kept: Kept;
  /** Some were given on an earlier visit, about whoever that was. */
  readonly fromBefore: Accessor<boolean>;
  forget(): void;
};

export function createFirstAnswers(
  session: Session,
  { definition }: PanelInfo,
  errors: Accessor<readonly FieldError[]>,
  today: CalendarDate,
): FirstAnswers {
  const [answers, setAnswers] = createSignal<Answers>(new Map());
  const [fromBefore, setFromBefore] = createSignal(false);
  const restore = (text: string): void => {
    setAnswers(answersFrom(text));
    setFromBefore(answers().size > 0);
  };
  const kept = createKept(session, `eligibility/${definition.id}`, () => answersText(answers()), restore);
  return {
    kept,
    fromBefore,
    forget() {
      setAnswers(new Map());
      setFromBefore(false);
      kept.drop();
    },
    asking: {
      definition,
      section: definition.eligibility.section,
      today,
      answers,
      set: (path, value) => setAnswers((before) => new Map(before).set(path, value)),
      errors,
      withoutConsent: () => true,
      conflicts: () => [],
      settle: () => undefined,
    },
  };
}
