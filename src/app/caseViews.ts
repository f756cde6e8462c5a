/** A folded case as its own screens show it. Pure readings of the library; nothing here writes. */
import { type CaseFile, isSent } from "../domain/case/caseFile.ts";
import { versionsOf } from "../domain/field.ts";
import { type CaseStanding, mayFollow, mayWrite, standingOf } from "../domain/case/status.ts";
import { snapshotOf } from "../domain/case/snapshotParts.ts";
import type { ScopeId } from "../domain/ids.ts";
import { mayLead } from "../domain/roles.ts";
import { isFieldPath, parseAnswerValue } from "../forms/answers.ts";
import { ReferralSnapshot } from "../forms/snapshot.ts";
import { approvalViews, wasAsked } from "./approvalViews.ts";
import type { CaseView } from "./api.ts";
import { type Context, nameOf, rolesOf } from "./context.ts";
import { historyOf } from "./history.ts";
import { paperViews } from "./paperViews.ts";
import { filingOf, findingViews } from "./triageViews.ts";
import { shownAnswers, definitionOf, formVersionOf } from "./caseReading.ts";
import { originsOf } from "./caseSnapshot.ts";
import { summaryFrom } from "./caseSummary.ts";

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
