/** A copy of everything held about a person, for that person. Marked and made by those who decide about the case. */
import { type GivenPaper, makeDisclosureDocument } from "../documents/disclosure.ts";
import { makeFileName } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import type { DocumentModel } from "../documents/model.ts";
import { formatCalendarDate } from "../domain/calendarDate.ts";
import type { CaseFile } from "../domain/case/caseFile.ts";
import { papersOf } from "../domain/case/papers.ts";
import { endingFor } from "../domain/papers.ts";
import { mayLead } from "../domain/roles.ts";
import { ofType } from "../domain/happened.ts";
import type { ScopeId } from "../domain/ids.ts";
import { heldParts, paperTextId } from "../forms/disclosure/held.ts";
import { type Marks, NO_MARKS, paperStanding, withheld } from "../forms/disclosure/withhold.ts";
import { todayIn } from "./caseReading.ts";
import { viewCase } from "./caseViews.ts";
import { type Context, nameOf } from "./context.ts";
import type { DisclosureActions } from "./disclosureTypes.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";
import { readPaperFile } from "./paperFile.ts";
import type { PaperActions } from "./paperTypes.ts";
import { makePaperWork } from "./paperWork.ts";
import { serverNow } from "./serverClock.ts";

export function makeDisclosureActions(
  context: Context,
  startWorker: StartDocumentsWorker,
  openPaper: PaperActions["openPaper"],
): DisclosureActions {
  const work = makePaperWork(startWorker);
  const open = (scope: ScopeId) => {
    const view = viewCase(context, scope);
    if (!view?.definition || !view.mayDecide) return undefined;
    const { definition, file, snapshots } = view;
    const snapshot = snapshots[0]?.snapshot;
    const parts = heldParts({ definition, file, snapshot, nameOf: (user) => nameOf(context, user) });
    return { view, definition, parts };
  };

  /** Only what is given is ever opened. Names say nothing: a title may hold words that are withheld. */
  const papersOfCopy = async (file: CaseFile, marks: Marks, signal: AbortSignal): Promise<GivenPaper[]> => {
    const given: GivenPaper[] = [];
    // One after another: a tablet has not the memory to open many at once.
    for (const paper of papersOf(file).filter(({ removed }) => !removed)) {
      const id = paperTextId(paper.paper);
      if (paperStanding(marks, id) !== "given") continue;
      const name = `paper-${given.length + 1}${endingFor(paper.mediaType)}`;
      given.push({
        id,
        file: await readPaperFile(openPaper, work, { scope: file.scope, paper, name }, signal),
      });
    }
    return given;
  };

  const compose = (
    scope: ScopeId,
    marks: Marks,
    papers: readonly GivenPaper[] = [],
  ): DocumentModel | undefined => {
    const found = open(scope);
    if (!found) return undefined;
    const meta = {
      reference: found.view.summary.reference,
      panelName: found.definition.name,
      handlingMark: found.definition.handling.mark,
      madeOn: formatCalendarDate(todayIn(serverNow(context))),
      createdAtMs: context.now(),
    };
    return makeDisclosureDocument(withheld(found.parts, marks), marks, meta, papers);
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

    keepMarks: (scope, { texts, phrases, given = [] }) =>
      context.scribe.write(scope, [
        { type: "disclosure-marked", texts: [...texts], phrases: [...phrases], given: [...given] },
      ]),

    composeDisclosure: (scope, marks) => compose(scope, marks),

    async exportDisclosure(scope, marks, wish) {
      const found = open(scope);
      const papers = found ? await papersOfCopy(found.view.file, marks, wish.signal) : [];
      if (wish.signal.aborted) return { ok: false, problem: { kind: "cancelled" } };
      const model = compose(scope, marks, papers);
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
