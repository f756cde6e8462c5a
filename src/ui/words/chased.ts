/** What is said of an action beside how it stands: that it is chased, and what an agency has yet to confirm. */
import type { Action } from "../../domain/case/actions.ts";
import { isOpen } from "../../domain/case/actions.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import type { Role } from "../../domain/roles.ts";
import { type Chase, chasedOn } from "../../forms/escalation.ts";

type Chaseable = Pick<Action, "state"> & { readonly chases: readonly Chase[] };

/** The actions that are these roles' to chase today. [GAP-21] */
export const toChase = <T extends Chaseable>(
  actions: readonly T[],
  roles: readonly Role[],
  today: CalendarDate,
): readonly T[] =>
  actions.filter((action) => chasedOn(action, today)?.to.some((role) => roles.includes(role)));

/** Resources: promised in principle until the agency's own approval is there; it may come after the action is done. [OXT-34] [OXT-61] */
export function commitmentWords({
  commitment,
  agency,
  state,
}: Pick<Action, "commitment" | "agency" | "state">) {
  if (commitment === "") return undefined;
  const who = agency.trim() === "" ? "The agency" : agency;
  if (commitment === "confirmed") return "Confirmed by the agency";
  const waits = isOpen({ state }) || state === "done";
  return waits ? `Agreed in principle: ${who} has yet to confirm` : "Agreed in principle";
}
