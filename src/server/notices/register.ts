/** Takes what devices register: reminders, for whoever owes them, and browsers that take push. */
import { createHash } from "node:crypto";
import type { UserId } from "../../domain/ids.ts";
import type { PushSubscriptionRequest, Reminder, RemindersRequest } from "../../sync/noticesProtocol.ts";
import type { SessionRow } from "../store/port.ts";
import type { HeldReminder, NoticesStore, NoticeTransaction } from "../store/noticesPort.ts";

/** Of one person. Far more than anybody owes. */
const MAX_HELD = 2_000;
const MAX_DEVICES = 10;

type Dropped = RemindersRequest["drop"][number];
type Sender = Pick<SessionRow, "partnership" | "user">;

/** Answers how many of `set` were refused: for somebody who shares nothing with the sender, or beyond the limit. */
export async function registerReminders(
  parts: { readonly notices: NoticesStore; readonly now: () => number },
  { partnership, user }: Sender,
  { set, drop }: Pick<RemindersRequest, "set" | "drop">,
): Promise<number> {
  const { notices } = parts;
  let refused = 0;
  for (const whom of new Set([...set, ...drop].map((each) => each.for))) {
    const theirs = set.filter((each) => each.for === whom);
    const dropped = drop.filter((each) => each.for === whom);
    if (whom !== user && !(await notices.shareScope(partnership, user, whom))) refused += theirs.length;
    else {
      const nowMs = parts.now();
      refused += await notices.withPerson(partnership, whom, (tx) => register(tx, theirs, dropped, nowMs));
    }
  }
  return refused;
}

async function register(
  tx: NoticeTransaction,
  set: readonly Reminder[],
  drop: readonly Dropped[],
  nowMs: number,
): Promise<number> {
  const held = new Map((await tx.reminders()).map((reminder) => [reminder.id, reminder]));
  for (const { id } of drop) {
    if (held.delete(id)) await tx.dropReminder(id);
  }
  let refused = 0;
  for (const { id, sort, due, days } of set) {
    const before = held.get(id);
    const told: HeldReminder["told"] = before?.told ?? { mail: "", push: "" };
    const reminder: HeldReminder = { id, sort, due, days, setMs: before?.setMs ?? nowMs, told };
    if (!before && held.size >= MAX_HELD) refused++;
    else {
      if (!before || !isSame(before, reminder)) await tx.saveReminder(reminder);
      held.set(id, reminder);
    }
  }
  return refused;
}

const isSame = (one: HeldReminder, other: HeldReminder): boolean =>
  one.sort === other.sort && one.due === other.due && one.days.join() === other.days.join();

/** What a browser is known by here. */
export const deviceIdOf = (endpoint: string): string =>
  createHash("sha256").update(endpoint).digest("base64url");

/** The same browser again: its keys are the newest. One too many: the oldest goes. */
export const registerDevice = (
  { notices, now }: { readonly notices: NoticesStore; readonly now: () => number },
  { partnership, user }: { readonly partnership: SessionRow["partnership"]; readonly user: UserId },
  { endpoint, keys }: Pick<PushSubscriptionRequest, "endpoint" | "keys">,
): Promise<void> =>
  notices.withPerson(partnership, user, async (tx) => {
    await tx.saveDevice({ id: deviceIdOf(endpoint), endpoint, ...keys }, now());
    const devices = await tx.devices();
    for (const { id } of devices.slice(0, Math.max(0, devices.length - MAX_DEVICES))) await tx.dropDevice(id);
  });
