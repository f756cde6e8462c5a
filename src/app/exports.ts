/** Documents that leave the app. Each is made in a worker of its own, which is gone with it. */
import type { Session } from "./api.ts";
import { makeActionListActions } from "./actionListActions.ts";
import { makeBlankFormActions } from "./blankFormActions.ts";
import type { Context } from "./context.ts";
import { nextCopy } from "./copies.ts";
import { makeDecisionLogActions } from "./decisionLogActions.ts";
import type { DecisionLogActions } from "./decisionLogTypes.ts";
import { makeDisclosureActions } from "./disclosureActions.ts";
import { makeExportMinutes } from "./exportMinutes.ts";
import { makeExportReferral } from "./exportReferral.ts";
import { makeFollowThroughActions } from "./followThroughActions.ts";
import { makeLetterActions } from "./letterActions.ts";
import type { StartDocumentsWorker } from "./makePdf.ts";
import type { PaperActions } from "./paperTypes.ts";
import type { FollowThroughActions } from "./reportTypes.ts";
import { makeReportActions } from "./reportActions.ts";
import { makeTransferActions } from "./transferActions.ts";

type Exports = Pick<
  Session,
  | "composeReferral"
  | "exportReferral"
  | "composeMinutes"
  | "exportMinutes"
  | "recordMinutes"
  | "nextCopy"
  | "readDisclosure"
  | "keepMarks"
  | "composeDisclosure"
  | "exportDisclosure"
  | "readTransfer"
  | "transferFile"
  | "composeTransfer"
  | "exportTransfer"
  | "composeLetter"
  | "exportLetter"
  | "composeActionList"
  | "exportActionList"
  | "recordActionList"
  | "blankForm"
  | keyof DecisionLogActions
  | keyof FollowThroughActions
  | "annualReport"
  | "annualReportCsv"
  | "composeAnnualReport"
  | "exportAnnualReport"
  | "recordReportExport"
>;

export const makeExports = (
  context: Context,
  startWorker: StartDocumentsWorker,
  openPaper: PaperActions["openPaper"],
): Exports => ({
  ...makeExportReferral(context, startWorker),
  nextCopy: (meeting, document, reader) => nextCopy(context, meeting, document, reader),
  ...makeExportMinutes(context, startWorker),
  ...makeDisclosureActions(context, startWorker, openPaper),
  ...makeTransferActions(context, startWorker),
  ...makeLetterActions(context, startWorker),
  ...makeActionListActions(context, startWorker),
  ...makeBlankFormActions(context, startWorker),
  ...makeDecisionLogActions(context, startWorker),
  ...makeReportActions(context, startWorker),
  ...makeFollowThroughActions(context, startWorker),
});
