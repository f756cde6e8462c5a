/**
 * Work that gives way: it is done a piece at a time, and between pieces whatever the person does has its turn. A list
 * of five hundred cases may be read anew while somebody types, and no key waits for the end of it.
 */

/** A sixth of what a person notices as a delay (50 ms, measured at a quarter of the speed of a desktop). */
const SLICE_MS = 8;

type Scheduler = { readonly yield?: () => Promise<void> };

/** What waits in the browser goes first: keys, touches, painting. */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}

/** The same work without giving way, where there is little of it. */
export function atOnce<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

export class InTurn {
  readonly #work: () => Iterable<unknown>;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #again = false;
  #over = false;

  /** `work` yields wherever it may be interrupted, and is begun anew from what then is. */
  constructor(work: () => Iterable<unknown>) {
    this.#work = work;
  }

  /** Soon; asked for many times at once, it is done once; asked for while it runs, it is done once more. */
  schedule(): void {
    if (this.#running) this.#again = true;
    else this.#waiting ??= setTimeout(() => void this.#run(), 0);
  }

  /** Now, in one piece. */
  finish(): void {
    // Nothing has to be done between the pieces: going through them is the work.
    for (const _ of this.#work());
  }

  close(): void {
    this.#over = true;
    clearTimeout(this.#waiting);
  }

  async #run(): Promise<void> {
    this.#waiting = undefined;
    this.#running = true;
    try {
      do {
        this.#again = false;
        await this.#once();
      } while (this.#again && !this.#over);
    } finally {
      this.#running = false;
    }
  }

  async #once(): Promise<void> {
    let began = performance.now();
    for (const _ of this.#work()) {
      if (this.#over) return;
      if (performance.now() - began < SLICE_MS) continue;
      await pause();
      began = performance.now();
    }
  }
}
