import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AuthorChain,
  type ChainLink,
  EMPTY_CHAIN,
  extendChain,
  gapOf,
} from "../../src/domain/authorChain.ts";
import type { EntryHash } from "../../src/domain/ids.ts";

/** A device's links 1 … `length`; from `turn` on, those of a second history. */
const makeLinks = (length: number, turn = Infinity): ChainLink[] =>
  Array.from({ length }, (_, i) => {
    const hashOf = (seq: number) => `${seq}${seq >= turn ? "b" : "a"}` as EntryHash;
    const seq = i + 1;
    return { seq, hash: hashOf(seq), prev: seq === 1 ? undefined : hashOf(seq - 1) };
  });

function extendAll(links: readonly ChainLink[], from = EMPTY_CHAIN): { chain: AuthorChain; forked: boolean } {
  return links.reduce<{ chain: AuthorChain; forked: boolean }>(
    (before, link) => {
      const { chain, forked } = extendChain(before.chain, link);
      return { chain, forked: before.forked || forked };
    },
    { chain: from, forked: false },
  );
}

const length = fc.integer({ min: 1, max: 12 });
/** The links in any order, each however often. */
const arrivals = (links: readonly ChainLink[]) =>
  fc
    .tuple(fc.shuffledSubarray([...links], { minLength: links.length }), fc.array(fc.constantFrom(...links)))
    .chain(([all, again]) =>
      fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
    );

describe("a device's chain", () => {
  it("comes out the same in whatever order its links arrive, each however often, and whole", () => {
    const plan = length.chain((size) => fc.tuple(fc.constant(makeLinks(size)), arrivals(makeLinks(size))));
    fc.assert(
      fc.property(plan, ([links, arriving]) => {
        const { chain, forked } = extendAll(arriving);
        expect(chain).toEqual(extendAll(links).chain);
        expect(forked).toBe(false);
        expect(gapOf(chain)).toBe(0);
        expect(chain.last?.seq).toBe(links.length);
        expect(chain.ahead).toEqual([]);
      }),
    );
  });

  it("counts what is missing between what is here, and nothing after the newest", () => {
    const plan = length.chain((size) => fc.tuple(fc.constant(size), fc.shuffledSubarray(makeLinks(size))));
    fc.assert(
      fc.property(plan, ([, held]) => {
        const newest = Math.max(0, ...held.map((link) => link.seq));
        const { chain, forked } = extendAll(held);
        expect(gapOf(chain)).toBe(newest - held.length);
        expect(forked).toBe(false);
      }),
    );
  });

  it("shows a second history, whichever comes first, however they are mixed, and however short it is", () => {
    const plan = fc
      .tuple(fc.integer({ min: 2, max: 8 }), fc.nat(), fc.integer({ min: 1, max: 8 }))
      .map(([size, at, length]) => ({ size, turn: 1 + (at % size), length }))
      .chain(({ size, turn, length }) =>
        arrivals([...makeLinks(size), ...makeLinks(size, turn).slice(turn - 1, turn - 1 + length)]),
      );
    fc.assert(
      fc.property(plan, (arriving) => {
        expect(extendAll(arriving).forked).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("shows a link that names another forerunner", () => {
    const [one, two] = makeLinks(2) as [ChainLink, ChainLink];
    const stray = { ...two, prev: "x" as EntryHash };
    expect(extendAll([one, stray]).forked).toBe(true);
    expect(extendAll([stray, one]).forked).toBe(true);
    expect(extendAll([one, two]).forked).toBe(false);
  });

  it("would miss both without looking back: the tests above can fail", () => {
    // The newest number wins, whatever it follows and whatever was there.
    const careless = (chain: AuthorChain, link: ChainLink): AuthorChain =>
      link.seq > (chain.last?.seq ?? 0) ? { ...chain, last: link } : chain;
    const links = [...makeLinks(3), ...makeLinks(3, 2).slice(1)];
    const chain = links.reduce(careless, EMPTY_CHAIN);
    expect(gapOf(chain)).toBe(0);
    expect(extendAll(links).forked).toBe(true);
  });

  it("survives numbers that only a hostile device would give", () => {
    const far = { seq: 0xffff_ffff, hash: "far" as EntryHash, prev: "z" as EntryHash };
    const { chain } = extendAll([...makeLinks(2), far]);
    expect(chain.last?.seq).toBe(2);
    expect(gapOf(chain)).toBe(0xffff_ffff - 3);
  });
});
