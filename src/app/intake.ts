/** Brings what the store receives into the library, one batch after another, and keeps the cache behind it. */
import type { Context } from "./context.ts";
import type { LibraryCache } from "./libraryCache.ts";

const SAVE_AFTER_MS = 2_000;

export class Intake {
  readonly #context: Context;
  readonly #cache: LibraryCache;
  readonly #onMembership: () => void;
  #running: Promise<void> | undefined;
  #again = false;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(context: Context, cache: LibraryCache, onMembership: () => void) {
    this.#context = context;
    this.#cache = cache;
    this.#onMembership = onMembership;
  }

  /** Resolves when everything stored up to now has been read. Calls meanwhile share one run, and add one after it. */
  async catchUp(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#run();
    return this.#running;
  }

  async #run(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.#cache.catchUp();
        await this.refreshMembership();
      } while (this.#again && !this.#closed);
    } finally {
      // In the same step as the last look at `#again`: whoever calls after it must not be told to wait for this run.
      this.#running = undefined;
    }
    this.scheduleSave();
  }

  async refreshMembership(): Promise<void> {
    const { vault } = this.#context;
    const [directory, scopes] = await Promise.all([vault.directory(), vault.scopes()]);
    this.#context.membership = { directory, scopes: new Map(scopes.map((scope) => [scope.scope, scope])) };
    this.#onMembership();
  }

  scheduleSave(): void {
    if (this.#closed || !this.#cache.dirty) return;
    this.#saveTimer ??= setTimeout(() => {
      this.#saveTimer = undefined;
      // A cache that could not be saved is rebuilt from the entries.
      void this.#cache.save().catch(() => undefined);
    }, SAVE_AFTER_MS);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#saveTimer);
    await this.#running?.catch(() => undefined);
    if (this.#cache.dirty) await this.#cache.save().catch(() => undefined);
  }
}
