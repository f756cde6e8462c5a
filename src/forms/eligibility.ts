/**
 * Is this the right panel? A "no" explains and offers another way, and may still be sent with a reason: the
 * reviewer decides, not the form. Sources: ASH-13, ASH-20…24, GAP-13.
 */
import type { CalendarDate } from "../domain/calendarDate.ts";
import { type Answers, asText, type FieldPath, questionPath } from "./answers.ts";
import type { PanelDefinition } from "./definition.ts";
import type { Eligibility } from "./definition/section.ts";
import { readsOf } from "./definition/condition.ts";
import { holds, type Reader } from "./evaluate.ts";

type EligibilityRule = Eligibility["rules"][number];

export type EligibilityResult = {
  /** `met`: every rule. `unanswered`: too little answered to say. `notMet`: at least one rule says no. */
  readonly state: "met" | "unanswered" | "notMet";
  readonly unmet: readonly EligibilityRule[];
  /** Where the reason for an exception is kept. */
  readonly exceptionPath: FieldPath;
  readonly exceptionReason: string;
};

export function checkEligibility(
  definition: PanelDefinition,
  answers: Answers,
  today: CalendarDate,
): EligibilityResult {
  const { eligibility } = definition;
  const reader: Reader = { definition, answers, today };
  const failing = eligibility.rules.filter((rule) => !holds(reader, rule.met));
  const unmet = failing.filter((rule) => isAnswered(rule, reader));
  const exceptionPath = questionPath(eligibility.section.key, eligibility.exception.key);
  return {
    state: unmet.length > 0 ? "notMet" : failing.length > 0 ? "unanswered" : "met",
    unmet,
    exceptionPath,
    exceptionReason: asText(answers.get(exceptionPath)).trim(),
  };
}

/** A rule says no only when something it reads has been answered; until then it says nothing. */
const isAnswered = (rule: EligibilityRule, reader: Reader): boolean =>
  readsOf(rule.met).some(({ question }) => holds(reader, { op: "answered", question }));
