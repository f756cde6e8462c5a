/** Documents beside pdfkit and pdfmake: one browser process, one page, each in turn in every round. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rollup } from "vite";
import { inBrowser } from "./browser.ts";
import { ratioOf, showMs, showRatio, spreadOf, table } from "./figures.ts";

const MAKERS = ["confer", "pdfkit", "pdfmake"] as const;
const SAID = { confer: "Confer", pdfkit: "pdfkit", pdfmake: "pdfmake" } as const;
const NOTES = {
  confer: "whole structure; AES-256, revision 6",
  pdfkit: "whole structure; AES-256, revision 5",
  pdfmake: "no structure; AES-256, revision 5",
} as const;
const KB = 1024;

/** All that is fetched to make a document, gzip, without fonts. */
async function scriptKb(name: string): Promise<number> {
  const built = await build({
    configFile: join(import.meta.dirname, "vite.config.ts"),
    logLevel: "error",
    build: {
      write: false,
      rollupOptions: {
        input: join(import.meta.dirname, `pages/documents/${name}.ts`),
        preserveEntrySignatures: "strict",
      },
    },
  });
  const outputs = ([built].flat() as Rollup.RollupOutput[]).flatMap(({ output }) => output);
  return outputs.reduce(
    (sum, each) => sum + (each.type === "chunk" ? gzipSync(each.code).length / KB : 0),
    0,
  );
}

/** Markdown. */
export async function benchDocuments(
  origin: string,
  rounds: number,
  say: (line: string) => void,
): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), "confer-bench-"));
  try {
    const all = await inBrowser(origin, profile, "documents", rounds);
    const rows = [];
    const confer = all.filter(({ name }) => name === "confer").map(({ ms }) => ms);
    for (const name of MAKERS) {
      const runs = all.filter((each) => each.name === name);
      const ms = runs.map((run) => run.ms);
      const [first] = runs;
      if (!first) throw new Error(`${name} made nothing`);
      say(`${name}: ${showMs(spreadOf(ms))} ms`);
      rows.push([
        SAID[name],
        showMs(spreadOf(ms)),
        name === "confer" ? "" : showRatio(ratioOf(ms, confer)),
        String(first.pages),
        (first.bytes / KB).toFixed(0),
        Number.isNaN(first.firstPageMs) ? "not told" : showMs(spreadOf(runs.map((run) => run.firstPageMs))),
        (await scriptKb(name)).toFixed(0),
        NOTES[name],
      ]);
    }
    const head = [
      "",
      "ms",
      "Confer is faster by",
      "pages",
      "file, KB",
      "first page drawn after, ms",
      "script, gzip, KB",
      "what it is",
    ];
    return table(head, rows);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
