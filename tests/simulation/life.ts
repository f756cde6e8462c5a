/**
 * One run of the app on a device, from opening to closing or to its sudden end.
 *
 * [Note: death] A device may die at any await that touches disk, keys or network: there `through` counts, and
 * when the fuse is burnt the promise never settles. What the dead run does afterwards it does in memory only:
 * its disk takes no more writes, its transactions are aborted, its requests are not sent. So to the rest of the
 * world it is a process that was killed there, and the next run opens what lies on the disk.
 */
import type { DBCore, Dexie } from "dexie";
import type { RxStorage } from "rxdb/plugins/core";
import { filter } from "rxjs";

const never = new Promise<never>(() => undefined);

export class Life {
  #alive = true;
  #fuse = Infinity;
  readonly #ends = new Set<() => void>();
  readonly ended: Promise<void>;

  constructor() {
    this.ended = new Promise((resolve) => this.#ends.add(resolve));
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** It will die at the `points`-th await point from now. */
  arm(points: number): void {
    this.#fuse = Math.min(this.#fuse, points);
  }

  disarm(): void {
    this.#fuse = Infinity;
  }

  onEnd(end: () => void): void {
    this.#ends.add(end);
  }

  die(): void {
    if (!this.#alive) return;
    this.#alive = false;
    for (const end of this.#ends) end();
  }

  /** Passes one await point: false when the device is dead, or dies here. */
  pass(): boolean {
    if (this.#alive && --this.#fuse <= 0) this.die();
    return this.#alive;
  }

  /** An operation with an await point on either side. */
  through<T>(work: () => PromiseLike<T>): PromiseLike<T> {
    if (!this.pass()) return never;
    return work().then(
      (value) => (this.pass() ? value : never),
      (error: unknown) => {
        if (!this.pass()) return never;
        throw error;
      },
    );
  }
}

const METHODS = ["bulkWrite", "findDocumentsById", "query", "count", "getChangedDocumentsSince"] as const;

/** RxDB's storage on a device that may die. */
export function mortalStorage<Internals, Options>(
  storage: RxStorage<Internals, Options>,
  life: Life,
): RxStorage<Internals, Options> {
  return {
    ...storage,
    async createStorageInstance(params) {
      const instance = await life.through(() => storage.createStorageInstance(params));
      const open = instance as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      for (const method of METHODS) {
        const call = open[method]?.bind(instance);
        if (call) open[method] = (...args) => Promise.resolve(life.through(() => call(...args)));
      }
      const changes = instance.changeStream.bind(instance);
      instance.changeStream = () => changes().pipe(filter(() => life.alive));
      return instance;
    },
  };
}

type Row = { document: { _meta: { lwt: number } } };

/**
 * RxDB stamps writes with the time of the process, which the simulated devices share: this puts the device's own
 * clock in its place. As in a real process, no stamp is given twice while it runs; a new run knows no older one.
 */
export function deviceClock<Internals, Options>(
  storage: RxStorage<Internals, Options>,
  now: () => number,
): RxStorage<Internals, Options> {
  let last = 0;
  const stamp = () => (last = Math.max(Math.floor(now()) + 0.01, Math.round(last * 100 + 1) / 100));
  return {
    ...storage,
    async createStorageInstance(params) {
      const instance = await storage.createStorageInstance(params);
      const write = instance.bulkWrite.bind(instance);
      instance.bulkWrite = (rows, context) => {
        for (const { document } of rows as unknown as Row[])
          document._meta = { ...document._meta, lwt: stamp() };
        return write(rows, context);
      };
      return instance;
    },
  };
}

/** A Dexie addon: the local store on a device that may die. Death aborts what was not committed. */
export function mortalDexie(life: Life): (db: Dexie) => void {
  const open = new Set<IDBTransaction>();
  life.onEnd(() => {
    for (const each of open) {
      each.onabort = each.onerror = each.oncomplete = null;
      try {
        each.abort();
      } catch {
        // Committed already.
      }
    }
  });
  const guard = <T extends object>(table: T): T =>
    new Proxy(table, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) =>
          life.through(() => (value as (...a: unknown[]) => PromiseLike<unknown>)(...args));
      },
    });
  return (db) =>
    void db.use({
      stack: "dbcore",
      name: "mortal",
      create: (core: DBCore) => ({
        ...core,
        transaction(...args: Parameters<DBCore["transaction"]>) {
          const made = core.transaction(...args) as IDBTransaction;
          open.add(made);
          const over = () => void open.delete(made);
          made.addEventListener("complete", over);
          made.addEventListener("abort", over);
          return made;
        },
        table: (name: string) => guard(core.table(name)),
      }),
    });
}
