/** Type-checks every context with its own libraries: what must not touch the DOM is compiled without it. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const projects = readdirSync("src", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join("src", entry.name, "tsconfig.json"))
  .filter((path) => existsSync(path))
  .concat("tests/tsconfig.json");

let failed = 0;
for (const project of projects) {
  const run = spawnSync("tsc", ["-p", project], { stdio: "inherit" });
  if (run.status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
