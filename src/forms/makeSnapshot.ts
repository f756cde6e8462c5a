/**
 * The referral as it stands, in words: what is stored with a submission and printed. Only questions that are
 * asked are in it; answers to hidden ones stay in the draft.
 */
import { type CalendarDate, formatCalendarDate } from "../domain/calendarDate.ts";
import { currentConsent, type ConsentPosition, type StampedConsent } from "../domain/consentPosition.ts";
import { type Answers, asText, cellPath, rowsOf } from "./answers.ts";
import { answerLine, answerLines, clean, type DateText, reasonText } from "./answerText.ts";
import { computedText } from "./computed.ts";
import { consentItems } from "./consentItems.ts";
import { approvalsSection } from "./approvalItems.ts";
import type { ListedApproval } from "./approvals.ts";
import type { PanelDefinition } from "./definition.ts";
import type { QuestionOf } from "./definition/question.ts";
import type { Section } from "./definition/section.ts";
import { checkEligibility } from "./eligibility.ts";
import { isFilled, type Reader } from "./evaluate.ts";
import { type Origins, originsSection } from "./origins.ts";
import { type ListedPaper, paperItems } from "./paperText.ts";
import type { ReferralSnapshot, SnapshotItem, SnapshotSection } from "./snapshot.ts";
import { alertsFor, type ShownAlert, visibleFields, visibleIn, type VisibleQuestion } from "./visible.ts";

export type SnapshotFormatters = {
  readonly today: CalendarDate;
  /** "26 November 2026" unless the caller writes dates otherwise. */
  readonly date?: DateText;
  readonly origins?: Origins;
  /** Those of the case, listed with the section of papers. */
  readonly papers?: readonly ListedPaper[];
  /** What was asked and said about each approval that the panel wants. */
  readonly approvals?: readonly ListedApproval[];
};

export function makeSnapshot(
  definition: PanelDefinition,
  answers: Answers,
  consent: readonly StampedConsent[],
  { today, date = formatCalendarDate, origins, papers = [], approvals = [] }: SnapshotFormatters,
): ReferralSnapshot {
  const reader: Reader = { definition, answers, today };
  const subject = definition.subjects[0]?.key;
  const position = currentConsent(consent, subject, today);
  const alerts = alertsFor(definition, answers, today);
  const sections = [definition.eligibility.section, ...definition.sections].map((section) =>
    makeSection(section, { reader, position, alerts, date, papers }),
  );
  return {
    definitionId: definition.id,
    definitionVersion: definition.version,
    panelName: definition.name,
    handlingMark: definition.handling.mark,
    sections: [
      origins && originsSection(origins, date),
      ...sections,
      approvalsSection(reader, approvals, date),
    ].filter((section) => section !== undefined && section.items.length > 0) as SnapshotSection[],
  };
}

type Context = {
  readonly reader: Reader;
  readonly position: ConsentPosition;
  readonly alerts: readonly ShownAlert[];
  readonly date: DateText;
  readonly papers: readonly ListedPaper[];
};

function makeSection(section: Section, context: Context): SnapshotSection {
  const { definition } = context.reader;
  const items: SnapshotItem[] = [];
  if (section.kind === "consent") {
    items.push(...consentItems(definition, section, context.position, context.date));
  }
  if (section.kind === "papers") items.push(...paperItems(section, context.reader, context.papers));
  for (const visible of visibleIn(section, context.reader)) {
    items.push(...itemsOf(visible, context));
    const shown = context.alerts.filter(
      ({ path }) => path === visible.path || path.startsWith(`${visible.path}/`),
    );
    for (const { alert, label, path } of shown) {
      items.push({ kind: "note", key: `${path}/${alert.key}`, label, text: clean(alert.text) });
    }
  }
  if (section === definition.eligibility.section) items.push(...eligibilityItems(context));
  return { key: section.key, title: section.title, items };
}

function itemsOf({ section, question, path }: VisibleQuestion, context: Context): readonly SnapshotItem[] {
  const { answers } = context.reader;
  const base = { key: path, label: question.label };
  switch (question.type) {
    case "note":
      return question.tone === "warning" ? [{ kind: "note", ...base, text: question.text }] : [];
    case "computed":
      return [
        { kind: "answer", ...base, answer: clean(computedText(context.reader, question, context.date)) },
      ];
    case "grid":
      return [gridTable(section, question, context, base)];
    case "repeat":
      return [repeatTable(section, question, context, base)];
    default: {
      const lines = answerLines(question, answers.get(path), context.date);
      const reason = reasonText(answers, section.key, question);
      if (lines.length === 0 && reason !== "") {
        return [{ kind: "answer", ...base, answer: `Not answered. Reason: ${reason}` }];
      }
      if (question.type === "choices") return [{ kind: "list", ...base, answers: [...lines] }];
      return [{ kind: "answer", ...base, answer: lines[0] ?? null }];
    }
  }
}

type Base = { readonly key: string; readonly label: string };

/** Every row, ticked or not, as on the panel's own form: an empty box is an answer too. */
function gridTable(
  section: Section,
  grid: QuestionOf<"grid">,
  { reader }: Context,
  base: Base,
): SnapshotItem {
  const cell = (row: string, column: QuestionOf<"grid">["columns"][number]): string => {
    const value = reader.answers.get(cellPath(section.key, grid.key, row, column.key));
    if (column.kind === "tick") return isFilled(value, "tick") ? "Yes" : "";
    return clean(asText(value).trim());
  };
  return {
    kind: "table",
    ...base,
    columns: [grid.label, ...grid.columns.map((column) => column.label)],
    rows: grid.rows.map((row) => [row.label, ...grid.columns.map((column) => cell(row.key, column))]),
  };
}

function repeatTable(
  section: Section,
  group: QuestionOf<"repeat">,
  { reader, date }: Context,
  base: Base,
): SnapshotItem {
  const reason = reasonText(reader.answers, section.key, group);
  const rows = rowsOf(reader.answers, section.key, group.key);
  if (rows.length === 0 && reason !== "") {
    return { kind: "answer", ...base, answer: `Not answered. Reason: ${reason}` };
  }
  return {
    kind: "table",
    ...base,
    columns: group.fields.map((field) => field.label),
    rows: rows.map((row) => {
      const asked = new Map(
        visibleFields(section, group, row, reader).map(({ field, path }) => [field.key, path]),
      );
      return group.fields.map((field) => {
        const path = asked.get(field.key);
        return path ? answerLine(field, reader.answers.get(path), date) : "";
      });
    }),
  };
}

/** What did not fit, and why the case is brought all the same: the reviewer reads these first [GAP-13]. */
function eligibilityItems({ reader }: Context): readonly SnapshotItem[] {
  const { definition, answers, today } = reader;
  const { state, unmet, exceptionReason, exceptionPath } = checkEligibility(definition, answers, today);
  if (state !== "notMet") return [];
  const { exception } = definition.eligibility;
  return [
    ...unmet.map((rule): SnapshotItem => ({
      kind: "note",
      key: `${definition.eligibility.section.key}/${rule.key}`,
      label: "Does not fit",
      text: rule.explanation,
    })),
    {
      kind: "answer",
      key: exceptionPath,
      label: exception.label,
      answer: exceptionReason === "" ? null : clean(exceptionReason),
    },
  ];
}
