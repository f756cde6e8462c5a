/** Taking answers from an earlier referral of the same person, so that nobody types an address twice. */
import type { Answers } from "./answers.ts";
import type { PanelDefinition } from "./definition.ts";
import { askedIn, hasAnswer } from "./formChange.ts";

/**
 * Answers of an earlier referral that fit this one: the same question of the same kind, not answered here yet.
 * Only of the sections named; who the person is always maps from one panel's form to another's.
 */
export function copyable(
  from: { readonly definition: PanelDefinition; readonly answers: Answers },
  to: { readonly definition: PanelDefinition; readonly answers: Answers },
  sections: readonly string[],
): Answers {
  const source = askedIn(from.definition);
  const target = askedIn(to.definition);
  const renamed = subjectNames(from.definition, to.definition);
  const copied = new Map(
    [...from.answers].flatMap(([path, value]) => {
      const ref = path.split("/")[0] ?? "";
      const toRef = renamed.get(ref) ?? ref;
      const [a, b] = [source.get(ref), target.get(toRef)];
      if (!a || !b || a.question.type !== b.question.type || hasAnswer(to.answers, toRef)) return [];
      if (!sections.includes(b.section.key)) return [];
      return [[path.replace(ref, toRef) as typeof path, value] as const];
    }),
  );
  return copied;
}

/** The questions for a subject's name and date of birth, from one form to the other. */
function subjectNames(from: PanelDefinition, to: PanelDefinition): ReadonlyMap<string, string> {
  const [a, b] = [from.subjects[0], to.subjects[0]];
  const pairs = [
    [a?.nameQuestion, b?.nameQuestion],
    [a?.dateOfBirthQuestion, b?.dateOfBirthQuestion],
  ] as const;
  return new Map(pairs.flatMap(([old, now]) => (old !== undefined && now !== undefined ? [[old, now]] : [])));
}

/** Sections that can be copied into: eligibility is answered anew each time. */
export const copySections = (definition: PanelDefinition): readonly { key: string; title: string }[] =>
  definition.sections
    .filter(({ kind, pages }) => kind === "questions" && pages.length > 0)
    .map(({ key, title }) => ({ key, title }));
