/** A referral in words, as it stands now. */
import type { CaseFile } from "../domain/case/caseFile.ts";
import { papersOf } from "../domain/case/papers.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import { makeSnapshot } from "../forms/makeSnapshot.ts";
import type { Origins } from "../forms/origins.ts";
import { ReferralSnapshot } from "../forms/snapshot.ts";
import { approvalViews } from "./approvalViews.ts";
import type { Context } from "./context.ts";
import { serverNow } from "./serverClock.ts";
import { todayIn, answersOf } from "./caseReading.ts";

/** The referral in words, as it stands: what is sent, and what a draft prints. */
export function snapshotNow(context: Context, file: CaseFile, definition: PanelDefinition): ReferralSnapshot {
  const today = todayIn(serverNow(context));
  const approvals = approvalViews(context, file);
  const more = { origins: originsOf(file), papers: papersOf(file), approvals };
  return makeSnapshot(definition, answersOf(file), file.consent, { today, ...more });
}

/** Where answers came from, other than from being typed here first. */
export const originsOf = (file: CaseFile): Origins => {
  const paper = file.paperForms.at(-1)?.record;
  const copied = file.edits.flatMap(({ copiedFrom }) => copiedFrom ?? []);
  return { paper: paper?.signedOn ? paper : undefined, copiedFrom: [...new Set(copied)] };
};
