/**
 * Two writers and a reader in the order that loses an entry where numbers are given out before the commit:
 * the first takes its number and waits; the second takes the next and commits; the reader pulls, and its
 * checkpoint passes the first; the first commits. The reader pulls again.
 */
export type Race = {
  /** Writes one of two entries, waits for `beforeCommit`, commits, and answers its number. */
  readonly write: (which: 0 | 1, beforeCommit: Promise<void>) => Promise<number>;
  /** The numbers of what is visible beyond a checkpoint. */
  readonly pull: (after: number) => Promise<number[]>;
};

/** Long enough for an unhindered second writer to commit; one that waits for the first takes longer anyway. */
const HEAD_START_MS = 150;
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** The numbers the reader never saw, though both were committed. */
export async function raceTwoWriters({ write, pull }: Race): Promise<number[]> {
  const gate = Promise.withResolvers<void>();
  const first = write(0, gate.promise);
  await pause(HEAD_START_MS);
  const second = write(1, Promise.resolve());
  await Promise.race([second, pause(HEAD_START_MS)]);
  const seen = await pull(0);
  gate.resolve();
  const written = await Promise.all([first, second]);
  seen.push(...(await pull(Math.max(0, ...seen))));
  return written.filter((seq) => !seen.includes(seq));
}
