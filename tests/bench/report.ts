/** Puts the tables into docs/bench.md, between marks; what stands around them is written by hand. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release } from "node:os";
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { chromiumPath } from "../support/chromium.ts";
import type { Size } from "./storage.ts";

const REPORT = resolve(import.meta.dirname, "../../docs/bench.md");

function conditions({ count, bytes, rounds }: Size): string {
  const browser = execFileSync(chromiumPath(), ["--version"], { encoding: "utf8" }).trim();
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(", ");
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Linux ${release()}`;
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return [
    `${day}. ${count.toLocaleString("en-GB")} records of ${bytes.toLocaleString("en-GB")} bytes, ${rounds === 1 ? "one round" : `${rounds} rounds`}.`,
    `${browser}, Node ${process.versions.node}. ${machine}. Load average at the end (1, 5, 15 minutes): ${load}.`,
  ].join("\n");
}

export function writeReport(sections: Readonly<Record<string, string>>, size: Size): void {
  let text = readFileSync(REPORT, "utf8");
  for (const [name, body] of Object.entries({ ...sections, conditions: conditions(size) })) {
    const marked = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- end ${name} -->)`);
    if (!marked.test(text)) throw new Error(`docs/bench.md has no place for "${name}"`);
    text = text.replace(marked, (_, start: string, end: string) => `${start}\n${body}\n\n${end}`);
  }
  writeFileSync(REPORT, text);
}
