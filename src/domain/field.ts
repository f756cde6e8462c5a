/** What people write into one place, one after another or at once: answers of a referral, notes of a meeting. */
import { compareHappened, type Order, orderOf } from "./happened.ts";
import type { EntryId, UserId } from "./ids.ts";
import type { Change } from "./records/change.ts";
import type { Stamped } from "./records/record.ts";

/** One version of one answer. */
export type AnswerVersion = {
  readonly entry: EntryId;
  readonly author: UserId;
  readonly order: Order;
  readonly value: unknown;
};

/** A plain answer keeps the newest; narrative keeps every version that nobody who had seen it wrote over. */
export type Field = {
  readonly plain: AnswerVersion | undefined;
  /** Newest first. More than one only where two people wrote without seeing each other. */
  readonly narrative: readonly AnswerVersion[];
  /** Entries whose version was written over, kept so that one arriving late stays replaced. */
  readonly replaced: readonly EntryId[];
};

/** What stands as the answer now, newest first; a person chooses where there is more than one. */
export const versionsOf = (field: Field | undefined): readonly AnswerVersion[] => {
  if (!field) return [];
  if (field.narrative.length > 0) return field.narrative;
  return field.plain ? [field.plain] : [];
};

export type Fields = Readonly<Record<string, Field>>;

/** Field names come from records, so the object that holds them has no prototype to be confused with. */
export const noFields = (): Fields => Object.create(null) as Fields;

/** The fields with one record's changes in them too. */
export function foldFields(fields: Fields, changes: readonly Change[], stamped: Stamped<unknown>): Fields {
  const next = Object.assign(Object.create(null) as Record<string, Field>, fields);
  for (const change of changes) next[change.path] = foldField(next[change.path], change, stamped);
  return next;
}

/**
 * The field after one more change. Plain: the newest stands alone; the others remain as entries. Narrative: a
 * version goes only when its replacer was written by someone who had seen it.
 */
export function foldField(field: Field | undefined, change: Change, stamped: Stamped<unknown>): Field {
  const { plain, narrative, replaced } = field ?? { plain: undefined, narrative: [], replaced: [] };
  const version: AnswerVersion = {
    entry: stamped.id,
    author: stamped.author,
    order: orderOf(stamped),
    value: change.value,
  };
  if (!change.replaces) {
    const newer = !plain || compareHappened(version, plain) > 0;
    return { plain: newer ? version : plain, narrative, replaced };
  }
  const over = [...new Set([...replaced, ...change.replaces])].toSorted();
  const standing = [...narrative, version]
    .filter((each) => !over.includes(each.entry))
    .toSorted((a, b) => compareHappened(b, a));
  return { plain, narrative: standing, replaced: over };
}
