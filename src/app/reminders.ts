/**
 * Tells the server, by opaque ids and days alone, of what people owe: whoever sees an action registers it for whoever
 * owes it. Goes on by itself after each sync and each change, and waits quietly where it cannot.
 * Why: docs/decisions/reminders.md.
 */
import type { ReminderId, ScopeId, UserId } from "../domain/ids.ts";
import type { OwnDay } from "../domain/icalendar.ts";
import { mayLead, type Role } from "../domain/roles.ts";
import { type Reader, type Reminding, remindersOf } from "../forms/reminders.ts";
import type { FailedNotice, NoticeLine } from "../sync/notices.ts";
import { CalendarDay, MAX_REMINDERS, type NoticeState, type Reminder } from "../sync/noticesProtocol.ts";
import type { Answer } from "../sync/transport.ts";
import type { ListedAction } from "./actionTypes.ts";
import { chasingRules } from "./chasing.ts";
import { type Context, rolesOf } from "./context.ts";
import { namedDaysOf } from "./definitions.ts";
import { dutiesIn, namedDuties } from "./duties.ts";
import { makeLive } from "./live.ts";
import { myDatesOf, reminderIdOf } from "./myDates.ts";
import { serverNow } from "./serverClock.ts";
import type { Views } from "./views.ts";

/** A change is seldom alone: what follows within this is told with it. */
const SOON_MS = 1_000;
/** What was over, handed on or moved before this device was unlocked is put right for so long after. */
const RECENT_MS = 60 * 86_400_000;
const FAILED_EVERY_MS = 10 * 60_000;
/** Actions read before whatever the person does has its turn. */
const SLICE = 20;

type Told = Map<string, { readonly reminder: Pick<Reminder, "id" | "for">; readonly text: string }>;

const keyOf = (of: Pick<Reminder, "id" | "for">): string => `${of.id}/${of.for}`;
const sentOf = (id: ReminderId, remindings: readonly Reminding[]): readonly Reminder[] =>
  remindings.map(({ user, sort, due, days }) => ({ id, for: user, sort, due, days: [...days] }));
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

