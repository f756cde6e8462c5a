/**
 * The open streams and whom to poke. A poke says only `RESYNC`, to every reader of a changed scope, the
 * writer included: a stream that carried documents would let RxDB drop the `RESYNC` queued behind them and
 * miss entries for good. Who reads a scope is asked of the store at every poke.
 */
import type { DeviceId } from "../domain/ids.ts";
import { RESYNC } from "../sync/protocol.ts";
import type { Change, SessionRow, Store } from "./store/port.ts";

export const HEARTBEAT_MS = 25_000;
const MAX_STREAMS = 5_000;
/** Tabs and reconnects of one device. */
const MAX_STREAMS_PER_DEVICE = 8;
const POKE = `data: ${RESYNC}\n\n`;

type Stream = {
  readonly session: SessionRow;
  readonly cookie: string;
  write(text: string): void;
  close(): void;
  isLive(): Promise<boolean>;
};

export type Hub = {
  hasRoom(device: DeviceId): boolean;
  /** Pokes once at once: whatever happened while there was no stream is thereby noticed. */
  add(stream: Stream): () => void;
  /** Closes the streams of a session that ended. */
  end(cookie: string): void;
  close(): void;
};

export function createHub(store: Store, onFault: (error: unknown) => void): Hub {
  const streams = new Set<Stream>();

  function drop(stream: Stream): void {
    if (streams.delete(stream)) stream.close();
  }

  async function tell(stream: Stream, text: string): Promise<void> {
    if (!(await stream.isLive())) drop(stream);
    else if (streams.has(stream)) stream.write(text);
  }

  async function poke(change: Change): Promise<void> {
    if (streams.size === 0) return;
    const readers = change && new Set(await store.readers(change.partnership, change.scope));
    const reached = [...streams].filter(
      ({ session }) => !change || (session.partnership === change.partnership && readers?.has(session.user)),
    );
    await Promise.all(reached.map((stream) => tell(stream, POKE)));
  }

  // Many entries of a scope arrive together; their readers need one poke.
  const pending = new Map<string, Change>();
  const stop = store.onChange((change) => {
    if (pending.size === 0) {
      setImmediate(() => {
        const changes = [...pending.values()];
        pending.clear();
        for (const each of changes) poke(each).catch(onFault);
      });
    }
    pending.set(change ? `${change.partnership}/${change.scope}` : "", change);
  });

  const beat = setInterval(() => {
    for (const stream of streams) tell(stream, ": still here\n\n").catch(onFault);
  }, HEARTBEAT_MS);
  beat.unref();

  return {
    hasRoom(device) {
      const own = [...streams].filter(({ session }) => session.device === device).length;
      return streams.size < MAX_STREAMS && own < MAX_STREAMS_PER_DEVICE;
    },
    add(stream) {
      streams.add(stream);
      stream.write(`retry: 3000\n${POKE}`);
      return () => drop(stream);
    },
    end(cookie) {
      for (const stream of streams) if (stream.cookie === cookie) drop(stream);
    },
    close() {
      stop();
      clearInterval(beat);
      for (const stream of streams) drop(stream);
    },
  };
}
