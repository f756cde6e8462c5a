/** Everything one schedule happens in: time, people, devices, a server, and the log of what happened. */
import type { UserId } from "../../src/domain/ids.ts";
import { openDeviceStore } from "../../src/store/deviceStore.ts";
import { withSteadyClock } from "../../src/store/steadyClock.ts";
import { type Base, makeBase, START_MS } from "./base.ts";
import { Network, type Tamper } from "./network.ts";
import { makeRandom, type Random } from "./random.ts";
import { type DeviceParts, SimDevice } from "./simDevice.ts";
import { SimServer, type WrapStore } from "./simServer.ts";
import { VirtualTime } from "./virtualTime.ts";
import { Witness } from "./witness.ts";

/** What a test may replace to show that the simulation would notice. */
export type Parts = DeviceParts & {
  /** How likely a device is to die, in each step. */
  readonly crash: number;
  readonly wrapStore: (world: { time: VirtualTime; random: Random; base: Base }) => WrapStore;
  /** For one device, what it changes in replies; a hostile server. */
  readonly tamper: ((device: SimDevice, witness: Witness) => Tamper | undefined) | undefined;
};

export const HONEST: Parts = {
  crash: 0.03,
  openStore: openDeviceStore,
  wrapStorage: withSteadyClock,
  wrapStore: () => (store) => store,
  tamper: undefined,
};

export type World = {
  readonly seed: number;
  readonly crash: number;
  readonly base: Base;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly server: SimServer;
  readonly devices: readonly SimDevice[];
  readonly participants: readonly UserId[];
  readonly witness: Witness;
  readonly log: string[];
  note(text: string): void;
};

export async function makeWorld(seed: number, parts: Parts): Promise<World> {
  const base = await makeBase();
  const time = new VirtualTime(START_MS, seed);
  const random = makeRandom(seed);
  const witness = new Witness();
  const log: string[] = [];
  const note = (text: string) =>
    void log.push(`${((time.nowMs - START_MS) / 1000).toFixed(3).padStart(9)} ${text}`);
  const wrap = parts.wrapStore({ time, random: random.fork("store"), base });
  const server = new SimServer(() => Math.floor(time.nowMs), random.fork("server").bytes, wrap);
  const devices = base.people.map((person) => {
    const { name } = person;
    const said = (text: string) => note(`${name} ${text}`);
    const network = new Network(server, time, random.fork(`${name} network`), said);
    const device = new SimDevice(person, network, {
      time,
      random: random.fork(`${name} keys`),
      witness,
      parts,
    });
    network.tamper = parts.tamper?.(device, witness);
    return device;
  });
  const participants = base.people
    .filter(({ name }) => name !== "outsider")
    .map(({ identity }) => identity.user);
  return {
    seed,
    crash: parts.crash,
    base,
    time,
    random: random.fork("steps"),
    server,
    devices,
    participants,
    witness,
    log,
    note,
  };
}