export class Reminders {
  readonly notices = makeLive<NoticeState | undefined>(undefined);
  readonly failed = makeLive<readonly FailedNotice[]>([]);
  readonly #context: Context;
  readonly #views: Views;
  readonly #line: NoticeLine;
  readonly #told: Told = new Map();
  readonly #stopListening: () => void;
  /** All there was to pull has been: what is told now is not behind. Only the window that syncs gets there. */
  #synced = false;
  /** The server is older than this app, and knows nothing of reminders. */
  #notOffered = false;
  #begun = false;
  #stopped = false;
  #failedAtMs = -Infinity;
  #calendarText: string | undefined;
  #read: readonly ListedAction[] | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(context: Context, views: Views, line: NoticeLine) {
    this.#context = context;
    this.#views = views;
    this.#line = line;
    const stops = [views.actions, views.meetings].map((live) => live.subscribe(() => this.#soon()));
    this.#stopListening = () => stops.forEach((stop) => stop());
  }

  /** All there was to pull has been pulled. */
  onPulled(): void {
    this.#synced = true;
    this.#soon();
  }

  /** Tells what has changed, if the server can be reached. One after another; what fails is told the next time. */
  refresh(): Promise<void> {
    this.#last = this.#last.then(() => this.#refresh()).catch(() => undefined);
    return this.#last;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#waiting);
    this.#stopListening();
  }

  /** Takes in what the server said of this person's reminders. */
  take(state: NoticeState): void {
    this.notices.set(state);
    this.#soon();
  }

  myDates(): Promise<readonly OwnDay[]> {
    const { actions, meetings, panels } = this.#views;
    return myDatesOf(actions.value, meetings.value, panels.value, (keys) =>
      this.#context.vault.ownNames(keys.map((key) => `meeting/${key}`)),
    );
  }

  async calendarDays(): Promise<readonly CalendarDay[]> {
    const dates = await this.myDates();
    return dates.slice(0, MAX_REMINDERS).flatMap((date) => CalendarDay.safeParse(date).data ?? []);
  }

  #soon(): void {
    if (this.#stopped || !this.#synced) return;
    this.#waiting ??= setTimeout(() => {
      this.#waiting = undefined;
      void this.refresh();
    }, SOON_MS);
  }

  async #refresh(): Promise<void> {
    if (this.#stopped || !this.#synced || this.#notOffered || !this.#context.online) return;
    if (!this.notices.value && !(await this.#begin())) return;
    await this.#register();
    await this.#refreshCalendar();
    await this.#refreshFailed();
  }

  async #begin(): Promise<boolean> {
    const read = await this.#line.read();
    if (read.ok) this.notices.set(read.value);
    else this.#notOffered = isUnknown(read);
    return read.ok;
  }

  async #register(): Promise<void> {
    const actions = this.#views.actions.value;
    if (actions === this.#read) return;
    const wanted = new Map<string, Reminder>();
    const over: Pick<Reminder, "id" | "for">[] = [];
    const readers = this.#readers();
    for (const [at, action] of actions.entries()) {
      if (at % SLICE === SLICE - 1) await pause();
      if (this.#stopped) return;
      for (const reminder of this.#remindersOf(action, readers(action.scope)))
        wanted.set(keyOf(reminder), reminder);
      if (!this.#begun) over.push(...this.#perhapsOver(action, readers(action.scope)));
    }
    for (const [at, [scope, { file }]] of [...this.#context.library.shelves].entries()) {
      if (at % SLICE === SLICE - 1) await pause();
      if (this.#stopped) return;
      const duties = dutiesIn(this.#context, file, readers(scope));
      for (const duty of await namedDuties(this.#context, scope, duties)) {
        for (const reminder of sentOf(duty.id, duty.remindings)) wanted.set(keyOf(reminder), reminder);
        const isRecent = duty.askedMs > serverNow(this.#context) - RECENT_MS;
        if (!this.#begun && isRecent)
          over.push(...readers(scope).map(({ user }) => ({ id: duty.id, for: user })));
      }
    }
    const set = [...wanted.values()].filter(
      (reminder) => this.#told.get(keyOf(reminder))?.text !== JSON.stringify(reminder),
    );
    const gone = [...this.#told.values()].map(({ reminder }) => reminder);
    const drop = [...gone, ...over].filter((reminder) => !wanted.has(keyOf(reminder)));
    while (set.length > 0 || drop.length > 0) {
      if (!(await this.#tell(set.splice(0, MAX_REMINDERS), drop.splice(0, MAX_REMINDERS)))) return;
    }
    this.#begun = true;
    this.#read = actions;
  }

  async #tell(set: readonly Reminder[], drop: readonly Pick<Reminder, "id" | "for">[]): Promise<boolean> {
    const told = await this.#line.register({ set: [...set], drop: [...drop] });
    if (!told.ok) return false;
    for (const each of drop) this.#told.delete(keyOf(each));
    for (const reminder of set) {
      const { id, for: user } = reminder;
      this.#told.set(keyOf(reminder), { reminder: { id, for: user }, text: JSON.stringify(reminder) });
    }
    return true;
  }

  #remindersOf(action: ListedAction, readers: readonly Reader[]): readonly Reminder[] {
    const { library } = this.#context;
    const { reminders } = chasingRules(this.#context, action.definitionId);
    const remindings = remindersOf(action, reminders, readers, namedDaysOf(library.book));
    return sentOf(reminderIdOf(action.action), remindings);
  }

  /** Whoever may have been reminded of something that has changed while this device was locked. */
  #perhapsOver(action: ListedAction, readers: readonly Reader[]): readonly Pick<Reminder, "id" | "for">[] {
    const since = serverNow(this.#context) - RECENT_MS;
    const changes = [
      ...action.updates,
      ...action.askings.flatMap(({ asked, answer }) => [asked, answer ?? asked]),
    ];
    const recent = changes.some(({ order }) => order[0] > since) || action.addedMs > since;
    return recent ? readers.map(({ user }) => ({ id: reminderIdOf(action.action), for: user })) : [];
  }

  /** Those who read each case. Made once for a pass. */
  #readers(): (scope: ScopeId) => readonly Reader[] {
    const { scopes } = this.#context.membership;
    const roles = new Map<UserId, readonly Role[]>();
    const made = new Map<ScopeId, readonly Reader[]>();
    const rolesKnown = (user: UserId): readonly Role[] => {
      const known = roles.get(user) ?? rolesOf(this.#context, user);
      roles.set(user, known);
      return known;
    };
    return (scope) => {
      const known = made.get(scope);
      if (known) return known;
      const readers = (scopes.get(scope)?.members ?? []).map(({ user }) => ({
        user,
        roles: rolesKnown(user),
      }));
      made.set(scope, readers);
      return readers;
    };
  }

  async #refreshCalendar(): Promise<void> {
    const on = typeof this.notices.value?.calendar === "string";
    const days = on ? await this.calendarDays() : [];
    const text = on ? JSON.stringify(days) : undefined;
    if (text === this.#calendarText) return;
    if (text === undefined || (await this.#line.calendar(days)).ok) this.#calendarText = text;
  }

  async #refreshFailed(): Promise<void> {
    const { identity, now } = this.#context;
    if (!mayLead(rolesOf(this.#context, identity.user)) || now() - this.#failedAtMs < FAILED_EVERY_MS) return;
    const found = await this.#line.failed();
    if (!found.ok) return;
    this.#failedAtMs = now();
    this.failed.set(found.value.failed);
  }
}

/** Not our server's answer: an older one gives the page of the app to an address that it does not know. */
const isUnknown = (answer: Answer<unknown>): boolean =>
  !answer.ok &&
  (answer.fault.kind === "not-our-server" ||
    (answer.fault.kind === "refused" && answer.fault.code === "not-found"));
