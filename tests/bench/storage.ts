/** Storage: bulk insert, one save, and opening everything in a new browser process on the same profile. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inBrowser } from "./browser.ts";
import { ratioOf, showMs, showRatio, spreadOf, table } from "./figures.ts";
import type { ContenderName } from "./pages/main.ts";

const LABELS: Record<ContenderName, string> = {
  dexie: "Dexie, nothing encrypted",
  "confer-distinct": "Confer, every record in memory",
  "confer-cases": "Confer, 200 cases, half of the records history",
  "rxdb-cryptojs": "RxDB on Dexie with its CryptoJS plugin",
  "pouch-crypto": "PouchDB with crypto-pouch",
  "pouch-plain": "PouchDB, nothing encrypted",
};
const ALL = Object.keys(LABELS) as ContenderName[];
const SAVES = 50;

export type Round = { insertMs: number; saveMs: number; coldMs: number; keyMs: number };
export type Size = { readonly count: number; readonly bytes: number; readonly rounds: number };

async function oneRound(origin: string, name: ContenderName, { count, bytes }: Size): Promise<Round> {
  const profile = mkdtempSync(join(tmpdir(), "confer-bench-"));
  try {
    const filled = await inBrowser(origin, profile, "fill", name, count, bytes, SAVES);
    const opened = await inBrowser(origin, profile, "open", name);
    const all = count + SAVES;
    // Of the cases, half of the fields were answered twice: what is in memory is the newer half, and the saves.
    const least = name === "confer-cases" ? count / 2 : all;
    if (opened.records < least || opened.chars < least * bytes * 0.95)
      throw new Error(`${name}: read ${opened.records} records, ${opened.chars} characters`);
    const keyMs = name.startsWith("confer") ? opened.prepareMs : opened.unlockMs;
    return { ...filled, coldMs: opened.openMs + opened.readMs, keyMs };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Markdown. `say` is told of each round as it ends. */
export async function benchStorage(
  origin: string,
  size: Size,
  names: readonly string[],
  say: (line: string) => void,
): Promise<string> {
  const chosen = ALL.filter((name) => names.length === 0 || names.includes(name));
  const rounds = new Map<ContenderName, Round[]>(chosen.map((name) => [name, []]));
  for (let i = 0; i < size.rounds; i++) {
    // Turned by one each round, so that nobody always follows the same one.
    for (const name of [...chosen.slice(i % chosen.length), ...chosen.slice(0, i % chosen.length)]) {
      const round = await oneRound(origin, name, size);
      rounds.get(name)?.push(round);
      const figures = Object.entries(round).map(([key, ms]) => `${key} ${ms.toFixed(1)}`);
      say(`storage ${i + 1}/${size.rounds} ${name}: ${figures.join(", ")}`);
    }
  }
  return storageReport(rounds);
}

/** The tables, as Markdown. */
export function storageReport(rounds: ReadonlyMap<ContenderName, readonly Round[]>): string {
  const of = (name: ContenderName, key: keyof Round) => (rounds.get(name) ?? []).map((round) => round[key]);
  const cell = (name: ContenderName, key: keyof Round) =>
    `${showMs(spreadOf(of(name, key)))}; ${showRatio(ratioOf(of(name, key), of("dexie", key)))}`;
  const rows = [...rounds.keys()].map((name) => [
    LABELS[name],
    cell(name, "insertMs"),
    cell(name, "saveMs"),
    cell(name, "coldMs"),
    showMs(spreadOf(of(name, "keyMs"))),
  ]);
  const faster = (["rxdb-cryptojs", "pouch-crypto"] as const).map(
    (peer) =>
      `Cold open, Confer with every record in memory against ${LABELS[peer]}: ${showRatio(
        ratioOf(of(peer, "coldMs"), of("confer-distinct", "coldMs")),
      )} faster (aim: at least 3 ×).`,
  );
  const plain = showRatio(ratioOf(of("confer-distinct", "coldMs"), of("dexie", "coldMs")));
  return [
    table(["", "insert, ms", "one save, ms", "cold open, ms", "key, ms"], rows),
    "",
    `- Cold open, Confer with every record in memory against plain Dexie: ${plain} its time (aim: at most 1.0 ×).`,
    ...faster.map((line) => `- ${line}`),
  ].join("\n");
}
