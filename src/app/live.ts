/** A value that changes and says so: what screens read. No framework, so that use-cases are tested without one. */
export type Live<T> = {
  readonly value: T;
  /** Called on every change, not at once. Returns the way to stop. */
  subscribe(listener: (value: T) => void): () => void;
};

export type LiveSource<T> = Live<T> & { set(value: T): void };

/** Listeners are told only of a value that differs. */
export function makeLive<T>(initial: T): LiveSource<T> {
  let current = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get value() {
      return current;
    },
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener(value);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
