/** Letters about a case, by those who decide about it: read here, or as a protected PDF. [ASH-67] */
import { makeFileName } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import { type Letter, makeLetterDocument } from "../documents/letter.ts";
import { formatCalendarDate } from "../domain/calendarDate.ts";
import type { ScopeId } from "../domain/ids.ts";
import { todayIn } from "./caseReading.ts";
import { viewCase } from "./caseViews.ts";
import type { Context } from "./context.ts";
import type { LetterActions } from "./letterTypes.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";
import { serverNow } from "./serverClock.ts";

export function makeLetterActions(context: Context, startWorker: StartDocumentsWorker): LetterActions {
  const compose = (scope: ScopeId, letter: Letter) => {
    const view = viewCase(context, scope);
    if (!view?.definition || !view.mayDecide) return undefined;
    const { definition, summary } = view;
    const model = makeLetterDocument(letter, {
      reference: summary.reference,
      panelName: definition.name,
      handlingMark: definition.handling.mark,
      madeOn: formatCalendarDate(todayIn(serverNow(context))),
      createdAtMs: context.now(),
    });
    return { model, panel: definition.id, fileName: makeFileName("letter", summary.reference) };
  };

  return {
    composeLetter: (scope, letter) => compose(scope, letter)?.model,

    async exportLetter(scope, letter, wish) {
      const composed = compose(scope, letter);
      if (!composed) return { ok: false, problem: { kind: "not-allowed" } };
      const { model, panel, fileName } = composed;
      return makePdf(context, { ...wish, startWorker, panel, fileName }, (worker, password, onPage) =>
        worker.renderDocument(model, password, { urls: NOTO_SANS }, onPage),
      );
    },
  };
}
