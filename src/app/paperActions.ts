/** What people do with papers. What is said of one is appended, and undone by saying otherwise. */
import { papersOf } from "../domain/case/papers.ts";
import type { PaperId, ScopeId } from "../domain/ids.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import type { BlobLine } from "../sync/blobs.ts";
import { addPaper } from "./addPaper.ts";
import type { Context } from "./context.ts";
import { hasAccess } from "./holders.ts";
import { openPaper } from "./openPaper.ts";
import type { Outcome } from "./outcome.ts";
import type { PaperActions } from "./paperTypes.ts";

type Change = Omit<Extract<CaseRecord, { type: "paper-changed" }>, "type" | "paper">;

/** `onAdded`: there is something to send. */
export function makePaperActions(context: Context, line: BlobLine, onAdded: () => void): PaperActions {
  const change = async (scope: ScopeId, paper: PaperId, said: Change): Promise<Outcome> => {
    const file = context.library.shelves.get(scope)?.file;
    const known = file && papersOf(file).some((each) => each.paper === paper);
    if (!known || !hasAccess(context, scope, context.identity.user, "contribute")) {
      return { ok: false, problem: { kind: "not-allowed" } };
    }
    return context.scribe.write(scope, [{ type: "paper-changed", paper, ...said }]);
  };
  return {
    async addPaper(scope, paper, onProgress, signal) {
      const added = await addPaper(context, scope, paper, onProgress, signal);
      if (added.ok) onAdded();
      return added;
    },
    changePaper: (scope, paper, said) => change(scope, paper, said),
    removePaper: (scope, paper) => change(scope, paper, { removed: true }),
    restorePaper: (scope, paper) => change(scope, paper, { removed: false }),
    openPaper: (scope, paper, onProgress, signal) =>
      openPaper(context, line, scope, paper, onProgress, signal),
  };
}
