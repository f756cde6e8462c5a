/** The live values of a session, recomputed from the library whenever it changes. Cheap readings, no writing. */
import type { ScopeId } from "../domain/ids.ts";
import type { ListedAction } from "./actionTypes.ts";
import { actionsInCase } from "./listedActions.ts";
import type { BlobRows, UnsentRows } from "../store/watch.ts";
import type { CaseSummary, CaseView, Me, QuarantinedItem, RefusedItem, Safety, Session } from "./api.ts";
import { noteArrivals } from "./arrivals.ts";
import { summarise } from "./caseSummary.ts";
import { todayIn } from "./caseReading.ts";
import { viewCase } from "./caseViews.ts";
import type { Context } from "./context.ts";
import { panelsOf, refreshDefinitions } from "./definitions.ts";
import { InTurn } from "./inTurn.ts";
import { type LiveSource, makeLive } from "./live.ts";
import type { MeetingSummary, MeetingView } from "./meetingTypes.ts";
import { meetingSummaries, viewMeeting } from "./meetingViews.ts";
import { meOf, peopleOf } from "./people.ts";
import { serverNow } from "./serverClock.ts";
import { countTooLong } from "./tooLong.ts";

const NOTHING_YET: Safety = {
  connection: "online",
  sinceMs: undefined,
  lastSyncMs: undefined,
  savedMs: undefined,
  unsent: 0,
  unsentPapers: 0,
  refused: 0,
  quarantined: 0,
  waiting: 0,
  storageLow: false,
  serverWentBack: false,
  syncing: true,
  clockAheadMs: undefined,
};

type Value<Name extends keyof Session> = Session[Name] extends
  | LiveSource<infer T>
  | { readonly value: infer T }
  ? T
  : never;

export class Views {
  readonly me: LiveSource<Me>;
  readonly partnership = makeLive<Value<"partnership">>(undefined);
  readonly people = makeLive<Value<"people">>([]);
  readonly panels = makeLive<Value<"panels">>([]);
  readonly cases = makeLive<readonly CaseSummary[]>([]);
  readonly actions = makeLive<readonly ListedAction[]>([]);
  readonly meetings = makeLive<readonly MeetingSummary[]>([]);
  readonly refused = makeLive<readonly RefusedItem[]>([]);
  readonly quarantined = makeLive<readonly QuarantinedItem[]>([]);
  readonly safety = makeLive<Safety>(NOTHING_YET);
  readonly #watched = new Map<ScopeId, Set<() => void>>();
  readonly #context: Context;
  /** Of meetings that somebody looks at. */
  readonly #meetings = new Set<() => void>();
  #outbox = 0;
  #typed = 0;
  #papers = 0;
  readonly #refreshing = new InTurn(() => this.#pieces());
  #closed = false;

  constructor(context: Context) {
    this.#context = context;
    const { user } = context.identity;
    this.me = makeLive<Me>({
      user,
      roles: [],
      profile: undefined,
      devices: [],
      standing: { kind: "waiting", words: [] },
    });
  }

  /** What of a session is watched, by its names there. */
  get live() {
    const { me, partnership, people, panels, cases, actions, meetings, safety, refused, quarantined } = this;
    return { me, partnership, people, panels, cases, actions, meetings, safety, refused, quarantined };
  }

  amendSafety(change: Partial<Safety>): void {
    this.safety.set({ ...this.safety.value, ...change });
  }

  /** Many changes at once, as in a first sync, make one refresh. Typing goes before it. */
  schedule(): void {
    this.#refreshing.schedule();
  }

  /** At once, for whoever needs everything to be there. */
  refresh(): void {
    this.#refreshing.finish();
  }

