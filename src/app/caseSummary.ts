/** A folded case in one line of a list. Pure readings of the library; nothing here writes. */
import type { CaseFile, StatusRecord } from "../domain/case/caseFile.ts";
import { compareOrder } from "../domain/happened.ts";
import { papersOf } from "../domain/case/papers.ts";
import { type CaseStanding, standingOf } from "../domain/case/status.ts";
import { filedOf } from "../domain/case/discussion.ts";
import type { CalendarDate } from "../domain/calendarDate.ts";
import { currentConsent } from "../domain/consentPosition.ts";
import { consentTasks } from "../domain/consentTasks.ts";
import type { ScopeId } from "../domain/ids.ts";
import { MAX_NAME } from "../domain/lengths.ts";
import { withoutTurns } from "../domain/withoutTurns.ts";
import { type Answers, asText, type FieldPath } from "../forms/answers.ts";
import { approvalState } from "../forms/approvals.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import { clockOf } from "../forms/logClocks.ts";
import { progress } from "../forms/status.ts";
import { approvalViews, mayAnswer, openAsksOf, wasAsked } from "./approvalViews.ts";
import type { CaseSummary, RecordPlace } from "./api.ts";
import { type Context, nameOf } from "./context.ts";
import { namedDaysOf } from "./definitions.ts";
import { reportsOwed } from "./duties.ts";
import { serverNow } from "./serverClock.ts";
import { filingOf, lookedOf, meetingOf } from "./triageViews.ts";
import { todayIn, shownAnswers, definitionOf } from "./caseReading.ts";

export function summarise(context: Context, scope: ScopeId): CaseSummary | undefined {
  const file = context.library.shelves.get(scope)?.file;
  if (!file?.started) return undefined;
  const standing = standingOf(file);
  return summaryFrom(context, file, standing, definitionOf(context, file), shownAnswers(context, file));
}

