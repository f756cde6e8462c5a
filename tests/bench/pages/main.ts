/** The page's side of the benchmark: the runner calls these and gets milliseconds. */
import "./noEval.ts";
import { confer } from "./confer.ts";
import { pushConfer, pullConfer } from "./conferSync.ts";
import type { Contender } from "./contender.ts";
import { plainDexie, pouch, rxdbCryptoJs } from "./peers.ts";
import { pullPouch, pushPouch } from "./pouchSync.ts";
import { documents } from "./documents.ts";
import { makeRecord, makeRecords } from "./records.ts";

const CONTENDERS = {
  dexie: plainDexie,
  "confer-distinct": () => confer("distinct"),
  "confer-cases": () => confer("cases"),
  "rxdb-cryptojs": rxdbCryptoJs,
  "pouch-crypto": () => pouch(false),
  "pouch-plain": () => pouch(true),
} satisfies Record<string, () => Contender>;
export type ContenderName = keyof typeof CONTENDERS;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** Fills an empty profile: `count` records at once, then `saves` one by one. */
async function fill(name: ContenderName, count: number, bytes: number, saves: number) {
  const contender = CONTENDERS[name]();
  await contender.prepare();
  await contender.open();
  await contender.unlock();
  const records = makeRecords(0, count, bytes);
  const insertMs = await timed(() => contender.insert(records));
  const each: number[] = [];
  for (let i = 0; i < saves; i++) {
    const record = makeRecord(count + i, bytes);
    each.push(await timed(() => contender.save(record)));
  }
  await contender.settle();
  await contender.close();
  return { insertMs, saveMs: median(each) };
}

/** Opens a profile filled before, in a process that has not seen it. */
async function open(name: ContenderName) {
  const contender = CONTENDERS[name]();
  const prepareMs = await timed(() => contender.prepare());
  const openMs = await timed(() => contender.open());
  const unlockMs = await timed(() => contender.unlock());
  let all: readonly unknown[] = [];
  const readMs = await timed(async () => (all = await contender.readAll()));
  const chars = all.reduce<number>((sum, each) => sum + JSON.stringify(each).length, 0);
  await contender.close();
  return { prepareMs, openMs, unlockMs, readMs, records: all.length, chars };
}

const bench = { fill, open, pushConfer, pullConfer, pushPouch, pullPouch, documents };
export type Bench = typeof bench;
Object.assign(globalThis, { bench });
