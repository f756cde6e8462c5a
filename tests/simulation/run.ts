/** `npm run sim [-- --seed N] [--schedules N]`: runs schedules and prints what went wrong, or one seed's log. */
import { parseArgs } from "node:util";
import { simulate } from "./simulate.ts";

const { values } = parseArgs({
  options: { seed: { type: "string" }, schedules: { type: "string" }, from: { type: "string" } },
});
const print = (line: string) => void process.stdout.write(`${line}\n`);
const started = performance.now();

if (values.seed !== undefined && values.schedules === undefined) {
  const result = await simulate(Number(values.seed));
  for (const line of result.log) print(line);
  for (const problem of result.problems) print(`PROBLEM ${problem}`);
  print(
    `seed ${result.seed}: ${result.problems.length} problems, ${result.entries} entries, ${result.rounds ?? "no end of"} quiet rounds, ${result.size} timers`,
  );
  process.exitCode = result.problems.length > 0 ? 1 : 0;
} else {
  const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const count = Number(values.schedules ?? 100);
  let failed = 0;
  for (let seed = first; seed < first + count; seed++) {
    const result = await simulate(seed);
    if (result.problems.length === 0) continue;
    failed += 1;
    print(`seed ${seed}${result.restored ? " (restored)" : ""}: ${result.problems.join("; ").slice(0, 600)}`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(`${count} schedules from seed ${first}: ${failed} failed, ${seconds} s`);
  process.exitCode = failed > 0 ? 1 : 0;
}
