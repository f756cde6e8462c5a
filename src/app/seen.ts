/**
 * What this device knows the server to have had: the newest seq it met, and its own entries that the server
 * acknowledged and that no pull has brought back yet. A server that lacks any of it was restored from a backup.
 */
import type { EntryId } from "../domain/ids.ts";
import type { LocalStore } from "../store/localStore.ts";
import type { PullReply } from "../sync/protocol.ts";
import type { Pushed } from "../sync/replicate.ts";

const LATEST = "latest-seq-seen";
const PULLED = "newest-seq-pulled";
const UNECHOED = "acknowledged-not-pulled";

/**
 * What was known when a pull was sent. Its reply was made then too: an entry pushed meanwhile, as by a device that has
 * just taken in a backup, is no sign that the server went back.
 */
export type Asked = { readonly ids: ReadonlySet<EntryId>; readonly latest: number };

export class Seen {
  readonly #local: LocalStore;
  #unechoed: Set<EntryId> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(local: LocalStore) {
    this.#local = local;
  }

  /** To be called before a pull is sent: what it has to bring, if it is the last page. */
  beforePull(): Promise<Asked> {
    return this.#inTurn(async () => ({
      ids: new Set(await this.#loadUnechoed()),
      latest: await this.#count(LATEST),
    }));
  }

  async #loadUnechoed(): Promise<Set<EntryId>> {
    this.#unechoed ??= new Set(((await this.#fact(UNECHOED)) as EntryId[] | undefined) ?? []);
    return this.#unechoed;
  }

  /** One answer after another: a push noted in the midst of a pull would wait for what that pull has brought. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const next = this.#last.then(task, task);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** False where the server holds less than it did. */
  afterPull(asked: Asked, reply: PullReply, isLast: boolean): Promise<boolean> {
    return this.#inTurn(() => this.#afterPull(asked, reply, isLast));
  }

  async #afterPull(asked: Asked, reply: PullReply, isLast: boolean): Promise<boolean> {
    const { entries, latest, restored } = reply;
    if (restored || latest < asked.latest) return false;
    await this.#loadUnechoed();
    await this.#raise(LATEST, latest);
    await this.#raise(PULLED, Math.max(0, ...entries.map(({ seq }) => seq)));
    await this.#change((unechoed) => entries.forEach(({ id }) => unechoed.delete(id)));
    return !isLast || [...asked.ids].every((id) => !this.#unechoed?.has(id));
  }

  afterPush(pushed: readonly Pushed[]): Promise<void> {
    return this.#inTurn(() => this.#afterPush(pushed));
  }

  async #afterPush(pushed: readonly Pushed[]): Promise<void> {
    const stored = pushed.flatMap(({ id, result }) =>
      result.outcome === "stored" ? [{ id, seq: result.seq }] : [],
    );
    if (stored.length === 0) return;
    const pulled = await this.#count(PULLED);
    await this.#loadUnechoed();
    await this.#raise(LATEST, Math.max(...stored.map(({ seq }) => seq)));
    // One that had been stored before may have been pulled before too.
    await this.#change((unechoed) => {
      for (const { id, seq } of stored) if (seq > pulled) unechoed.add(id);
    });
  }

  /** Everything is sent and pulled again from the beginning. */
  async startAgain(latest: number): Promise<void> {
    this.#unechoed = new Set();
    await this.#local.facts.bulkPut([
      { key: LATEST, value: latest },
      { key: PULLED, value: 0 },
      { key: UNECHOED, value: [] },
    ]);
  }

  async #change(change: (unechoed: Set<EntryId>) => void): Promise<void> {
    const unechoed = this.#unechoed ?? new Set();
    const before = unechoed.size;
    change(unechoed);
    // Only ever added to or taken from in one change, so that equal sizes mean nothing changed.
    if (unechoed.size !== before) await this.#local.facts.put({ key: UNECHOED, value: [...unechoed] });
  }

  async #raise(key: string, value: number): Promise<void> {
    if (value > (await this.#count(key))) await this.#local.facts.put({ key, value });
  }

  async #count(key: string): Promise<number> {
    return ((await this.#fact(key)) as number | undefined) ?? 0;
  }

  async #fact(key: string): Promise<unknown> {
    return (await this.#local.facts.get(key))?.value;
  }
}
