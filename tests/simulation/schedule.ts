/** One schedule: about twenty steps of people at work while things fail, then everything heals and settles. */
import { act } from "./actions.ts";
import { CALM } from "./network.ts";
import type { SimDevice } from "./simDevice.ts";
import type { World } from "./world.ts";

export const STEPS = 20;
const OFFLINE = 0.08;
const SERVER_RESTART = 0.02;
/** One schedule in five has a server that comes back from a backup. */
const RESTORES = 0.2;
const CLOCK_JUMP = 0.04;
const DAY_MS = 86_400_000;
/** Await points within which an armed device dies: a write and its push pass about forty. */
const FUSE = 60;
export const MAX_QUIET_ROUNDS = 20;

type Plan = { readonly restoreAt: number | undefined; readonly copyAt: number };

export async function work(world: World): Promise<{ restored: boolean }> {
  const { random, devices, server, base } = world;
  await server.start(base.database);
  for (const device of devices) if (random.chance(0.5)) device.skewMs = random.below(2 * DAY_MS) - DAY_MS;
  for (const device of devices) await ensureOpen(world, device);
  for (const device of devices) await device.session?.syncNow();
  const restores = random.chance(RESTORES);
  const restoreAt = restores ? 8 + random.below(STEPS - 8) : undefined;
  const plan: Plan = { restoreAt, copyAt: restoreAt === undefined ? -1 : restoreAt - 1 - random.below(6) };
  let backup: Uint8Array | undefined;
  let restored = false;
  const busy = new Map<SimDevice, Promise<void>>();
  for (let step = 0; step < STEPS; step++) {
    if (step === plan.copyAt && server.up) backup = server.copy();
    for (const device of devices) await disturb(world, device);
    if (step === plan.restoreAt && backup) {
      await restart(world, backup);
      restored = true;
    } else if (random.chance(SERVER_RESTART)) await restart(world, undefined);
    const device = random.pick(devices.slice(0, 3));
    const before = busy.get(device) ?? Promise.resolve();
    busy.set(
      device,
      before.then(() => doOne(world, device, step + 1, !restored)),
    );
    await world.time.sleep(random.below(4_000));
  }
  await heal(world);
  await Promise.all(busy.values());
  return { restored };
}

/** The small disasters of a step, on one device. */
async function disturb(world: World, device: SimDevice): Promise<void> {
  const { random, note } = world;
  const { name } = device.person;
  if (random.chance(OFFLINE)) {
    device.network.setOnline(!device.network.online);
    note(`${name} ${device.network.online ? "online" : "offline"}`);
  }
  if (random.chance(CLOCK_JUMP)) {
    device.skewMs = random.below(2 * DAY_MS) - DAY_MS;
    note(`${name} clock ${Math.round(device.skewMs / 60_000)} min`);
  }
  if (device.life.alive && device.session && random.chance(world.crash)) {
    device.life.arm(1 + random.below(FUSE));
    note(`${name} armed`);
  }
  if (!device.life.alive && random.chance(0.5)) await ensureOpen(world, device);
}

async function ensureOpen(world: World, device: SimDevice): Promise<void> {
  if (device.life.alive && device.session) return;
  device.sweep();
  const opened = await device.open();
  world.note(`${device.person.name} ${opened ? "opened" : "died opening"}`);
  const { life } = device;
  life.onEnd(() => {
    device.sweep();
    world.note(`${device.person.name} crashed`);
  });
}

async function restart(world: World, backup: Uint8Array | undefined): Promise<void> {
  const { server, note, time, random } = world;
  const now = await server.stop();
  note(backup ? "server down, its disk lost" : "server down");
  await time.sleep(random.below(3_000));
  await server.start(backup ?? now);
  note(backup ? "server restored from a copy" : "server up");
}

async function doOne(world: World, device: SimDevice, action: number, mayShare: boolean): Promise<void> {
  const { witness, random, participants, note } = world;
  const { session, life, person } = device;
  if (!session || !life.alive) return;
  witness.doing.set(person.name, action);
  let texts = 0;
  const token = () => `${person.name} ${action}.${texts++}`;
  const scene = { session, random, me: person.identity.user, participants, token, mayShare };
  const started = act(scene);
  if (!started) return note(`${person.name} ${action}: nothing to do`);
  const finished = await Promise.race([started, life.ended]);
  if (!finished || !life.alive) return note(`${person.name} ${action}: cut short`);
  const { what, outcome, shared } = finished;
  note(`${person.name} ${action}: ${what}, ${outcome.ok ? "done" : outcome.problem.kind}`);
  if (!outcome.ok) return;
  witness.done.add(action);
  witness.shared.push(...(shared ?? []));
}

/** From here on nothing fails. Clocks stay as wrong as they are. */
async function heal(world: World): Promise<void> {
  world.note("healed");
  if (!world.server.up) throw new Error("heal: the server is down");
  for (const device of world.devices) {
    device.network.weather = CALM;
    device.network.setOnline(true);
    device.life.disarm();
    await ensureOpen(world, device);
  }
}

/** Rounds of syncing until nothing changes any more; the number needed, or undefined if there was no end. */
export async function settle(world: World): Promise<number | undefined> {
  let before = "";
  for (let round = 1; round <= MAX_QUIET_ROUNDS; round++) {
    for (const { session } of world.devices) await session?.syncNow();
    await world.time.sleep(31_000);
    const now = await stateOf(world);
    const unsent = world.devices.some(({ session }) => (session?.safety.value.unsent ?? 0) > 0);
    if (now === before && !unsent) return round - 1;
    before = now;
  }
  return undefined;
}

async function stateOf({ devices }: World): Promise<string> {
  const counts = devices.map(async ({ store, session }) => {
    const stored = await store?.entries.collection.count().exec();
    const { waiting, quarantined, unsent } = session?.safety.value ?? {};
    return [stored, waiting, quarantined, unsent].join("/");
  });
  return (await Promise.all(counts)).join(" ");
}
