/** Runs one schedule from its seed and says what it found. */
import "./virtualTime.ts";
import {
  checkCache,
  checkEqual,
  checkNarrative,
  checkOpened,
  checkSessions,
  checkWritten,
  hold,
  liveFiles,
  serverTruth,
} from "./checks.ts";
import { settle, work } from "./schedule.ts";
import { HONEST, makeWorld, type Parts, type World } from "./world.ts";

export type Result = {
  readonly seed: number;
  readonly problems: readonly string[];
  readonly log: readonly string[];
  readonly rounds: number | undefined;
  readonly restored: boolean;
  /** Timers run: how much happened. */
  readonly size: number;
  readonly entries: number;
};

/** Let the libraries' own queues empty before the next schedule. */
const AFTER_MS = 1_000;

export async function simulate(seed: number, parts: Partial<Parts> = {}): Promise<Result> {
  const world = await makeWorld(seed, { ...HONEST, ...parts });
  try {
    return await world.time.run(() => run(world), AFTER_MS);
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      seed,
      problems: [said],
      log: world.log,
      rounds: undefined,
      restored: false,
      size: world.time.ran,
      entries: 0,
    };
  } finally {
    for (const device of world.devices) device.sweep();
    world.server.remove();
  }
}

async function run(world: World): Promise<Result> {
  const { restored } = await work(world);
  const rounds = await settle(world);
  const problems = checkSessions(world);
  if (rounds === undefined) problems.push("it did not settle");
  const live = liveFiles(world);
  for (const device of world.devices) await device.close();
  const truth = await readServer(world);
  const held = [];
  for (const device of world.devices) held.push(await hold(device));
  for (const each of held) problems.push(...(await checkCache(each)));
  problems.push(
    ...checkEqual(world, held, truth, live),
    ...checkWritten(world, held, truth),
    ...checkOpened(world, truth),
    ...checkNarrative(world, held, truth),
    ...world.server.faults.map((fault) => `the server failed: ${String(fault)}`),
  );
  const { seed, log, time } = world;
  const entries = world.witness.written.size;
  return { seed, problems: [...new Set(problems)], log, rounds, restored, size: time.ran, entries };
}

async function readServer(world: World): Promise<ReturnType<typeof serverTruth>> {
  const database = await world.server.stop();
  return serverTruth(world.server.put(database));
}
