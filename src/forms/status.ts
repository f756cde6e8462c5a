/** Where each section stands, in the words of the task list, and what keeps a referral from being sent. */
import type { CalendarDate } from "../domain/calendarDate.ts";
import type { ConsentPosition } from "../domain/consentPosition.ts";
import { type Answers, asText, donePath, isBlank, reasonPath, rowsOf } from "./answers.ts";
import { APPROVALS, approvalGaps, type ListedApproval } from "./approvals.ts";
import { consentPath, sharingGap } from "./consentGaps.ts";
import type { PanelDefinition } from "./definition.ts";
import { isUnasked } from "./definition/question.ts";
import type { Section } from "./definition/section.ts";
import { checkEligibility } from "./eligibility.ts";
import { holds, type Reader } from "./evaluate.ts";
import { askedPapers, type HeldPaper, isHeld, paperReason } from "./papers.ts";
import { findSection } from "./questionIndex.ts";
import { validateSection } from "./validate.ts";
import type { FieldError } from "./fieldError.ts";
import { alertsFor, visibleIn, type VisibleQuestion } from "./visible.ts";

export type SectionStatus = {
  readonly kind: "cannotStart" | "notStarted" | "inProgress" | "missing" | "complete";
  /** "Not started", "2 answers missing", "1 paper missing" … */
  readonly text: string;
  /** What to do first; only for `cannotStart`. */
  readonly because?: string;
  readonly errors: readonly FieldError[];
  /** Nothing in it has to be answered: it is not counted until something is. */
  readonly optional: boolean;
};

/** Up to here a number helps; beyond, "9 answers missing" would only scold somebody who has just begun. */
const NEARLY_DONE = 3;

export function sectionStatus(
  definition: PanelDefinition,
  sectionKey: string,
  answers: Answers,
  consent: ConsentPosition,
  today: CalendarDate,
  papers: readonly HeldPaper[] = [],
): SectionStatus {
  const section = findSection(definition, sectionKey);
  const reader: Reader = { definition, answers, today };
  const visible = visibleIn(section, reader);
  const errors = validateSection(definition, sectionKey, answers, consent, today, papers);
  const optional = isOptional(reader, section, visible);
  const started =
    visible.some((each) => isTouched(each, answers)) ||
    (section.kind === "consent" && consent.history.length > 0) ||
    (section.kind === "papers" && hasPapers(section, reader, papers));
  const base = { errors, optional };
  if (!started && section.startsWhen && !holds(reader, section.startsWhen.condition)) {
    return { kind: "cannotStart", text: "Cannot start yet", because: section.startsWhen.because, ...base };
  }
  if (optional && !started) {
    const done = answers.get(donePath(section.key)) === "yes";
    return done
      ? { kind: "complete", text: "Complete", ...base }
      : { kind: "notStarted", text: "Not started", ...base };
  }
  if (!started) return { kind: "notStarted", text: "Not started", ...base };
  if (errors.length === 0) return { kind: "complete", text: "Complete", ...base };
  const onlyMissing = errors.every((error) => error.kind === "missing");
  if (!onlyMissing || errors.length > NEARLY_DONE)
    return { kind: "inProgress", text: "In progress", ...base };
  return { kind: "missing", text: missingText(section, errors), ...base };
}

function missingText(section: Section, errors: readonly FieldError[]): string {
  // What is on no page of questions there is a paper.
  const ofPapers = section.kind === "papers" && errors.every(({ pageKey }) => pageKey === undefined);
  const [one, many] = ofPapers ? ["paper", "papers"] : ["answer", "answers"];
  return errors.length === 1 ? `1 ${one} missing` : `${errors.length} ${many} missing`;
}

function isOptional(reader: Reader, section: Section, visible: readonly VisibleQuestion[]): boolean {
  if (section.kind === "consent") return false;
  if (section.kind === "papers" && askedPapers(reader).some((paper) => paper.required)) return false;
  return visible.every(({ question }) => isUnasked(question) || question.required === undefined);
}

