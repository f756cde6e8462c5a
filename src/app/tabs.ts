/**
 * The other tabs of this device. One unlocked tab at a time syncs: the browser's own locks choose it, and pass
 * the part on when that tab locks, closes or dies. A locked tab never holds it.
 */
export type Tabs = {
  /** Calls `onLead` once this tab is the one that syncs. Returns the way to give that up, or stop waiting for it. */
  lead(onLead: () => void): () => void;
  /** Says that this tab is unlocked, under a name of its own, until it is given up or the tab ends. */
  hold(tab: string): () => void;
  /** The names of the tabs that are unlocked now. */
  present(): Promise<ReadonlySet<string>>;
  /** Tells the other unlocked tabs. */
  send(message: unknown): void;
  listen(onMessage: (message: unknown) => void): () => void;
};

/** Where there is only one: tests, the demonstration's people. */
export const ALONE: Tabs = {
  lead(onLead) {
    onLead();
    return () => undefined;
  },
  hold: () => () => undefined,
  present: () => Promise.resolve(new Set()),
  send: () => undefined,
  listen: () => () => undefined,
};

export function browserTabs(profile: string): Tabs {
  // The browser lets go of a lock when its tab ends, however it ends.
  const tabLock = (tab: string) => `${profile}-tab-${tab}`;
  const channel = () => new BroadcastChannel(`${profile}-tabs`);
  const outgoing = channel();
  return {
    lead(onLead) {
      const giveUp = new AbortController();
      const untilGivenUp = new Promise<void>((resolve) =>
        giveUp.signal.addEventListener("abort", () => resolve(), { once: true }),
      );
      const hold = () => {
        onLead();
        return untilGivenUp;
      };
      // Rejects when given up while waiting: there is nothing more to do then.
      void navigator.locks.request(`${profile}-sync`, { signal: giveUp.signal }, hold).catch(() => undefined);
      return () => giveUp.abort();
    },
    hold(tab) {
      const { promise, resolve } = Promise.withResolvers<void>();
      void navigator.locks.request(tabLock(tab), () => promise);
      return resolve;
    },
    async present() {
      const { held = [] } = await navigator.locks.query();
      const names = held.flatMap(({ name }) => (name?.startsWith(tabLock("")) ? [name] : []));
      return new Set(names.map((name) => name.slice(tabLock("").length)));
    },
    send: (message) => outgoing.postMessage(message),
    listen(onMessage) {
      const incoming = channel();
      incoming.addEventListener("message", (event: MessageEvent<unknown>) => onMessage(event.data));
      return () => incoming.close();
    },
  };
}
