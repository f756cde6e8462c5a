/** Who may decide about sharing for a person of this age. A prompt, not a rule: nobody is ruled out [domain 2.5]. */
import { type CalendarDate, monthsBetween, readDateParts } from "../domain/calendarDate.ts";
import { type Answers, asDateParts, type FieldPath } from "./answers.ts";
import type { ConsentModel, Decider } from "./definition/consentModel.ts";
import type { PanelDefinition } from "./definition.ts";

/** In whole years, of the person the referral is about; undefined without a date of birth that can be read. */
export function ageOf(
  definition: PanelDefinition,
  answers: Answers,
  today: CalendarDate,
): number | undefined {
  const question = definition.subjects[0]?.dateOfBirthQuestion;
  if (question === undefined) return undefined;
  const parts = asDateParts(answers.get(question as FieldPath));
  const read = parts && readDateParts(parts);
  if (read?.kind !== "date" || read.date > today) return undefined;
  return Math.floor(monthsBetween(read.date, today) / 12);
}

export const fitsAge = ({ ages }: Decider, age: number | undefined): boolean =>
  age === undefined || (age >= (ages?.from ?? 0) && age < (ages?.below ?? Infinity));

/** Those who usually decide at that age first, in the order of the form; then the others, all of them. */
export function decidersFor(
  { deciders }: ConsentModel,
  age: number | undefined,
): { readonly fitting: readonly Decider[]; readonly others: readonly Decider[] } {
  const fitting = deciders.filter((decider) => fitsAge(decider, age));
  return { fitting, others: deciders.filter((decider) => !fitting.includes(decider)) };
}
