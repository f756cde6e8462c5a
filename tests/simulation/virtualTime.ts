/**
 * Time that passes only when nothing else is left to do. Import this before anything that might keep a timer.
 *
 * [Note: virtual time] While a world runs, `setTimeout`, `setInterval`, `setImmediate`, `Date.now`, `performance.now`,
 * `Math.random` and the digest RxDB hashes schemas with are the world's. The loop lets every microtask finish, then runs the
 * one timer that is due first. RxDB, Dexie, fake-indexeddb and our own code ask the globals each time, so all of
 * them wait in the one queue, in an order that the seed alone decides, and an hour takes no time.
 */
import { createHash } from "node:crypto";
import { makeRandom } from "./random.ts";

type Task = { at: number; order: number; every: number | undefined; run: () => void; gone: boolean };
type Handle = { readonly task: Task; ref(): Handle; unref(): Handle; hasRef(): boolean };
type Timer = (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => unknown;

const real = {
  setTimeout: globalThis.setTimeout as unknown as Timer,
  setInterval: globalThis.setInterval as unknown as Timer,
  setImmediate: globalThis.setImmediate,
  clear: globalThis.clearTimeout,
  clearImmediate: globalThis.clearImmediate,
  dateNow: Date.now,
  performanceNow: performance.now.bind(performance),
  mathRandom: Math.random,
  digest: crypto.subtle.digest.bind(crypto.subtle),
};

/** Ten times what a schedule takes. One without an end stops here, and not in the middle of the next. */
const MOST_TIMERS = 60_000;

let active: VirtualTime | undefined;

const settleMicrotasks = () => new Promise<void>((resolve) => void real.setImmediate(resolve));

export class VirtualTime {
  nowMs: number;
  /** Timers run so far: the size of a schedule, whatever the machine. */
  ran = 0;
  readonly #heap: Task[] = [];
  readonly #random: () => number;
  #orders = 0;

  constructor(startMs: number, seed: number) {
    this.nowMs = startMs;
    this.#random = makeRandom(seed).next;
  }

  random(): number {
    return this.#random();
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => void this.later(resolve, ms));
  }

  later(run: () => void, ms: number, every?: number): Handle {
    const task: Task = { at: this.nowMs + Math.max(0, ms), order: this.#orders++, every, run, gone: false };
    this.#push(task);
    const handle: Handle = { task, ref: () => handle, unref: () => handle, hasRef: () => true };
    return handle;
  }

  /** Runs `main` to its end in this world, and then the world itself for `afterMs` more. */
  async run<T>(main: () => Promise<T>, afterMs: number): Promise<T> {
    if (active) throw new Error("VirtualTime: one world at a time");
    active = this;
    try {
      let outcome: { value: T } | { error: unknown } | undefined;
      main().then(
        (value) => (outcome = { value }),
        (error: unknown) => (outcome = { error }),
      );
      await this.#until(() => outcome !== undefined);
      // Queues of the libraries that outlive a world must not be left waiting for a timer that never comes.
      const end = this.nowMs + afterMs;
      await this.#until(() => (this.#heap[0]?.at ?? Infinity) > end);
      const settled = outcome as { value: T } | { error: unknown } | undefined;
      if (!settled) throw new Error("VirtualTime: nothing left to wait for, and not finished");
      if ("error" in settled) throw settled.error;
      return settled.value;
    } finally {
      active = undefined;
    }
  }

  async #until(finished: () => boolean): Promise<void> {
    for (;;) {
      await settleMicrotasks();
      if (finished()) return;
      const task = this.#pop();
      if (!task) return;
      if (task.gone) continue;
      this.ran += 1;
      if (this.ran > MOST_TIMERS) throw new Error(`VirtualTime: no end after ${MOST_TIMERS} timers`);
      this.nowMs = Math.max(this.nowMs, task.at);
      task.gone = task.every === undefined;
      if (task.every !== undefined) {
        task.at = this.nowMs + task.every;
        task.order = this.#orders++;
        this.#push(task);
      }
      task.run();
    }
  }

  #push(task: Task): void {
    const heap = this.#heap;
    let at = heap.push(task) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(task, heap[parent] as Task)) break;
      heap[at] = heap[parent] as Task;
      at = parent;
    }
    heap[at] = task;
  }

  #pop(): Task | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Task, heap[child] as Task)) child += 1;
      if (!isBefore(heap[child] as Task, last)) break;
      heap[at] = heap[child] as Task;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

const isBefore = (a: Task, b: Task) => a.at < b.at || (a.at === b.at && a.order < b.order);

const timer =
  (repeats: boolean, otherwise: Timer): Timer =>
  (run, ms = 0, ...args) =>
    active
      ? active.later(() => run(...args), Math.max(1, ms), repeats ? Math.max(1, ms) : undefined)
      : otherwise(run, ms, ...args);

function clear(handle: unknown): void {
  if (typeof handle === "object" && handle !== null && "task" in handle) (handle as Handle).task.gone = true;
  else real.clear(handle as never);
}

function install(): void {
  const immediate = (run: (...args: unknown[]) => void, ...args: unknown[]) =>
    active ? active.later(() => run(...args), 0) : real.setImmediate(run, ...args);
  const clearImmediate = (handle: unknown) =>
    typeof handle === "object" && handle !== null && "task" in handle
      ? clear(handle)
      : real.clearImmediate(handle as never);
  Object.assign(globalThis, {
    setTimeout: timer(false, real.setTimeout),
    setInterval: timer(true, real.setInterval),
    setImmediate: immediate,
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate,
  });
  Date.now = () => (active ? Math.floor(active.nowMs) : real.dateNow());
  // Work that gives way asks how long it has been at it: a slow machine must not add a timer.
  performance.now = () => (active ? active.nowMs : real.performanceNow());
  Math.random = () => (active ? active.random() : real.mathRandom());
  // The platform's digest answers from a thread, whenever that is done.
  const digest = async (algorithm: AlgorithmIdentifier, data: BufferSource): Promise<ArrayBuffer> => {
    if (algorithm !== "SHA-256") return real.digest(algorithm, data);
    const bytes = ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : data;
    return new Uint8Array(createHash("sha256").update(new Uint8Array(bytes)).digest()).buffer;
  };
  Object.defineProperty(crypto.subtle, "digest", { value: digest, configurable: true });
}

install();
