/** Time rules that could never be kept, or that contradict each other, are refused when they are read. */
import type { PanelDefinition } from "../definition.ts";
import type { Deadline, DeadlineStep } from "../definition/deadlines.ts";
import { keyedPlace, problem, type Problem } from "./problem.ts";

/** Steps that come before the meeting they belong to. */
const BEFORE = new Set<DeadlineStep>([
  "referralIn",
  "referralDecided",
  "membersTold",
  "agendaOut",
  "papersOut",
  "apologies",
]);
/** Steps that follow from a meeting. */
const AFTER = new Set<DeadlineStep>(["actionDone", "actionChased", "minutesOut", "feedback", "reportBack"]);
const DAYS = { hours: 1 / 24, days: 1, workingDays: 7 / 5, weeks: 7, months: 30 } as const;

type Amount = Pick<Deadline, "amount" | "unit" | "counting" | "direction" | "anchor">;

export function checkDeadlines(definition: PanelDefinition): readonly Problem[] {
  const { deadlines } = definition;
  return [
    ...deadlines.flatMap((deadline) => {
      const place = keyedPlace("deadline", deadline.key);
      const { conflict } = deadline;
      return [
        ...contradictions(deadline, deadline.step).map((what) => problem(place, what)),
        ...(conflict
          ? contradictions(conflict, deadline.step).map((what) => problem(`${place}, conflict`, what))
          : []),
      ];
    }),
    ...papersBeforeReferral(deadlines),
  ];
}

function contradictions(rule: Amount, step: DeadlineStep): readonly string[] {
  const found: string[] = [];
  const { amount, unit, counting, direction, anchor } = rule;
  if (counting === "clear" && unit !== "days" && unit !== "workingDays") {
    found.push(`clear counting makes sense only for days and working days, not ${unit}`);
  }
  if (amount === 0 && anchor !== "nextMeeting")
    found.push("an amount of 0 is meant only for ‘at the next meeting’");
  if (BEFORE.has(step) && (direction !== "before" || anchor !== "meeting")) {
    // A decision may also be due so long after the referral.
    const afterReferral = step === "referralDecided" && direction === "after" && anchor === "referral";
    if (!afterReferral) found.push(`‘${step}’ has to be before the meeting it belongs to`);
  }
  if (AFTER.has(step) && direction === "before" && anchor !== "nextMeeting") {
    found.push(`‘${step}’ cannot be before the meeting it follows from`);
  }
  return found;
}

/** Papers made of referrals cannot go out before the referrals are in. Holidays are left out of account. */
function papersBeforeReferral(deadlines: readonly Deadline[]): readonly Problem[] {
  const lead = ({ amount, unit }: Deadline): number => amount * DAYS[unit];
  const referrals = deadlines.filter(({ step }) => step === "referralIn");
  const papers = deadlines.filter(({ step }) => step === "papersOut" || step === "agendaOut");
  return papers.flatMap((paper) =>
    referrals
      .filter((referral) => lead(paper) > lead(referral))
      .map((referral) =>
        problem(
          keyedPlace("deadline", paper.key),
          `is earlier than ‘${referral.key}’, so the papers would go out before the referrals are in`,
        ),
      ),
  );
}
