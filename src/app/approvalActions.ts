/** Asking people to agree to a referral, and answering. All of it works offline. */
import { mayWrite, standingOf } from "../domain/case/status.ts";
import { makeId, type ReminderId, type ScopeId } from "../domain/ids.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import type { ApprovalActions } from "./approvalTypes.ts";
import { mayAnswer, openAsksOf } from "./approvalViews.ts";
import { todayIn } from "./caseReading.ts";
import { type Context, profileOf } from "./context.ts";
import { hasAccess } from "./holders.ts";
import type { Outcome } from "./outcome.ts";
import { serverNow } from "./serverClock.ts";

const NOT_ALLOWED: Outcome = { ok: false, problem: { kind: "not-allowed" } };

export function makeApprovalActions(
  context: Context,
  settleEditors: (scope: ScopeId) => Promise<Outcome>,
): ApprovalActions {
  const { scribe, vault, library, identity } = context;
  const fileOf = (scope: ScopeId) => library.shelves.get(scope)?.file;
  const isAuthor = (scope: ScopeId): boolean => {
    const file = fileOf(scope);
    return file?.started?.author === identity.user && mayWrite(standingOf(file).status);
  };
  /** What was typed comes first: it is what the person is asked about, and what the author wrote down after. */
  const asAuthor = async (scope: ScopeId, write: () => Promise<Outcome>): Promise<Outcome> => {
    if (!isAuthor(scope)) return NOT_ALLOWED;
    const settled = await settleEditors(scope);
    return settled.ok ? write() : settled;
  };
  const writeOne = (scope: ScopeId, record: CaseRecord) => scribe.write(scope, [record]);
  const myProfile = () => profileOf(context, identity.user);

  return {
    askApproval: (scope, key, user, words) =>
      asAuthor(scope, async () => {
        if (user === identity.user) return NOT_ALLOWED;
        if (!hasAccess(context, scope, user, "contribute")) {
          const granted = await scribe.member(() => vault.grant(scope, user, "contribute"));
          if (!granted.ok) return granted;
        }
        const reminder = makeId<ReminderId>(context.random);
        return writeOne(scope, { type: "approval-asked", key, user, words, reminder });
      }),

    recordApproval: (scope, key, told) =>
      asAuthor(scope, () => {
        const takenBy = myProfile()?.name ?? "";
        const record = { type: "approval-answered", key, ...told, ...seenIn(scope), takenBy };
        return writeOne(scope, record as CaseRecord);
      }),

    waiveApproval: (scope, key, reason) =>
      asAuthor(scope, () => writeOne(scope, { type: "approval-waived", key, reason })),

    async answerApproval(scope, key, { outcome, words }) {
      const file = fileOf(scope);
      const asked = file && openAsksOf(context, file).some((ask) => ask.key === key);
      if (!asked || !mayAnswer(standingOf(file).status)) return NOT_ALLOWED;
      const { name, position, agency } = myProfile() ?? { name: "", position: "", agency: "" };
      const on = todayIn(serverNow(context));
      const by = { name, position, agency };
      const record = { type: "approval-answered", key, outcome, words, by, on, how: "app" };
      return writeOne(scope, { ...record, ...seenIn(scope) } as CaseRecord);
    },
  };

  function seenIn(scope: ScopeId): { seen?: string } {
    const seen = fileOf(scope)?.edits.at(-1)?.entry;
    return seen === undefined ? {} : { seen };
  }
}