/** What a case is called in lists: never the whole report that somebody pasted where the name goes. */
function nameIn(text: string): string {
  const name = withoutTurns(text).trim();
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME).replace(/[\uD800-\uDBFF]$/, "")}…` : name;
}

export function summaryFrom(
  context: Context,
  file: CaseFile,
  standing: CaseStanding,
  definition: PanelDefinition | undefined,
  answers: Answers,
): CaseSummary {
  const { record, author } = file.started as NonNullable<CaseFile["started"]>;
  const { last, status } = standing;
  const subject = definition?.subjects[0];
  const newest = [...file.edits, ...file.status, ...file.consent].reduce(
    (ms, each) => Math.max(ms, each.order[0]),
    file.started?.order[0] ?? 0,
  );
  const filing = filingOf(context, file, standing, definition);
  const editable = status === "draft" || status === "returned";
  return {
    scope: file.scope,
    reference: record.reference,
    panelName: definition?.shortName ?? record.definition,
    definitionId: record.definition,
    subject: subject ? nameIn(asText(answers.get(subject.nameQuestion as FieldPath))) : "",
    status,
    mine: author === context.identity.user,
    author,
    updatedMs: newest,
    submittedMs: standing.firstSubmitted?.order[0],
    sentMs: submissionOf(file, standing)?.order[0],
    arrivedMs: arrivedOf(context, file, standing),
    place: placeOf(context, file),
    progress: editable && definition ? progressOf(context, definition, answers, file) : undefined,
    consentTasks: consentTasksOf(context, definition, file),
    answered: status === "submitted" && standing.returns > 0,
    unsentChanges: hasUnsentChanges(file, standing),
    openAsks: mayAnswer(status) ? openAsksOf(context, file) : [],
    reportsOwed: reportsOwed(context, file).length,
    sentBack: approvalViews(context, file).filter((held) => approvalState(held).kind === "sentBack").length,
    looked: lookedOf(context, file, definition),
    wasAsked: wasAsked(context, file),
    meeting: meetingOf(context, last?.record),
    decided:
      last && DECIDED.includes(last.record.type)
        ? { by: last.author, byName: nameOf(context, last.author), atMs: last.order[0] }
        : undefined,
    toFile: filing?.done ? undefined : filing?.label,
    gaps: last?.record.type === "returned" ? last.record.gaps.length : 0,
    clocks: clocksOf(context, file, definition),
    trouble: context.library.troubleIn(file.scope),
  };
}

/** Decisions of the panel, not of the referrer. */
const DECIDED: readonly StatusRecord["type"][] = ["returned", "accepted", "declined", "settled-outside"];

/** The newest submission that counted. */
const submissionOf = (file: CaseFile, { ignored }: CaseStanding) =>
  file.status.findLast((step) => step.record.type === "submitted" && !ignored.includes(step));

function arrivedOf({ arrivals }: Context, file: CaseFile, standing: CaseStanding): number | undefined {
  const sent = submissionOf(file, standing);
  return sent && arrivals.get(sent.entry);
}

/** Something was written since the referral last left its author's hands, and the panel does not have it yet. */
function hasUnsentChanges(file: CaseFile, { status, lastSent }: CaseStanding): boolean {
  if (status !== "submitted" && status !== "accepted") return false;
  const sent = lastSent?.order;
  const written = [...file.edits, ...file.formChanges, ...file.paperForms];
  return sent !== undefined && written.some(({ order }) => compareOrder(order, sent) > 0);
}

type Progress = NonNullable<CaseSummary["progress"]>;
type KnownProgress = {
  readonly definition: PanelDefinition;
  readonly answers: Answers;
  readonly today: CalendarDate;
  readonly progress: Progress;
};

/** The whole form is gone through: once for each state of it, since every list is made anew at every change of any case. */
function progressOf(
  context: Context,
  definition: PanelDefinition,
  answers: Answers,
  file: CaseFile,
): Progress {
  const today = todayIn(serverNow(context));
  const known = counted.get(file);
  if (known?.definition === definition && known.answers === answers && known.today === today)
    return known.progress;
  const consent = currentConsent(file.consent, definition.subjects[0]?.key, today);
  const { complete, total } = progress(definition, answers, consent, today, papersOf(file));
  const found = { complete, total };
  counted.set(file, { definition, answers, today, progress: found });
  return found;
}

const counted = new WeakMap<CaseFile, KnownProgress>();

function clocksOf(
  context: Context,
  file: CaseFile,
  definition: PanelDefinition | undefined,
): CaseSummary["clocks"] {
  const logs = (definition?.records ?? []).filter(({ clock }) => clock !== undefined);
  if (!definition || logs.length === 0 || file.discussion.length === 0) return [];
  const { workingDayEnds } = definition.calendar;
  const days = { workingDayEnds, named: namedDaysOf(context.library.book) };
  return logs
    .flatMap((log) =>
      filedOf(file, log.key).flatMap(({ record }) => {
        const due = clockOf(log, record, days);
        return due === undefined ? [] : [{ log: log.label, label: log.clock?.label ?? "", due }];
      }),
    )
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
}

/** A referral that was declined or withdrawn is not reviewed any more; whoever has it is still told. */
function consentTasksOf(
  context: Context,
  definition: PanelDefinition | undefined,
  file: CaseFile,
): CaseSummary["consentTasks"] {
  const today = todayIn(context.now());
  const tasks = consentTasks(currentConsent(file.consent, definition?.subjects[0]?.key, today), today);
  const { status } = standingOf(file);
  const over = status === "declined" || status === "withdrawn";
  return over ? tasks.filter(({ kind }) => kind === "tell") : tasks;
}

function placeOf(context: Context, file: CaseFile): RecordPlace {
  const inScope = (entries: ReadonlyMap<unknown, ScopeId>) =>
    entries.values().some((each) => each === file.scope);
  if (inScope(context.unsent.refused)) return "refused";
  if (!inScope(context.unsent.outbox)) return "on-server";
  return context.online ? "sending" : "this-device";
}
