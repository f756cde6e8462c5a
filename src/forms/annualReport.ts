/**
 * A panel's year in numbers, for its board: what came in and what became of it, what the cases were about, and
 * whether agencies did what they agreed. No name, no reference and no word that anybody typed is in it, agencies'
 * names apart. Counted from the cases that the person who asks may read. [OXT-04] [OXT-07] [ASH-49] [HAR-08]
 */
import { actionsOf } from "../domain/case/actions.ts";
import type { CaseFile } from "../domain/case/caseFile.ts";
import { decisionsOf, isClosed, promisesOf } from "../domain/case/discussion.ts";
import { standingOf } from "../domain/case/status.ts";
import type { CalendarDate } from "../domain/calendarDate.ts";
import { daysBetween } from "../domain/days.ts";
import { londonDateOf } from "../domain/londonTime.ts";
import { type Answers, chosenKeys, type FieldPath, parseFieldPath } from "./answers.ts";
import type { PanelDefinition } from "./definition.ts";
import type { Question } from "./definition/question.ts";
import { type AgencyFollowThrough, followThrough } from "./followThrough.ts";
import { type Period, isWithin } from "./period.ts";
import { questionIndex } from "./questionIndex.ts";

export type Counted = { readonly label: string; readonly count: number };

export type AnnualReport = {
  readonly referrals: readonly Counted[];
  /** From first sent to the panel's decision, in days: the middle one. Undefined where none was decided. */
  readonly daysToDecision: number | undefined;
  readonly decisions: readonly Counted[];
  /** What referrals ticked, by question. Options that nobody ticked are left out. */
  readonly themes: readonly { readonly title: string; readonly counts: readonly Counted[] }[];
  readonly outcomes: readonly Counted[];
  readonly agencies: readonly AgencyFollowThrough[];
  readonly reports: readonly Counted[];
  readonly resources: readonly Counted[];
};

export type ReportCase = { readonly file: CaseFile; readonly answers: Answers };

export function annualReport(
  definition: PanelDefinition,
  cases: readonly ReportCase[],
  period: Period,
  today: CalendarDate,
): AnnualReport {
  const within = (ms: number) => isWithin(londonDateOf(ms), period);
  const sent = cases.filter(({ file }) => {
    const first = standingOf(file).firstSubmitted;
    return first !== undefined && within(first.order[0]);
  });
  const decided = cases.flatMap(({ file }) =>
    decisionsOf(file)
      .filter(({ order }) => within(order[0]))
      .map((step) => ({ file, step })),
  );
  const actions = cases.flatMap(({ file }) => actionsOf(file)).filter(({ addedMs }) => within(addedMs));
  const promises = cases.flatMap(({ file }) => promisesOf(file)).filter(({ order }) => within(order[0]));
  return {
    referrals: referralCounts(sent),
    daysToDecision: middle(
      decided.flatMap(({ file, step }) => {
        const first = standingOf(file).firstSubmitted;
        return first ? [daysBetween(londonDateOf(first.order[0]), londonDateOf(step.order[0]))] : [];
      }),
    ),
    decisions: tally(
      decided.map(({ step }) => step.record.decision),
      definition.decisions,
    ),
    themes: themesOf(definition, sent),
    outcomes: tally(
      actions.map(({ outcome }) => outcome),
      definition.outcomes,
    ),
    agencies: followThrough(actions, today),
    reports: [
      { label: "Asked for", count: promises.length },
      { label: "Made", count: promises.filter(({ kept }) => kept !== undefined).length },
    ],
    resources: [
      {
        label: "Agreed in principle",
        count: actions.filter((each) => each.commitment === "inPrinciple").length,
      },
      { label: "Confirmed", count: actions.filter((each) => each.commitment === "confirmed").length },
    ],
  };
}

function referralCounts(sent: readonly ReportCase[]): readonly Counted[] {
  const standings = sent.map(({ file }) => ({ file, ...standingOf(file) }));
  const count = (label: string, holds: (each: (typeof standings)[number]) => boolean): Counted => ({
    label,
    count: standings.filter(holds).length,
  });
  return [
    { label: "Received", count: sent.length },
    count("Sent back at least once", ({ returns }) => returns > 0),
    count("Accepted", ({ status }) => status === "accepted"),
    count("Declined", ({ status }) => status === "declined"),
    count("Withdrawn", ({ status }) => status === "withdrawn"),
    count("Heard at a meeting", ({ file }) => decisionsOf(file).length > 0),
    count("Closed", ({ file }) => isClosed(file)),
  ];
}

/** By the definition's own order; keys that it does not know any more are left out. */
function tally(
  keys: readonly string[],
  options: readonly { readonly key: string; readonly label: string }[],
): readonly Counted[] {
  return options
    .map(({ key, label }) => ({ label, count: keys.filter((each) => each === key).length }))
    .filter(({ count }) => count > 0);
}

function themesOf(definition: PanelDefinition, cases: readonly ReportCase[]): AnnualReport["themes"] {
  return (definition.report?.themes ?? []).flatMap((ref) => {
    const question = questionIndex(definition).get(ref)?.question;
    if (!question) return [];
    const counts = optionsOf(question)
      .map(({ key, label }) => ({
        label,
        count: cases.filter((each) => ticked(each, ref, question, key)).length,
      }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count);
    return counts.length > 0 ? [{ title: question.label, counts }] : [];
  });
}

const optionsOf = (question: Question): readonly { readonly key: string; readonly label: string }[] => {
  if (question.type === "choice" || question.type === "choices") return question.options;
  return question.type === "grid" ? question.rows : [];
};

/** Whether a referral ticked an option, or any tick of a row. */
function ticked({ answers }: ReportCase, ref: string, question: Question, key: string): boolean {
  if (question.type !== "grid") return chosenKeys(answers.get(ref as FieldPath)).includes(key);
  return [...answers].some(([path, value]) => {
    const parsed = parseFieldPath(path);
    return (
      parsed?.kind === "cell" &&
      `${parsed.section}.${parsed.question}` === ref &&
      parsed.row === key &&
      value === "yes"
    );
  });
}

function middle(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[at] : sorted.length === 0 ? undefined : halfway(sorted, at);
}

const halfway = (sorted: readonly number[], at: number): number =>
  Math.round(((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2);
