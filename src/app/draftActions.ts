/** What an author does to a draft besides typing: another version of the form, answers from before, from paper. */
import type { ScopeId } from "../domain/ids.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import { copyable } from "../forms/copyAnswers.ts";
import { answersOf, definitionOf } from "./caseReading.ts";
import type { Context } from "./context.ts";
import { changeOf } from "./editor.ts";
import type { DraftActions } from "./draftTypes.ts";
import type { Outcome } from "./outcome.ts";
import { answerRecords } from "./sizing.ts";

export function makeDraftActions(
  context: Context,
  settleEditors: (scope: ScopeId) => Promise<Outcome>,
): DraftActions {
  const { scribe, library } = context;
  const caseOf = (scope: ScopeId) => {
    const file = library.shelves.get(scope)?.file;
    const definition = file && definitionOf(context, file);
    return file && definition && { file, definition, answers: answersOf(file) };
  };
  return {
    async changeForm(scope, version) {
      const settled = await settleEditors(scope);
      if (!settled.ok) return settled;
      return scribe.write(scope, [{ type: "form-changed", definitionVersion: version }]);
    },

    async copyAnswers(scope, from, sections) {
      const settled = await settleEditors(scope);
      if (!settled.ok) return settled;
      const [source, target] = [caseOf(from), caseOf(scope)];
      if (!source || !target) return { ok: false, problem: { kind: "not-allowed" } };
      const copied = copyable(source, target, sections);
      const changes = [...copied].map(([path, value]) => changeOf(context, scope, path, value));
      const copiedFrom = source.file.started?.record.reference ?? "";
      const records = answerRecords(changes).map((record) => ({ ...record, copiedFrom }) as CaseRecord);
      const written = records.length > 0 ? await scribe.write(scope, records) : settled;
      return written.ok ? { ok: true, value: changes.length } : written;
    },

    recordPaperForm: (scope, paper) =>
      scribe.write(scope, [{ type: "from-paper", ...paper } as Extract<CaseRecord, { type: "from-paper" }>]),
  };
}
