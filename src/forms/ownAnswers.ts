/**
 * What a worker would otherwise type about themselves in every referral: who they are, from their profile, and how to
 * reach them, from what they answered last. The definition says which questions these are.
 */
import { type Answers, asText, type FieldPath, questionPath } from "./answers.ts";
import type { Question } from "./definition/question.ts";

/** By what a question's `ofReferrer` says. */
export type OwnDetails = Readonly<Record<string, string | undefined>>;

const ofReferrer = (question: Question): string | undefined =>
  "ofReferrer" in question ? question.ofReferrer : undefined;

/** Answers for questions that have none yet. One that was emptied stays empty. */
export const ownAnswers = (
  section: string,
  questions: readonly Question[],
  answers: Answers,
  own: OwnDetails,
): readonly (readonly [FieldPath, string])[] =>
  questions.flatMap((question) => {
    const path = questionPath(section, question.key);
    const value = own[ofReferrer(question) ?? ""] ?? "";
    return value === "" || answers.has(path) ? [] : [[path, value] as const];
  });

/** What these questions now say of the worker. */
export const ownDetailsIn = (section: string, questions: readonly Question[], answers: Answers): OwnDetails =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const detail = ofReferrer(question);
      return detail === undefined
        ? []
        : [[detail, asText(answers.get(questionPath(section, question.key))).trim()] as const];
    }),
  );
