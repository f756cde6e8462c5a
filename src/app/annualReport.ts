/** A panel's year in numbers, from every case of it that this device can read. */
import { annualReport, type AnnualReport, type Period } from "../forms/annualReport.ts";
import { answersOf, todayIn } from "./caseReading.ts";
import type { Context } from "./context.ts";
import { inForce } from "./definitions.ts";
import { serverNow } from "./serverClock.ts";

export function reportOf(context: Context, definitionId: string, period: Period): AnnualReport | undefined {
  const definition = inForce(context, definitionId);
  if (!definition) return undefined;
  const cases = [...context.library.shelves.values()]
    .filter(({ file }) => file.started?.record.definition === definitionId)
    .map(({ file }) => ({ file, answers: answersOf(file) }));
  return annualReport(definition, cases, period, todayIn(serverNow(context)));
}
