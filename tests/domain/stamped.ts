/** Records stamped for the folds, by authors and devices of the test's choosing. */
import type { DeviceId, EntryId, UserId } from "../../src/domain/ids.ts";
import { idFromBytes } from "../../src/domain/ids.ts";
import type { Role } from "../../src/domain/roles.ts";
import type { Stamped } from "../../src/domain/records/record.ts";

const numbered = (kind: number, number: number) =>
  Uint8Array.from({ length: 16 }, (_, i) =>
    i === 0 ? kind : i > 11 ? (number >> (8 * (15 - i))) & 0xff : 0,
  );

export const userId = (number: number): UserId => idFromBytes(numbered(1, number));
export const deviceId = (number: number): DeviceId => idFromBytes(numbered(2, number));
export const entryId = (number: number): EntryId => idFromBytes(numbered(3, number));

export type StampParts = {
  readonly ms?: number;
  readonly counter?: number;
  readonly who?: number;
  readonly entry?: number;
  /** What they were then: a co-ordinator unless told otherwise. */
  readonly roles?: readonly Role[];
};

/** Each record a minute after the one before, unless told otherwise. */
export function makeStamper() {
  let made = 0;
  return <T>(record: T, parts: StampParts | number = {}): Stamped<T> => {
    made += 1;
    const given = typeof parts === "number" ? {} : parts;
    const { ms = made * 60_000, counter = 0, who = 1, entry = made, roles = ["coordinator"] } = given;
    return {
      id: entryId(entry),
      author: userId(who),
      device: deviceId(who),
      roles,
      at: { ms, counter },
      record,
    };
  };
}
