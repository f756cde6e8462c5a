/** A folded case as screens show it. Pure readings of the library; nothing here writes. */
import { type CaseFile, isSent, type StatusRecord } from "../domain/case/caseFile.ts";
import { versionsOf } from "../domain/field.ts";
import { compareOrder } from "../domain/happened.ts";
import { papersOf } from "../domain/case/papers.ts";
import { type CaseStanding, mayFollow, mayWrite, standingOf } from "../domain/case/status.ts";
import { snapshotOf } from "../domain/case/snapshotParts.ts";
import type { CalendarDate } from "../domain/calendarDate.ts";
import { currentConsent } from "../domain/consentPosition.ts";
import { consentTasks } from "../domain/consentTasks.ts";
import type { ScopeId } from "../domain/ids.ts";
import { MAX_NAME } from "../domain/lengths.ts";
import { withoutTurns } from "../domain/withoutTurns.ts";
import { londonDateOf } from "../domain/londonTime.ts";
import { mayLead } from "../domain/roles.ts";
import {
  type Answers,
  type AnswerValue,
  asText,
  type FieldPath,
  isFieldPath,
  parseAnswerValue,
} from "../forms/answers.ts";
import { approvalState } from "../forms/approvals.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import { makeSnapshot } from "../forms/makeSnapshot.ts";
import type { Origins } from "../forms/origins.ts";
import { ReferralSnapshot } from "../forms/snapshot.ts";
import { progress } from "../forms/status.ts";
import { approvalViews, mayAnswer, openAsksOf, wasAsked } from "./approvalViews.ts";
import type { CaseSummary, CaseView, RecordPlace } from "./api.ts";
import { type Context, nameOf, rolesOf } from "./context.ts";
import { findDefinition } from "./definitions.ts";
import { historyOf } from "./history.ts";
import { paperViews } from "./paperViews.ts";
import { serverNow } from "./serverClock.ts";
import { withTyped } from "./tooLong.ts";
import { filingOf, findingViews, lookedOf, meetingOf } from "./triageViews.ts";

/** The calendar date in London of an instant; panels' deadlines are counted there. */
export const todayIn = (nowMs: number): CalendarDate => londonDateOf(nowMs);

/** The newest version of every answer. Paths and values come from records: anything odd is left out. */
export function answersOf(file: CaseFile): Answers {
  const known = read.get(file);
  if (known) return known;
  const answers = new Map<FieldPath, AnswerValue>();
  for (const [path, field] of Object.entries(file.fields)) {
    const [newest] = versionsOf(field);
    if (!newest || newest.value === null || !isFieldPath(path)) continue;
    const parsed = parseAnswerValue(newest.value);
    if (parsed.ok) answers.set(path, parsed.value);
  }
  read.set(file, answers);
  return answers;
}

/** A file is made anew when anything in it changes: what was read from one holds as long as it does. */
const read = new WeakMap<CaseFile, Answers>();

/** Those, and what is too long to be one yet: what screens show and check. */
const shownAnswers = (context: Context, file: CaseFile): Answers =>
  withTyped(answersOf(file), context.tooLong.get(file.scope)?.changes);

export function definitionOf(context: Context, file: CaseFile): PanelDefinition | undefined {
  const started = file.started?.record;
  return started && findDefinition(context, started.definition, formVersionOf(file));
}

/** The version of the form that the author works with: the one started with, or one gone on to since. */
export const formVersionOf = (file: CaseFile): string =>
  file.formChanges.at(-1)?.record.definitionVersion ?? file.started?.record.definitionVersion ?? "";

/** Something was written since the referral last left its author's hands, and the panel does not have it yet. */
function hasUnsentChanges(file: CaseFile, { status, lastSent }: CaseStanding): boolean {
  if (status !== "submitted" && status !== "accepted") return false;
  const sent = lastSent?.order;
  const written = [...file.edits, ...file.formChanges, ...file.paperForms];
  return sent !== undefined && written.some(({ order }) => compareOrder(order, sent) > 0);
}

