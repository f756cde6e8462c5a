/** What became of what agencies agreed, to be taken out: read here, or as a protected PDF. */
import { fileNameBy } from "../documents/fileName.ts";
import { makeFollowThrough } from "../documents/followThrough.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import { formatCalendarDate } from "../domain/calendarDate.ts";
import { FOLLOW_THROUGH } from "../domain/panelBook.ts";
import { periodWords } from "../forms/period.ts";
import { todayIn } from "./caseReading.ts";
import type { Context } from "./context.ts";
import { inForce } from "./definitions.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";
import type { FollowThroughActions, FollowThroughWish } from "./reportTypes.ts";
import { serverNow } from "./serverClock.ts";

const USUAL = "{document}-{date}";

export function makeFollowThroughActions(
  context: Context,
  startWorker: StartDocumentsWorker,
): FollowThroughActions {
  const today = () => todayIn(serverNow(context));
  const definitionsOf = ({ panels }: FollowThroughWish) => panels.flatMap((id) => inForce(context, id) ?? []);

  const compose = (wish: FollowThroughWish) => {
    const definitions = definitionsOf(wish);
    return makeFollowThrough(wish.agencies, {
      panels: definitions.map(({ name }) => name),
      period: periodWords(wish.period),
      handlingMark: [...new Set(definitions.map(({ handling }) => handling.mark))].join(" · "),
      countedOn: formatCalendarDate(today()),
      createdAtMs: context.now(),
    });
  };

  return {
    composeFollowThrough: compose,

    async exportFollowThrough(wish, making) {
      const model = compose(wish);
      const [only, second] = definitionsOf(wish);
      // Of several panels none has the password that opens it.
      const panel = second ? undefined : only;
      const pattern = panel?.exports.fileName ?? USUAL;
      const fileName = fileNameBy(pattern, { reference: null, document: "follow-through", date: today() });
      return makePdf(
        context,
        { ...making, startWorker, panel: panel?.id, fileName },
        (worker, password, onPage) => worker.renderDocument(model, password, { urls: NOTO_SANS }, onPage),
      );
    },

    recordFollowThrough: ({ panels, period: { from, to } }, how) =>
      context.scribe.write(
        context.identity.panel,
        panels.map((definition) => ({
          type: "report-exported",
          definition,
          document: FOLLOW_THROUGH,
          from,
          to,
          how,
        })),
      ),
  };
}
