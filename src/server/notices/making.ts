/** Makes digests: in one transaction a person's parcels are written and the days in them marked as told. */
import { londonDateOf } from "../../domain/londonTime.ts";
import { makeId, type PartnershipId, type UserId } from "../../domain/ids.ts";
import type { Counts, NoticeTransaction, NoticesStore, Parcel, Way } from "../store/noticesPort.ts";
import { countReminders, hasNews, SETTLE_MS, slotAt, toldOf } from "./due.ts";

export type MakingParts = {
  readonly notices: NoticesStore;
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
  readonly mailOffered: boolean;
};

const NOTHING: Counts = { overdue: 0, due: 0, later: 0, chase: 0 };

/** Everyone's digests whose moment has come. A fault with one person's stops nobody else's. */
export async function makeDigests(parts: MakingParts, onFault: (error: unknown) => void): Promise<void> {
  const nowMs = parts.now();
  for (const { partnership, user } of await parts.notices.waiting(londonDateOf(nowMs), nowMs - SETTLE_MS)) {
    await makeDigest(parts, partnership, user).catch(onFault);
  }
}

const makeDigest = (parts: MakingParts, partnership: PartnershipId, user: UserId): Promise<void> =>
  parts.notices.withPerson(partnership, user, async (tx) => {
    await makeByWay(parts, tx, "mail");
    await makeByWay(parts, tx, "push");
  });

async function makeByWay(parts: MakingParts, tx: NoticeTransaction, way: Way): Promise<void> {
  const nowMs = parts.now();
  const today = londonDateOf(nowMs);
  const { choices } = await tx.person();
  const slot = slotAt(way, choices, nowMs, await tx.digests(way));
  if (slot === undefined) return;
  const places = await placesOf(parts, tx, way);
  const reminders = await tx.reminders();
  if (places.length === 0 || !hasNews(reminders, way, today, nowMs)) return;
  await tx.dropWaiting(way);
  const counts = countReminders(reminders, way, today);
  for (const to of places) {
    await tx.addParcel({ id: makeId(parts.random), way, to, slot, kind: "digest", counts, madeMs: nowMs });
  }
  for (const reminder of toldOf(reminders, way, today)) await tx.saveReminder(reminder);
}

/** Where this way leads now: none without a confirmed address or a device. */
async function placesOf(parts: MakingParts, tx: NoticeTransaction, way: Way): Promise<readonly string[]> {
  if (way === "push") return (await tx.devices()).map(({ id }) => id);
  const { address } = await tx.person();
  return parts.mailOffered && address?.confirmed ? [""] : [];
}

/** One notice by every way that is chosen and leads somewhere, whatever the hour. */
export async function makeTry(parts: MakingParts, tx: NoticeTransaction): Promise<void> {
  const nowMs = parts.now();
  const today = londonDateOf(nowMs);
  const { choices } = await tx.person();
  const slot = `try ${new Date(nowMs).toISOString()}`;
  const reminders = await tx.reminders();
  for (const way of ["mail", "push"] as const) {
    if (!choices[way]) continue;
    const counts = countReminders(reminders, way, today);
    for (const to of await placesOf(parts, tx, way)) {
      await tx.addParcel({ id: makeId(parts.random), way, to, slot, kind: "try", counts, madeMs: nowMs });
    }
  }
}

/** The code that stands with the person, to be mailed to the address that it confirms. */
export const codeParcel = (parts: MakingParts): Omit<Parcel, "partnership" | "user" | "tries"> => ({
  id: makeId(parts.random),
  way: "mail",
  to: "",
  slot: "code",
  kind: "code",
  counts: NOTHING,
  madeMs: parts.now(),
});
