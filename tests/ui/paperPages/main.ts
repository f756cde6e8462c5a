/** A page with nothing but the work on papers, for paperWork.test.ts to call. Not part of the app. */
import { makePaperWork } from "../../../src/app/paperWork.ts";
import documentsUrl from "../../../src/documents/worker.ts?worker&url";
import { trustWorkers } from "../../../src/ui/trustedTypes.ts";

const trusted = trustWorkers([documentsUrl]);
let started = 0;
const startWorker = (): Worker => {
  started += 1;
  return new Worker(trusted(documentsUrl), { type: "module" });
};

export type PaperPage = {
  readonly work: ReturnType<typeof makePaperWork>;
  /** Gives up at once. */
  readonly hasty: ReturnType<typeof makePaperWork>;
  workersStarted(): number;
};

Object.assign(globalThis, {
  paperPage: {
    work: makePaperWork(startWorker),
    hasty: makePaperWork(startWorker, 1),
    workersStarted: () => started,
  } satisfies PaperPage,
});