/** The referral in words, as it stands: what is sent, and what a draft prints. */
export function snapshotNow(context: Context, file: CaseFile, definition: PanelDefinition): ReferralSnapshot {
  const today = todayIn(serverNow(context));
  const approvals = approvalViews(context, file);
  const more = { origins: originsOf(file), papers: papersOf(file), approvals };
  return makeSnapshot(definition, answersOf(file), file.consent, { today, ...more });
}

/** Where answers came from, other than from being typed here first. */
const originsOf = (file: CaseFile): Origins => {
  const paper = file.paperForms.at(-1)?.record;
  const copied = file.edits.flatMap(({ copiedFrom }) => copiedFrom ?? []);
  return { paper: paper?.signedOn ? paper : undefined, copiedFrom: [...new Set(copied)] };
};

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

function summaryFrom(
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

export function viewCase(context: Context, scope: ScopeId): CaseView | undefined {
  const file = context.library.shelves.get(scope)?.file;
  if (!file?.started) return undefined;
  const { user } = context.identity;
  const standing = standingOf(file);
  const definition = definitionOf(context, file);
  const answers = shownAnswers(context, file);
  const members = context.membership.scopes.get(scope)?.members ?? [];
  const access = members.find((member) => member.user === user)?.access;
  return {
    summary: summaryFrom(context, file, standing, definition, answers),
    file,
    standing,
    definition,
    answers,
    conflicts: conflictsOf(context, file),
    consent: file.consent.map(({ entry, author, order, record }) => ({
      entry,
      atMs: order[0],
      whoName: nameOf(context, author),
      event: record,
    })),
    snapshots: snapshotsOf(standing, file),
    history: historyOf(context, file, definition),
    findings: findingViews(context, file),
    filing: filingOf(context, file, standing, definition),
    papers: paperViews(context, file),
    approvals: approvalViews(context, file),
    access: members.map((member) => ({
      user: member.user,
      name: nameOf(context, member.user),
      access: member.access,
      openedMs: file.opened.find((each) => each.user === member.user)?.order[0],
    })),
    formVersion: formVersionOf(file),
    origins: originsOf(file),
    mayEdit: mayWriteIn(
      standing,
      file.started.author === user,
      access === "contribute" && !wasAsked(context, file),
    ),
    mayDecide: standing.status !== "draft" && mayLead(rolesOf(context, user)) && access === "lead",
  };
}

/** The author, while the panel has not decided against it; somebody let in to help, until it is sent. */
function mayWriteIn({ status }: CaseStanding, mine: boolean, helps: boolean): boolean {
  if (mine) return mayWrite(status);
  return helps && mayFollow(status, "submitted");
}

function conflictsOf(context: Context, file: CaseFile): CaseView["conflicts"] {
  return Object.entries(file.fields).flatMap(([path, field]) => {
    const versions = versionsOf(field);
    if (versions.length < 2 || !isFieldPath(path)) return [];
    const shown = versions.flatMap(({ entry, author, order, value }) => {
      const parsed = parseAnswerValue(value);
      return parsed.ok
        ? [{ entry, whoName: nameOf(context, author), atMs: order[0], value: parsed.value }]
        : [];
    });
    return [{ path, versions: shown }];
  });
}

/** Submissions that counted, newest first; one whose snapshot does not parse is left out. */
function snapshotsOf(standing: CaseStanding, file: CaseFile): CaseView["snapshots"] {
  const counted = file.status.filter((step) => !standing.ignored.includes(step));
  return counted.toReversed().flatMap(({ entry, order, record }) => {
    if (!isSent(record)) return [];
    const parsed = ReferralSnapshot.safeParse(snapshotOf(file, order, record));
    return parsed.success ? [{ entry, atMs: order[0], snapshot: parsed.data }] : [];
  });
}
