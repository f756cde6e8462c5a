/**
 * The part of the store port that notices need: whom to remind of what, by which ways, and what is on its way.
 * Two implementations, one acceptance suite (`tests/server/noticesAcceptance.ts`). Rules:
 * - what one person's `withPerson` does is one transaction, and those of one person run one after another, in
 *   however many processes: so a digest is made once;
 * - a parcel that was claimed is nobody else's until its lease is over: so it is sent once, unless its process died.
 */
import type { CalendarDate } from "../../domain/calendarDate.ts";
import type { NoticeId, PartnershipId, ReminderId, UserId } from "../../domain/ids.ts";
import type { CalendarDay, Choices, Reminder } from "../../sync/noticesProtocol.ts";

export type Way = "mail" | "push";

export type NoticePerson = {
  readonly choices: Choices;
  readonly address: { readonly text: string; readonly confirmed: boolean } | null;
  /** On its way to the address: `tries` are the wrong ones so far. */
  readonly code: { readonly text: string; readonly untilMs: number; readonly tries: number } | null;
};

/** A browser that takes push. `id`: a hash of the endpoint. */
export type PushDevice = {
  readonly id: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
};

/** A day up to and including `told` of a way was said by it; "" is before every day. */
export type Told = Readonly<Record<Way, CalendarDate | "">>;
export type HeldReminder = Omit<Reminder, "for"> & {
  /** When it came for the first time. */
  readonly setMs: number;
  readonly told: Told;
};

/** What became of a reminder: the last day that was told, and the last whose notice a mail server or push service took. */
export type SentReminder = { readonly id: ReminderId; readonly told: Told; readonly sent: Told };

/** What a digest says. `later`: due after the coming seven days; `chase`: what others owe. */
export type Counts = {
  readonly overdue: number;
  readonly due: number;
  readonly later: number;
  readonly chase: number;
};

/** Something to be sent to one address or device. Unique by person, way, `to` and slot. */
export type Parcel = {
  /** Random; the Message-ID of a mail is made of it. */
  readonly id: NoticeId;
  readonly partnership: PartnershipId;
  readonly user: UserId;
  readonly way: Way;
  /** The push device; "" of a mail. */
  readonly to: string;
  /** A digest's day, or the moment of a later one of that day. */
  readonly slot: string;
  readonly kind: "digest" | "try" | "code";
  readonly counts: Counts;
  readonly madeMs: number;
  /** How often it was attempted in vain. */
  readonly tries: number;
};

/** `refused`: for good; `unreachable`: tried for a day in vain. */
export type Failure = "refused" | "unreachable";
export type Failed = {
  readonly user: UserId;
  readonly way: Way;
  readonly sinceMs: number;
  readonly reason: Failure;
};

export type Calendar = {
  readonly token: string;
  readonly days: readonly CalendarDay[];
  readonly changedMs: number;
};

export type NoticeReading = {
  /** Whoever chose nothing has the defaults. */
  person(): Promise<NoticePerson>;
  /** The oldest first. */
  devices(): Promise<PushDevice[]>;
  reminders(): Promise<HeldReminder[]>;
  /** Of all that are held. */
  sentReminders(): Promise<SentReminder[]>;
  /** Digests of this way made lately, sent or not. */
  digests(way: Way): Promise<{ slot: string; madeMs: number }[]>;
  isFailing(way: Way): Promise<boolean>;
  calendar(): Promise<Calendar | undefined>;
};

export type NoticeTransaction = NoticeReading & {
  savePerson(person: NoticePerson): Promise<void>;
  /** A browser that somebody else used before is theirs no longer. */
  saveDevice(device: PushDevice, nowMs: number): Promise<void>;
  /** With what was on its way to it. */
  dropDevice(id: string): Promise<void>;
  saveReminder(reminder: HeldReminder): Promise<void>;
  dropReminder(id: ReminderId): Promise<void>;
  /** To be sent from now on. In a slot that is taken: nothing. */
  addParcel(parcel: Omit<Parcel, "partnership" | "user" | "tries">): Promise<void>;
  /** Digests of this way that wait to be sent: a newer one says it all. */
  dropWaiting(way: Way): Promise<void>;
  /** Everything by mail, sent or not: the address is another, or none. */
  dropMail(): Promise<void>;
  saveCalendar(calendar: Calendar): Promise<void>;
  dropCalendar(): Promise<void>;
};

export type NoticesStore = {
  look(partnership: PartnershipId, user: UserId): NoticeReading;
  withPerson<T>(
    partnership: PartnershipId,
    user: UserId,
    work: (tx: NoticeTransaction) => Promise<T>,
  ): Promise<T>;
  /** Whether both read some panel or case. */
  shareScope(partnership: PartnershipId, one: UserId, other: UserId): Promise<boolean>;
  /** Who has a way that was not told of a day up to `today`, in a reminder that came before `setMs`. */
  waiting(today: CalendarDate, setMs: number): Promise<{ partnership: PartnershipId; user: UserId }[]>;
  /** The oldest parcels whose time has come. They are the caller's until `untilMs`, and then come again. */
  claim(way: Way, nowMs: number, untilMs: number, limit: number): Promise<Parcel[]>;
  /** Strikes off what arrived, and with it earlier failures of the same way and device; a digest's reminders are sent with it. */
  markSent(parcel: Parcel, nowMs: number): Promise<void>;
  markFailed(parcel: Parcel, reason: Failure, nowMs: number): Promise<void>;
  /** To be tried again at `nextMs`; `tries` as it is to be now. */
  putOff(parcel: Parcel, nextMs: number, tries: number): Promise<void>;
  removeParcel(parcel: Parcel): Promise<void>;
  failed(partnership: PartnershipId): Promise<Failed[]>;
  /** By its secret address alone. */
  calendarAt(token: string): Promise<Calendar | undefined>;
  /** The server's own key of that name: kept at the first call, the same ever after. */
  ownKey(name: string, fresh: string): Promise<string>;
  /** Forgets what was sent before `sentMs`, failed before `failedMs`, or was due before `due`. */
  purge(before: { sentMs: number; failedMs: number; due: CalendarDate }): Promise<void>;
};