/** Is a paper there, or a reason why one is not? */
const hasPapers = (section: Section, reader: Reader, papers: readonly HeldPaper[]): boolean =>
  papers.some(({ kind }) => isHeld(papers, kind)) ||
  askedPapers(reader).some(({ key }) => paperReason(reader.answers, section.key, key) !== "");

/** Has anything been answered here, a reason included? */
function isTouched({ section, question, path }: VisibleQuestion, answers: Answers): boolean {
  if (isUnasked(question)) return false;
  if (question.type === "repeat" || question.type === "grid") {
    return rowsOf(answers, section.key, question.key).length > 0;
  }
  return (
    !isBlank(answers.get(path)) || asText(answers.get(reasonPath(section.key, question.key))).trim() !== ""
  );
}

export type Progress = { readonly complete: number; readonly total: number; readonly text: string };

/** "6 of 9 sections". Optional sections count once something is in them; eligibility comes before the list. */
export function progress(
  definition: PanelDefinition,
  answers: Answers,
  consent: ConsentPosition,
  today: CalendarDate,
  papers: readonly HeldPaper[] = [],
): Progress {
  const statuses = definition.sections
    .map((section) => sectionStatus(definition, section.key, answers, consent, today, papers))
    .filter((status) => !status.optional || status.kind !== "notStarted");
  const complete = statuses.filter((status) => status.kind === "complete").length;
  return { complete, total: statuses.length, text: `${complete} of ${statuses.length} sections` };
}

export type SubmissionBlocker =
  | {
      readonly kind: "answers";
      readonly sectionKey: string;
      readonly sectionTitle: string;
      readonly errors: readonly FieldError[];
    }
  /** Somebody has to agree or be asked first: `key` of the definition's approvals. */
  | {
      readonly kind: "approval";
      readonly sectionKey: typeof APPROVALS;
      readonly key: string;
      readonly message: string;
    }
  | { readonly kind: "consent"; readonly sectionKey: string; readonly message: string }
  | {
      readonly kind: "eligibility";
      readonly sectionKey: string;
      readonly message: string;
      readonly otherWays: readonly string[];
    }
  | {
      readonly kind: "stop";
      readonly sectionKey: string;
      readonly message: string;
      readonly otherWays: readonly string[];
    };

/** Everything that keeps the referral from being sent. Saving is never kept from anyone [ASH-72]. */
export function submissionBlockers(
  definition: PanelDefinition,
  answers: Answers,
  consent: ConsentPosition,
  today: CalendarDate,
  papers: readonly HeldPaper[] = [],
  approvals: readonly ListedApproval[] = [],
): readonly SubmissionBlocker[] {
  const blockers: SubmissionBlocker[] = [...eligibilityBlockers(definition, answers, today)];
  for (const section of [definition.eligibility.section, ...definition.sections]) {
    const all = validateSection(definition, section.key, answers, consent, today, papers);
    // Consent is a blocker of its own, said once.
    const decision = consentPath(section, "decision");
    const errors = section.kind === "consent" ? all.filter((error) => error.path !== decision) : all;
    const message = section.kind === "consent" && sharingGap(definition.consent.rule, consent);
    if (message) blockers.push({ kind: "consent", sectionKey: section.key, message });
    if (errors.length > 0) {
      blockers.push({ kind: "answers", sectionKey: section.key, sectionTitle: section.title, errors });
    }
  }
  for (const gap of approvalGaps({ definition, answers, today }, approvals)) {
    blockers.push({ kind: "approval", sectionKey: APPROVALS, ...gap });
  }
  for (const { alert, sectionKey } of alertsFor(definition, answers, today)) {
    if (alert.stops) {
      blockers.push({ kind: "stop", sectionKey, message: alert.text, otherWays: alert.otherWays ?? [] });
    }
  }
  return blockers;
}

function eligibilityBlockers(
  definition: PanelDefinition,
  answers: Answers,
  today: CalendarDate,
): readonly SubmissionBlocker[] {
  const result = checkEligibility(definition, answers, today);
  if (result.state !== "notMet" || result.exceptionReason !== "") return [];
  const sectionKey = definition.eligibility.section.key;
  return result.unmet.map(({ explanation, otherWays }) => ({
    kind: "eligibility",
    sectionKey,
    message: explanation,
    otherWays,
  }));
}
