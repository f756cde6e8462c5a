/** The panel scope folded: who people are, which definitions are in force, when panels meet. */
import { mayLead } from "./roles.ts";
import { compareHappened, type Happened, happened, inOrder, type Order, orderOf } from "./happened.ts";
import type { EntryId, InviteId, UserId } from "./ids.ts";
import type { PanelRecord, Stamped } from "./records/record.ts";

export type Profile = { readonly name: string; readonly agency: string; readonly position: string };

type Dated<T> = { readonly order: Order; readonly entry: EntryId; readonly value: T };

export type PanelBook = {
  readonly partnership: Dated<{ readonly name: string; readonly demonstration: boolean }> | undefined;
  /** By `user/…` or `invite/…`. */
  readonly profiles: Readonly<Record<string, Dated<Profile>>>;
  /** Those in force, by definition id: the JSON, for `forms` to parse. */
  readonly definitions: Readonly<Record<string, Dated<unknown>>>;
  /** Every version ever adopted, by "id@version": referrals keep the form they were started with. */
  readonly versions: Readonly<Record<string, Dated<unknown>>>;
  readonly meetings: Readonly<Record<string, Dated<MeetingDate>>>;
  /** By `settingKey`: the last writer of each. */
  readonly settings: Readonly<Record<string, Dated<string>>>;
  /** By date. */
  readonly days: Readonly<Record<string, Dated<{ readonly name: string; readonly worked: boolean }>>>;
  /** Lines of the logs that panels keep about themselves, in order. */
  readonly filed: readonly Happened<FiledForPanel>[];
  /** When yearly reports left the app, in order. */
  readonly reportExports: readonly Happened<ReportExported>[];
  readonly entries: readonly EntryId[];
};

/** As "report-exported" names what became of agencies' actions; the yearly report has no name there. */
export const FOLLOW_THROUGH = "followThrough";
export type ReportExported = Extract<PanelRecord, { readonly type: "report-exported" }>;
type FiledForPanel = Extract<PanelRecord, { readonly type: "panel-filed" }>;

export type MeetingDate = {
  readonly key: string;
  readonly definition: string;
  readonly date: string;
  readonly start: string;
  readonly cancelled: boolean;
  /** The day it was first set for, where it is held on another. */
  readonly movedFrom?: string;
  /** Why it was moved or cancelled. */
  readonly reason?: string;
};

export const emptyPanelBook: PanelBook = {
  partnership: undefined,
  profiles: {},
  definitions: {},
  versions: {},
  meetings: {},
  settings: {},
  days: {},
  filed: [],
  reportExports: [],
  entries: [],
};

export const profileKey = (of: { user: UserId } | { invite: InviteId }): string =>
  "user" in of ? `user/${of.user}` : `invite/${of.invite}`;

/** A definition's id holds no slash. */
export const settingKey = (definition: string, key: string): string => `${definition}/${key}`;

/** The later of two by order: last writer wins, on every device alike. */
const later = <T>(before: Dated<T> | undefined, now: Dated<T>): Dated<T> =>
  before && compareHappened(before, now) > 0 ? before : now;

/** Keys come from records: a table from a pack has a prototype, whose names must not be taken for entries. */
const put = <T>(table: Readonly<Record<string, Dated<T>>>, key: string, now: Dated<T>) => {
  const before = Object.hasOwn(table, key) ? table[key] : undefined;
  return Object.assign(Object.create(null) as Record<string, Dated<T>>, table, { [key]: later(before, now) });
};

/** The book with these records in it too, in any order, each however often. */
export function foldPanelBook(book: PanelBook, records: readonly Stamped<PanelRecord>[]): PanelBook {
  const seen = new Set(book.entries);
  let next = book;
  for (const stamped of records) {
    if (seen.has(stamped.id)) continue;
    seen.add(stamped.id);
    if (mayWrite(stamped)) next = foldOne(next, stamped);
  }
  return { ...next, entries: [...seen].toSorted() };
}

/** Everybody who belongs can write here; what counts is theirs to say: co-ordinators all, others who they are. */
const mayWrite = ({ roles, author, record }: Stamped<PanelRecord>): boolean =>
  mayLead(roles) || (record.type === "profile" && record.user === author);

function foldOne(book: PanelBook, stamped: Stamped<PanelRecord>): PanelBook {
  const made = { order: orderOf(stamped), entry: stamped.id };
  const { record } = stamped;
  switch (record.type) {
    case "partnership": {
      const { name, demonstration } = record;
      return { ...book, partnership: later(book.partnership, { ...made, value: { name, demonstration } }) };
    }
    case "profile": {
      const { name, agency, position, user, invite } = record;
      const key = user ? profileKey({ user }) : invite && profileKey({ invite });
      if (!key) return book;
      return { ...book, profiles: put(book.profiles, key, { ...made, value: { name, agency, position } }) };
    }
    case "definition": {
      const { definition } = record;
      const { id, version } = (definition ?? {}) as { id?: unknown; version?: unknown };
      if (typeof id !== "string" || typeof version !== "string") return book;
      const now = { ...made, value: definition };
      return {
        ...book,
        definitions: put(book.definitions, id, now),
        versions: put(book.versions, `${id}@${version}`, now),
      };
    }
    case "meeting-date": {
      const { key, definition, date, start, cancelled = false, movedFrom, reason } = record;
      const moved = movedFrom === undefined ? {} : { movedFrom };
      const why = reason === undefined ? {} : { reason };
      const value = { key, definition, date, start, cancelled, ...moved, ...why };
      return { ...book, meetings: put(book.meetings, key, { ...made, value }) };
    }
    case "panel-settings": {
      const settings = record.values.reduce(
        (table, { key, value }) => put(table, settingKey(record.definition, key), { ...made, value }),
        book.settings,
      );
      return { ...book, settings };
    }
    case "named-day": {
      const { date, name, worked } = record;
      return { ...book, days: put(book.days, date, { ...made, value: { name, worked } }) };
    }
    case "panel-filed":
      return { ...book, filed: inOrder([...book.filed, happened(stamped, record)]) };
    case "report-exported":
      return { ...book, reportExports: inOrder([...book.reportExports, happened(stamped, record)]) };
  }
}
