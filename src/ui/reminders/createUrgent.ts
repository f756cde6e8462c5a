/** How many actions are this person's own and urgent: in the bar of places, and on the app's icon. */
import { createEffect, createMemo, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";
import type { Session } from "../../app/api.ts";
import { createListed } from "../actions/createListed.ts";

type Badging = {
  readonly setAppBadge?: (count: number) => Promise<void>;
  readonly clearAppBadge?: () => Promise<void>;
};

/** Overdue, due within five working days, or waiting for this person's answer. */
export function createUrgent(session: Session): Accessor<number> {
  const { actions, urgencyOf } = createListed(session);
  return createMemo(
    () =>
      actions().filter((action) => {
        if (!action.mine && !action.forMe) return false;
        return ["forMe", "overdue", "soon"].includes(urgencyOf(action));
      }).length,
  );
}

/**
 * The figure on the app's icon, where the platform has one. It goes when the app is locked: it is about one person,
 * and the device may be handed on. A push may set it again, as that person chose.
 */
export function badgeWith(count: Accessor<number>): void {
  const badging: Badging = navigator;
  const quietly = (set: Promise<void> | undefined): void => void set?.catch(() => undefined);
  createEffect(() => quietly(count() > 0 ? badging.setAppBadge?.(count()) : badging.clearAppBadge?.()));
  onCleanup(() => quietly(badging.clearAppBadge?.()));
}
