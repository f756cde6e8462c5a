/** The agenda: its items in order, who is asked to come to which, what went out to whom and who has read it. */
import { mayMinute } from "../roles.ts";
import { type Happened, ofType } from "../happened.ts";
import type { AttendeeId, ItemId, UserId } from "../ids.ts";
import type { MeetingFile, MeetingStep } from "./meetingFile.ts";

type Of<T extends MeetingStep["type"]> = Extract<MeetingStep, { type: T }>;

export type AgendaItem = Omit<Of<"agenda-item">, "type" | "item" | "order" | "removed" | "kind"> & {
  readonly item: ItemId;
  readonly kind: string;
  readonly order: number;
  /** Put on, or changed, after the agenda had gone out. */
  readonly supplementary: boolean;
};

/** Those that stand, in their order. Only leaders and minute takers make the agenda. */
export function agendaOf(file: MeetingFile): readonly AgendaItem[] {
  const said = merged(file, "agenda-item", ({ item }) => item);
  const firstSent = releasesOf(file)[0];
  return [...said]
    .filter(([, item]) => item.removed !== true)
    .map(([item, { type: _type, removed: _removed, ...rest }]) => ({
      ...rest,
      item,
      kind: rest.kind ?? "",
      order: rest.order ?? 0,
      supplementary: firstSent !== undefined && !firstSent.record.items.includes(item),
    }))
    .toSorted((a, b) => a.order - b.order || (a.item < b.item ? -1 : 1));
}

export type Invitee = Omit<Of<"invited">, "type" | "attendee" | "removed" | "items" | "name"> & {
  readonly attendee: AttendeeId;
  readonly name: string;
  /** Empty: for the whole meeting. */
  readonly items: readonly ItemId[];
};

/** Everybody asked to come, or added in the room, in the order first named. */
export function inviteesOf(file: MeetingFile): readonly Invitee[] {
  return [...merged(file, "invited", ({ attendee }) => attendee)]
    .filter(([, each]) => each.removed !== true)
    .map(([attendee, { type: _type, removed: _removed, ...rest }]) => ({
      ...rest,
      attendee,
      name: rest.name ?? "",
      items: rest.items ?? [],
    }));
}

type Sent = Happened<Of<"released">>;

/** Everything that went out, oldest first. */
export const sentOf = (file: MeetingFile): readonly Sent[] =>
  ofType(file.steps, "released").filter(({ roles }) => mayMinute(roles));

/** The agenda and papers, each time they went out. */
export const releasesOf = (file: MeetingFile): readonly Sent[] =>
  sentOf(file).filter(({ record }) => record.notice !== true);
/** That people were told of the meeting, each time. */
export const noticesOf = (file: MeetingFile): readonly Sent[] =>
  sentOf(file).filter(({ record }) => record.notice === true);

export type Reading = { readonly user: UserId; readonly what: string; readonly atMs: number };

/** Who has read what, by the author's own word, each at its latest. */
export function readingsOf(file: MeetingFile): readonly Reading[] {
  const readings = new Map<string, Reading>();
  for (const { author, order, record } of ofType(file.steps, "meeting-read")) {
    readings.set(`${author}/${record.what}`, { user: author, what: record.what, atMs: order[0] });
  }
  return [...readings.values()];
}

/**
 * What was said of each thing, the last word on each point standing; by those who write for the panel. A later
 * record may carry an earlier stamp than the first, where a clock was wrong: it counts all the same.
 */
function merged<T extends "agenda-item" | "invited", Key extends string>(
  file: MeetingFile,
  type: T,
  keyOf: (record: Of<T>) => Key,
): ReadonlyMap<Key, Of<T>> {
  const said = new Map<Key, Of<T>>();
  for (const { record, roles } of ofType(file.steps, type) as readonly Happened<Of<T>>[]) {
    if (!mayMinute(roles)) continue;
    const key = keyOf(record);
    said.set(key, { ...said.get(key), ...withoutUndefined(record) });
  }
  return said;
}

const withoutUndefined = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
