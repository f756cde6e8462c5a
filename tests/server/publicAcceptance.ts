/** What every store must do with what is beside the entries: papers, public lists of dates, and notices. Part of storeAcceptance.ts. */
import { expect, test } from "vitest";
import type { Store } from "../../src/server/store/port.ts";
import { newId, random, type TestPartnership } from "../support/entries.ts";
import { noticesAcceptance } from "./noticesAcceptance.ts";
import { paperAcceptance } from "./paperAcceptance.ts";

type World = { readonly store: Store; readonly of: TestPartnership };

/** All that a store keeps and is no entry. */
export function besideEntries(world: () => World): void {
  paperAcceptance(world);
  publicAcceptance(world);
  noticesAcceptance(world);
}

function publicAcceptance(world: () => World): void {
  test("gives back a public list by its address alone, and the newest of two", async () => {
    const { store, of } = world();
    const [first, second] = [random(40), random(50)];
    expect(await store.publicList("ash")).toBeUndefined();
    expect(await store.putPublic(of.partnership, "ash", first)).toBe("stored");
    expect(await store.publicList("ash")).toEqual(first);
    expect(await store.putPublic(of.partnership, "ash", second)).toBe("stored");
    expect(await store.publicList("ash")).toEqual(second);
  });

  test("leaves another partnership's address alone, whether to replace or to remove", async () => {
    const { store, of } = world();
    const list = random(40);
    await store.putPublic(of.partnership, "ash", list);
    const other = newId<typeof of.partnership>();
    expect(await store.putPublic(other, "ash", random(9))).toBe("taken");
    await store.removePublic(other, "ash");
    expect(await store.publicList("ash")).toEqual(list);
    await store.removePublic(of.partnership, "ash");
    expect(await store.publicList("ash")).toBeUndefined();
    expect(await store.putPublic(other, "ash", random(9))).toBe("stored");
  });

  test("keeps fifty lists of a partnership, and replaces one of them still", async () => {
    const { store, of } = world();
    for (let n = 0; n < 50; n++) await store.putPublic(of.partnership, `list-${n}`, random(4));
    expect(await store.putPublic(of.partnership, "one-more", random(4))).toBe("full");
    expect(await store.putPublic(of.partnership, "list-7", random(4))).toBe("stored");
    expect(await store.putPublic(newId(), "another", random(4))).toBe("stored");
  });
}
