/** What a consent record asks somebody to do, until it is done [GAP-16]. */
import type { CalendarDate } from "./calendarDate.ts";
import { addMonths } from "./days.ts";
import type { ConsentPosition } from "./consentPosition.ts";

export type ConsentTask =
  /** Recipients who have not heard that consent was withdrawn. */
  | { readonly kind: "tell"; readonly names: readonly string[] }
  | { readonly kind: "reviewConsent"; readonly on: CalendarDate; readonly late: boolean }
  | { readonly kind: "reviewGround"; readonly on: CalendarDate; readonly late: boolean }
  /** The person was not told that information was shared: whether that still has to be so. */
  | { readonly kind: "tellPerson"; readonly on: CalendarDate; readonly late: boolean }
  /** Whoever decided left the law to somebody who knows it. */
  | { readonly kind: "confirmBasis" };

/** Those that can be done now: a date counts from a month before. */
export function consentTasks(position: ConsentPosition, today: CalendarDate): readonly ConsentTask[] {
  const tasks: ConsentTask[] = [];
  if (position.toTell.length > 0) tasks.push({ kind: "tell", names: position.toTell });
  const dated = (
    kind: "reviewConsent" | "reviewGround" | "tellPerson",
    on: CalendarDate | undefined,
  ): void => {
    if (on && on <= addMonths(today, 1)) tasks.push({ kind, on, late: on < today });
  };
  if (position.answer?.kind === "given") dated("reviewConsent", position.answer.reviewOn);
  for (const { event } of position.grounds) {
    dated("reviewGround", event.reviewOn);
    if (event.informed.answer === "no") dated("tellPerson", event.informed.reconsiderOn);
    if (event.basisToConfirm === true) tasks.push({ kind: "confirmBasis" });
  }
  return tasks;
}
