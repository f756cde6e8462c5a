/**
 * `npm run bench`: compares Confer with its peers, side by side in one run, and prints tables.
 * `--write` puts them into docs/bench.md; `--count`, `--bytes`, `--rounds` and `--only storage,sync,size,typing,documents,actions` make it
 * smaller. What it compares with is installed into this folder first, apart from the product.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildAndServe } from "../ui/serveBuilt.ts";
import { benchActions } from "./actions.ts";
import { benchDocuments } from "./documents.ts";
import { writeReport } from "./report.ts";
import { benchSize } from "./size.ts";
import { benchStorage } from "./storage.ts";
import { benchSync } from "./sync.ts";
import { benchTyping } from "./typing.ts";

const HERE = import.meta.dirname;
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    bytes: { type: "string", default: "2000" },
    rounds: { type: "string", default: "5" },
    only: { type: "string", default: "storage,sync,size,typing,documents,actions" },
    contenders: { type: "string", default: "" },
    write: { type: "boolean", default: false },
  },
});
const size = { count: Number(values.count), bytes: Number(values.bytes), rounds: Number(values.rounds) };
const say = (line: string) => void process.stdout.write(`${line}\n`);

if (!existsSync(join(HERE, "node_modules"))) {
  execFileSync("npm", ["ci", "--ignore-scripts", "--prefix", HERE], { stdio: "inherit" });
}

const contenders = values.contenders.split(",").filter((name) => name !== "");
const wanted = new Set(values.only.split(","));
const sections: Record<string, string> = {};
const served = await buildAndServe(join(HERE, "vite.config.ts"));
try {
  if (wanted.has("size")) sections["size"] = await benchSize();
  if (wanted.has("documents")) {
    sections["documents"] = await benchDocuments(served.origin, size.rounds, say);
  }
  if (wanted.has("storage")) sections["storage"] = await benchStorage(served.origin, size, contenders, say);
  if (wanted.has("typing") || wanted.has("actions")) {
    execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  }
  if (wanted.has("typing")) sections["typing"] = await benchTyping(size.rounds, say);
  if (wanted.has("actions")) sections["actions"] = await benchActions(size.rounds, say);
  if (wanted.has("sync")) sections["sync"] = await benchSync(served.dir, size, say);
} finally {
  await served.close();
}
for (const [name, text] of Object.entries(sections)) say(`\n## ${name}\n\n${text}`);
if (values.write) writeReport(sections, size);
