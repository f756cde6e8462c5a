/** What one agency is to do, to hand to it: read here, or as a protected PDF. */
import { makeActionList } from "../documents/actionList.ts";
import { makeFileName } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import { formatCalendarDate } from "../domain/calendarDate.ts";
import type { ActionListActions, ActionListWish } from "./actionListTypes.ts";
import { todayIn } from "./caseReading.ts";
import type { Context } from "./context.ts";
import { inForce } from "./definitions.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";
import { serverNow } from "./serverClock.ts";

export function makeActionListActions(
  context: Context,
  startWorker: StartDocumentsWorker,
): ActionListActions {
  /** One where all are of the same panel: its register has the password then. */
  const panelsOf = ({ actions }: ActionListWish) => [
    ...new Set(actions.map(({ action }) => action.definitionId)),
  ];

  const compose = (list: ActionListWish) => {
    const own = list.actions.filter(({ action }) => action.agency === list.agency);
    const marks = new Set(panelsOf(list).flatMap((id) => inForce(context, id)?.handling.mark ?? []));
    return makeActionList(
      own.map(({ action: { reference, what, owner }, due, state }) => ({
        reference,
        what,
        owner,
        due,
        state,
      })),
      {
        agency: list.agency,
        handlingMark: [...marks].join(" · "),
        madeOn: formatCalendarDate(todayIn(serverNow(context))),
        createdAtMs: context.now(),
      },
    );
  };

  return {
    composeActionList: compose,

    async exportActionList(list, wish) {
      const model = compose(list);
      const panels = panelsOf(list);
      const panel = panels.length === 1 ? panels[0] : undefined;
      const fileName = makeFileName("actions", null);
      return makePdf(context, { ...wish, startWorker, panel, fileName }, (worker, password, onPage) =>
        worker.renderDocument(model, password, { urls: NOTO_SANS }, onPage),
      );
    },

    async recordActionList({ actions }, how) {
      for (const scope of new Set(actions.map(({ action }) => action.scope))) {
        const written = await context.scribe.write(scope, [{ type: "exported", document: "actions", how }]);
        if (!written.ok) return written;
      }
      return { ok: true, value: undefined };
    },
  };
}