  /** What somebody looks at first, then lists. */
  *#pieces(): Generator<void> {
    if (this.#closed) return;
    const context = this.#context;
    refreshDefinitions(context);
    void this.#refreshPeople();
    this.partnership.set(context.library.book.partnership?.value);
    this.panels.set(panelsOf(context, todayIn(serverNow(context))));
    yield;
    for (const listener of [...this.#watched.values()].flatMap((each) => [...each])) {
      listener();
      yield;
    }
    for (const listener of [...this.#meetings]) {
      listener();
      yield;
    }
    yield* this.#refreshCases();
    yield* this.#refreshActions();
    this.meetings.set(meetingSummaries(context));
  }

  async #refreshPeople(): Promise<void> {
    try {
      const [me, people] = await Promise.all([meOf(this.#context), peopleOf(this.#context)]);
      if (this.#closed) return;
      this.me.set(me);
      this.people.set(people);
    } catch {
      // Locked meanwhile: there is no one to show it to.
    }
  }

  *#refreshCases(): Generator<void> {
    const { library } = this.#context;
    const scopes = [...library.shelves.keys()];
    const summaries: CaseSummary[] = [];
    for (const scope of scopes) {
      const summary = summarise(this.#context, scope);
      if (summary) summaries.push(summary);
      yield;
    }
    this.cases.set(summaries.toSorted((a, b) => b.updatedMs - a.updatedMs));
    const references = new Map(summaries.map((each) => [each.scope, each.reference]));
    this.quarantined.set(
      [...library.quarantined].map(([id, { fault, scope }]) => ({
        id,
        fault,
        reference: scope && references.get(scope),
      })),
    );
    const missing = scopes.reduce((sum, scope) => sum + library.missingIn(scope), 0);
    this.amendSafety({ quarantined: library.quarantined.size, waiting: library.waiting.size + missing });
  }

  *#refreshActions(): Generator<void> {
    const listed: (readonly ListedAction[])[] = [];
    for (const scope of [...this.#context.library.shelves.keys()]) {
      listed.push(actionsInCase(this.#context, scope));
      yield;
    }
    this.actions.set(listed.flat());
  }

  takeUnsent({ outbox, refused }: UnsentRows): void {
    const context = this.#context;
    const before = context.unsent.outbox;
    context.unsent = { outbox, refused: new Map(refused.map((row) => [row.id, row.scope])) };
    this.refused.set(
      refused.map(({ id, scope, reason, atMs }) => {
        const reference = context.library.shelves.get(scope)?.file.started?.record.reference;
        return { id, reason, atMs, reference };
      }),
    );
    // Kept so that it is known tomorrow; if it cannot be, it is known today all the same.
    void noteArrivals(context, before, outbox).catch(() => undefined);
    this.#outbox = outbox.size;
    this.amendSafety({ unsent: this.#unsent(), refused: refused.length });
    this.schedule();
  }

  /** What is typed and not yet an entry counts as unsent, and is saved when it is in the buffer. */
  takeTyping(typed: number, savedMs: number | undefined): void {
    this.#typed = typed;
    this.amendSafety({ unsent: this.#unsent(), savedMs: savedMs ?? this.safety.value.savedMs });
  }

  takeBlobs(blobs: BlobRows): void {
    this.#context.blobs = blobs;
    this.#papers = blobs
      .values()
      .filter(({ own, state }) => own && (state === "waiting" || state === "refused"))
      .toArray().length;
    this.amendSafety({ unsent: this.#unsent(), unsentPapers: this.#papers });
    this.schedule();
  }

  #unsent(): number {
    return this.#outbox + this.#typed + countTooLong(this.#context.tooLong) + this.#papers;
  }

  /** The cases that somebody looks at. */
  watched(): readonly ScopeId[] {
    return [...this.#watched].filter(([, listeners]) => listeners.size > 0).map(([scope]) => scope);
  }

  watchCase(scope: ScopeId): ReturnType<Session["watchCase"]> {
    const view = makeLive<CaseView | undefined>(viewCase(this.#context, scope));
    const listener = () => view.set(viewCase(this.#context, scope));
    const listeners = this.#watched.get(scope) ?? new Set();
    this.#watched.set(scope, listeners.add(listener));
    return { view, close: () => void listeners.delete(listener) };
  }

  watchMeeting(meeting: string): ReturnType<Session["watchMeeting"]> {
    const view = makeLive<MeetingView | undefined>(viewMeeting(this.#context, meeting));
    const listener = () => view.set(viewMeeting(this.#context, meeting));
    this.#meetings.add(listener);
    return { view, close: () => void this.#meetings.delete(listener) };
  }

  close(): void {
    this.#closed = true;
    this.#meetings.clear();
    this.#refreshing.close();
    this.#watched.clear();
  }
}
