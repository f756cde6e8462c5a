/** What a case says about agreement to it, with names. Pure readings; nothing here writes. */
import { approvalsOf } from "../domain/case/approvals.ts";
import type { CaseFile } from "../domain/case/caseFile.ts";
import type { CaseStatus } from "../domain/case/status.ts";
import type { ListedApproval } from "../forms/approvals.ts";
import type { OpenAsk } from "./approvalTypes.ts";
import { type Context, nameOf } from "./context.ts";

export const approvalViews = (context: Context, file: CaseFile): readonly ListedApproval[] =>
  approvalsOf(file).map((held) => ({ ...held, askedName: held.ask ? nameOf(context, held.ask.user) : "" }));

/** What this person was asked about the case and has not answered. */
export const openAsksOf = ({ identity }: Context, file: CaseFile): readonly OpenAsk[] =>
  file.approvals.length === 0
    ? []
    : approvalsOf(file).flatMap(({ key, ask }) =>
        ask?.open && ask.user === identity.user
          ? [{ entry: ask.entry, key, words: ask.words, askedOn: ask.on }]
          : [],
      );

/** Somebody asked reads the draft and answers; the words stay the author's. */
export const wasAsked = ({ identity }: Context, file: CaseFile): boolean =>
  file.approvals.some(
    ({ author, record }) =>
      record.type === "approval-asked" && record.user === identity.user && author === file.started?.author,
  );

const OVER: readonly CaseStatus[] = ["declined", "settled-outside", "withdrawn"];

/** An answer matters until the case is over. */
export const mayAnswer = (status: CaseStatus): boolean => !OVER.includes(status);
