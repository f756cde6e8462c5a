/** A grant that the server refuses: made again after the one that came first, and never before that one is here. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Outgoing, type RefusedChange } from "../../src/app/outgoing.ts";
import { Seen } from "../../src/app/seen.ts";
import type { Entry } from "../../src/domain/entry.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import { openDeviceStore, type DeviceStore } from "../../src/store/deviceStore.ts";
import type { Pushed } from "../../src/sync/replicate.ts";
import { makePerson, newId, onWire, TestPartnership, type TestPerson, verifier } from "../support/entries.ts";
import { entryHash } from "../../src/domain/membership/apply.ts";
import { makeDisk, newProfile } from "../store/disks.ts";

let store: DeviceStore;
let outgoing: Outgoing;
let remade: RefusedChange[];
let of: TestPartnership;
let lead: TestPerson;
let scope: ScopeId;

beforeEach(async () => {
  store = await openDeviceStore(newProfile(), makeDisk());
  remade = [];
  outgoing = new Outgoing(store, new Seen(store.local), Date.now, (change) => {
    remade.push(change);
    return Promise.resolve();
  });
  of = new TestPartnership();
  lead = makePerson();
  of.found(lead);
  scope = newId<ScopeId>();
  await keep(of.open(lead, scope).entry);
});
afterEach(() => store.close());

const keep = ({ header, bytes }: Entry) =>
  store.add([
    { id: header.id, scope: header.scope, bytes, hash: entryHash({ header, bytes } as Entry, verifier) },
  ]);
const grant = () => of.attempt(() => of.grant(lead, scope, makePerson(), "read"));
const refusal = (entry: Entry): Pushed => ({
  id: entry.header.id,
  scope,
  entry: onWire(entry),
  result: { outcome: "refused", reason: "head-moved" },
});
const waits = async (entry: Entry) => (await store.unsentIds()).has(entry.header.id);

describe("a grant that the server refuses since another came first", () => {
  it("waits while the other one is not here, however often it is refused", async () => {
    const mine = grant();
    await keep(mine);
    await outgoing.take([refusal(mine)]);
    await outgoing.take([refusal(mine)]);
    await outgoing.remakeOvertaken();
    expect(remade).toEqual([]);
    expect(await waits(mine)).toBe(true);
    expect(await store.local.refused.count()).toBe(0);
  });

  it("is made again, once, when the other one has come", async () => {
    const [mine, theirs] = [grant(), grant()];
    await keep(mine);
    await outgoing.take([refusal(mine)]);
    await keep(theirs);
    await Promise.all([outgoing.remakeOvertaken(), outgoing.remakeOvertaken()]);
    expect(remade.map(({ id }) => id)).toEqual([mine.header.id]);
    expect(await waits(mine)).toBe(false);
  });

  it("is made again at once where the other one is here already", async () => {
    const [mine, theirs] = [grant(), grant()];
    await keep(theirs);
    await keep(mine);
    await outgoing.take([refusal(mine)]);
    expect(remade.map(({ id }) => id)).toEqual([mine.header.id]);
  });
});
