/** A copy of everything held about a person, for that person. Marked and made by those who decide about the case. */
import { makeDisclosureDocument } from "../documents/disclosure.ts";
import { makeFileName } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import type { DocumentModel } from "../documents/model.ts";
import { formatCalendarDate } from "../domain/calendarDate.ts";
import { mayLead } from "../domain/roles.ts";
import { ofType } from "../domain/happened.ts";
import type { ScopeId } from "../domain/ids.ts";
import { heldParts } from "../forms/disclosure/held.ts";
import { type Marks, NO_MARKS, withheld } from "../forms/disclosure/withhold.ts";
import { todayIn } from "./caseReading.ts";
import { viewCase } from "./caseViews.ts";
import { type Context, nameOf } from "./context.ts";
import type { DisclosureActions } from "./disclosureTypes.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";
import { serverNow } from "./serverClock.ts";

export function makeDisclosureActions(
  context: Context,
  startWorker: StartDocumentsWorker,
): DisclosureActions {
  const open = (scope: ScopeId) => {
    const view = viewCase(context, scope);
    if (!view?.definition || !view.mayDecide) return undefined;
    const { definition, file, snapshots } = view;
    const snapshot = snapshots[0]?.snapshot;
    const parts = heldParts({ definition, file, snapshot, nameOf: (user) => nameOf(context, user) });
    return { view, definition, parts };
  };

  const compose = (scope: ScopeId, marks: Marks): DocumentModel | undefined => {
    const found = open(scope);
    if (!found) return undefined;
    return makeDisclosureDocument(withheld(found.parts, marks), marks, {
      reference: found.view.summary.reference,
      panelName: found.definition.name,
      handlingMark: found.definition.handling.mark,
      madeOn: formatCalendarDate(todayIn(serverNow(context))),
      createdAtMs: context.now(),
    });
  };

  return {
    readDisclosure(scope) {
      const found = open(scope);
      if (!found) return undefined;
      const kept = ofType(found.view.file.discussion, "disclosure-marked").findLast(({ roles }) =>
        mayLead(roles),
      );
      return { parts: found.parts, marks: kept?.record ?? NO_MARKS };
    },

    keepMarks: (scope, { texts, phrases }) =>
      context.scribe.write(scope, [{ type: "disclosure-marked", texts: [...texts], phrases: [...phrases] }]),

    composeDisclosure: compose,

    async exportDisclosure(scope, marks, wish) {
      const found = open(scope);
      const model = compose(scope, marks);
      if (!found || !model) return { ok: false, problem: { kind: "not-allowed" } };
      const { reference } = found.view.summary;
      const fileName = makeFileName("copy-of-data", reference);
      return makePdf(
        context,
        { ...wish, startWorker, panel: found.definition.id, fileName },
        (worker, password, onPage) => worker.renderDocument(model, password, { urls: NOTO_SANS }, onPage),
      );
    },
  };
}
