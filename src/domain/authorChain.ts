/**
 * The chain that each device's content entries form within a scope. It shows what is missing: an entry
 * withheld or not yet arrived leaves a gap, and a device that wrote two histories is seen to have done so.
 */
import type { EntryHash } from "./ids.ts";

export type ChainLink = {
  readonly seq: number;
  readonly hash: EntryHash;
  readonly prev: EntryHash | undefined;
};

/** `last` is the end of the unbroken run; `ahead` holds links whose forerunners are not here. */
export type AuthorChain = {
  readonly last: ChainLink | undefined;
  readonly ahead: readonly ChainLink[];
  /** The unbroken run, from the first: a second history is seen however late it comes. */
  readonly hashes: readonly EntryHash[];
};

export const EMPTY_CHAIN: AuthorChain = { last: undefined, ahead: [], hashes: [] };

/** The chain with one more link, in whatever order links arrive. `forked`: it contradicts one already held. */
export function extendChain(chain: AuthorChain, link: ChainLink): { chain: AuthorChain; forked: boolean } {
  const lastSeq = chain.last?.seq ?? 0;
  if (link.seq <= lastSeq) return { chain, forked: chain.hashes[link.seq - 1] !== link.hash };
  const twin = chain.ahead.find((other) => other.seq === link.seq);
  if (twin) return { chain, forked: twin.hash !== link.hash };

  let last = chain.last;
  const run: EntryHash[] = [];
  let ahead = [...chain.ahead, link].toSorted((a, b) => a.seq - b.seq);
  while (ahead[0] && ahead[0].seq === (last?.seq ?? 0) + 1 && ahead[0].prev === last?.hash) {
    last = ahead[0];
    run.push(last.hash);
    ahead = ahead.slice(1);
  }
  const next = ahead[0];
  const contradicts = next !== undefined && next.seq === (last?.seq ?? 0) + 1;
  const hashes = run.length > 0 ? [...chain.hashes, ...run] : chain.hashes;
  return { chain: { last, ahead, hashes }, forked: contradicts };
}

/** How many entries are known to be missing: those between the unbroken run and the newest held. */
export function gapOf(chain: AuthorChain): number {
  const newest = chain.ahead.at(-1);
  return newest ? newest.seq - (chain.last?.seq ?? 0) - chain.ahead.length : 0;
}
