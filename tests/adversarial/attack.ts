/** The one question put to every mutant, whole or sabotaged: is it taken in although nobody wrote it? */
import fc from "fast-check";
import type { Reader } from "../../src/crypto/reader.ts";
import { type Bytes, equalBytes } from "../../src/domain/bytes.ts";
import { make, type Mutant, mutants } from "./mutants.ts";
import type { Actor, makeTwoCases } from "./world.ts";

export type Ground = ReturnType<typeof makeTwoCases>;

export const signersOf = (ground: Ground): readonly Actor[] => [
  ground.founder,
  ground.referrer,
  ground.member,
  ground.reading,
  ground.unconfirmed,
  ground.outsider,
];

/** Opened, or let into a chain, although it is not to the byte what its author wrote. */
export function isTakenIn(ground: Ground, bytes: Bytes, reader: Reader): boolean {
  if (ground.contents.some((original) => equalBytes(original.bytes, bytes))) return false;
  const { outcome } = ground.world.judge(bytes, reader);
  return outcome === "opened" || outcome === "member";
}

/** Holds while no mutant is taken in. `only` narrows the attack to one kind. */
export function noneTakenIn(
  ground: Ground,
  fresh: () => Reader,
  only?: (mutant: Mutant) => boolean,
): fc.IProperty<[Mutant]> {
  const originals = ground.contents.map((entry) => entry.bytes);
  const signers = signersOf(ground);
  const { sodium } = ground.world.craft;
  const all = mutants(originals.length, signers.length);
  return fc.property(only ? all.filter(only) : all, (mutant) => {
    return !isTakenIn(ground, make(sodium, mutant, originals, signers), fresh());
  });
}
