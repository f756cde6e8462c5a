/** How people of a case are called on its screens. */
import type { CaseView } from "../../app/api.ts";
import type { UserId } from "../../domain/ids.ts";

/** From whoever can read the case, or wrote in it. */
export const nameOf = (view: CaseView, user: UserId): string =>
  view.access.find((each) => each.user === user)?.name ??
  view.history.find((line) => line.who === user)?.whoName ??
  "Somebody who is not on this device";
