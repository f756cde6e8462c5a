/** What co-ordinators and chairs do with a referral. Each writes one record, which every reader of the case sees. */
import type { CaseRecord } from "../domain/records/record.ts";
import { takeStep } from "./caseStep.ts";
import type { Context } from "./context.ts";
import type { TriageActions } from "./triageTypes.ts";

export function makeTriageActions(context: Context): TriageActions {
  const { scribe } = context;
  return {
    accept: (scope, { note, meeting, lateReason }) =>
      takeStep(context, scope, {
        type: "accepted",
        note,
        ...(meeting === undefined ? {} : { meeting }),
        ...(lateReason === undefined ? {} : { lateReason }),
      }),
    returnForInformation: (scope, gaps, note) =>
      takeStep(context, scope, { type: "returned", gaps: [...gaps], note }),
    decline: (scope, reason) => takeStep(context, scope, { type: "declined", reason }),
    settleOutside: (scope, settled) => takeStep(context, scope, { type: "settled-outside", ...settled }),
    check: (scope, point, finding, note) =>
      scribe.write(scope, [
        { type: "checked", point, finding, ...(note === "" ? {} : { note }) } satisfies CaseRecord,
      ]),
    recordFiled: (scope, filed) => scribe.write(scope, [{ type: "filed-elsewhere", ...filed }]),
  };
}
