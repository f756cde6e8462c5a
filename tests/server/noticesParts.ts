/** What the acceptance suites of notices are made of. */
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { ReminderId, UserId } from "../../src/domain/ids.ts";
import type { HeldReminder, Parcel, PushDevice } from "../../src/server/store/noticesPort.ts";
import type { Store } from "../../src/server/store/port.ts";
import { newId, type TestPartnership } from "../support/entries.ts";

export type World = { readonly store: Store; readonly of: TestPartnership };

export const day = (text: string) => text as CalendarDate;
export const reminder = (more: Partial<HeldReminder> = {}): HeldReminder => ({
  id: newId<ReminderId>(),
  sort: "own",
  due: day("2026-12-24"),
  days: [day("2026-12-17"), day("2026-12-24")],
  setMs: 1_000,
  told: { mail: "", push: "" },
  ...more,
});
export const device = (id: string): PushDevice => ({
  id,
  endpoint: `https://push.example/${id}`,
  p256dh: "P",
  auth: "A",
});
const counts = { overdue: 1, due: 2, later: 0, chase: 0 };
export const parcel = (more: Partial<Parcel> = {}) => ({
  id: newId<Parcel["id"]>(),
  way: "mail" as const,
  to: "",
  slot: "2026-12-17",
  kind: "digest" as const,
  counts,
  madeMs: 5_000,
  ...more,
});

/** What one person's transaction did, and what is read of them after. */
export function desk({ store, of }: World, user: UserId = newId<UserId>()) {
  const { notices } = store;
  return {
    user,
    notices,
    look: notices.look(of.partnership, user),
    change: <T>(work: Parameters<typeof notices.withPerson<T>>[2]) =>
      notices.withPerson(of.partnership, user, work),
  };
}
