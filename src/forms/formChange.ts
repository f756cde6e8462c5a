/** What going on with another version of a form means for a referral that has begun. Answers stay where they are. */
import type { Answers } from "./answers.ts";
import type { PanelDefinition } from "./definition.ts";
import { isUnasked } from "./definition/question.ts";
import { type Located, locateAll, optionsOf } from "./questionIndex.ts";

export type FormChange = {
  /** Labels of questions that are new or mean something else now. */
  readonly added: readonly string[];
  /** Labels of questions that are asked no more and have an answer here: it is kept, and no longer shown. */
  readonly dropped: readonly string[];
  /** Labels of questions put in other words. */
  readonly reworded: readonly string[];
};

export function compareForms(from: PanelDefinition, to: PanelDefinition, answers: Answers): FormChange {
  const before = askedIn(from);
  const after = askedIn(to);
  const labels = (found: readonly Located[]) => found.map(({ question }) => question.label);
  return {
    added: labels([...after.values()].filter((now) => !sameKind(before.get(now.ref), now))),
    dropped: labels(
      [...before.values()].filter((old) => !sameKind(after.get(old.ref), old) && hasAnswer(answers, old.ref)),
    ),
    reworded: labels(
      [...after.values()].filter((now) => {
        const old = before.get(now.ref);
        return old !== undefined && sameKind(old, now) && wordsOf(old) !== wordsOf(now);
      }),
    ),
  };
}

const sameKind = (other: Located | undefined, one: Located): boolean =>
  other?.question.type === one.question.type;

/** Top-level questions only: a field of a repeating group goes with its group. */
export const askedIn = (definition: PanelDefinition): ReadonlyMap<string, Located> =>
  new Map(
    locateAll(definition)
      .filter(({ group, question }) => !group && !isUnasked(question))
      .map((located) => [located.ref, located]),
  );

const wordsOf = ({ question }: Located): string =>
  [question.label, ...optionsOf(question).map(({ label }) => label)].join("\n");

export const hasAnswer = (answers: Answers, ref: string): boolean =>
  [...answers.keys()].some((path) => path === ref || path.startsWith(`${ref}/`));
