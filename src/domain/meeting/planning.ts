/** Making an agenda: putting items in order, and adding up their time against the meeting's. Pure. */
import type { ItemId } from "../ids.ts";

type Ordered = { readonly item: ItemId; readonly order: number };
type Timed = { readonly minutes?: number | undefined };

/** Where an item stands after all others. */
export const lastPlace = (agenda: readonly Ordered[]): number => (agenda.at(-1)?.order ?? -1) + 1;

/**
 * The places to write so that an item stands one earlier or later; none where it cannot. `agenda` in its order.
 * One record is enough, between its new neighbours, unless they hold one place: two people may have put two
 * items there at once. Then everything is numbered anew.
 */
export function moved(agenda: readonly Ordered[], item: ItemId, by: -1 | 1): readonly Ordered[] {
  const from = agenda.findIndex((each) => each.item === item);
  const to = from + by;
  if (from < 0 || to < 0 || to >= agenda.length) return [];
  const rest = agenda.filter((each) => each.item !== item);
  const [before, after] = [rest[to - 1]?.order, rest[to]?.order];
  const order = between(before, after);
  if (order !== undefined) return [{ item, order }];
  const items = rest.map((each) => each.item).toSpliced(to, 0, item);
  return items.map((each, at) => ({ item: each, order: at }));
}

function between(before: number | undefined, after: number | undefined): number | undefined {
  if (before === undefined) return (after ?? 0) - 1;
  if (after === undefined) return before + 1;
  const middle = (before + after) / 2;
  return before < middle && middle < after ? middle : undefined;
}

export const minutesOf = (agenda: readonly Timed[]): number =>
  agenda.reduce((sum, { minutes = 0 }) => sum + minutes, 0);

const ofDay = (time: string): number | undefined => {
  const [hours, minutes] = time.split(":").map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)
    ? undefined
    : hours * 60 + minutes;
};
const asTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** When each item begins if all keep to time: "10:20". Undefined from the first one that has no time on. */
export function beginnings(agenda: readonly Timed[], start: string): readonly (string | undefined)[] {
  let at = ofDay(start);
  return agenda.map(({ minutes }) => {
    const begins = at === undefined ? undefined : asTime(at);
    at = at === undefined || minutes === undefined || minutes === 0 ? undefined : at + minutes;
    return begins;
  });
}

/** Minutes that the panel's definition gives a meeting; undefined where it names no end. */
export function slotMinutes({
  startsAt,
  endsAt,
}: {
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
}): number | undefined {
  const [from, to] = [startsAt && ofDay(startsAt), endsAt && ofDay(endsAt)];
  return typeof from === "number" && typeof to === "number" && to > from ? to - from : undefined;
}
