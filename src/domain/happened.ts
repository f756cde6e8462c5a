/** A thing that happened in a scope, and the one order that every device agrees on. */
import type { EntryId, UserId } from "./ids.ts";
import type { Role } from "./roles.ts";
import type { Stamped } from "./records/record.ts";

/** `ms`, counter, device. */
export type Order = readonly [ms: number, counter: number, device: string];

export const orderOf = (stamped: Stamped<unknown>): Order => [
  stamped.at.ms,
  stamped.at.counter,
  stamped.device,
];

export const compareOrder = (a: Order, b: Order): number =>
  a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);

/**
 * The same where two entries of one device carry one stamp, which an honest clock never gives: the entry decides,
 * so that every device still agrees.
 */
export const compareHappened = (
  a: { readonly order: Order; readonly entry: EntryId },
  b: { readonly order: Order; readonly entry: EntryId },
): number => compareOrder(a.order, b.order) || (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0);

/** Kept whole and never merged away. */
export type Happened<Record> = {
  readonly entry: EntryId;
  readonly author: UserId;
  /** What the author was then: what counts is theirs to say or not. */
  readonly roles: readonly Role[];
  readonly order: Order;
  readonly record: Record;
};

/** The record, or a part of it, as a thing that happened. */
export const happened = <Record>(stamped: Stamped<unknown>, record: Record): Happened<Record> => ({
  entry: stamped.id,
  author: stamped.author,
  roles: stamped.roles,
  order: orderOf(stamped),
  record,
});

export const inOrder = <T extends { readonly order: Order; readonly entry: EntryId }>(
  items: readonly T[],
): T[] => items.toSorted(compareHappened);

/** Those whose record is of one type. */
export const ofType = <R extends { readonly type: string }, T extends R["type"]>(
  steps: readonly Happened<R>[],
  type: T,
): readonly Happened<Extract<R, { readonly type: T }>>[] =>
  steps.filter((step): step is Happened<Extract<R, { readonly type: T }>> => step.record.type === type);
