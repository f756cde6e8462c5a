/** What the app weighs: its first paint against the budget, and each part that is fetched later. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { table } from "./figures.ts";

const BUDGET_KB = 60;
/** Smaller parts are many and say little. */
const SHOWN_KB = 5;
const KB = 1024;

const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)\b[^;()'"`]*?["'`]\.\/([^"'`]+)["'`]/g;

/** The files that index.html names, and all that they import at once. */
function firstPaint(dir: string): Set<string> {
  const html = readFileSync(join(dir, "index.html"), "utf8");
  const named = html.matchAll(/(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/g);
  const files = new Set([...named].map((match) => match[1] ?? ""));
  for (const file of files) {
    if (!file.endsWith(".js")) continue;
    const text = readFileSync(join(dir, "assets", file), "utf8");
    for (const match of text.matchAll(STATIC_IMPORT)) files.add(match[1] ?? "");
  }
  return files;
}

/** Markdown. */
export async function benchSize(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "confer-bench-"));
  try {
    await build({ logLevel: "error", build: { outDir: dir, emptyOutDir: true } });
    const weigh = (file: string) => gzipSync(readFileSync(join(dir, "assets", file))).length / KB;
    const first = [...firstPaint(dir)];
    const total = first.reduce((sum, file) => sum + weigh(file), 0);
    const later = readdirSync(join(dir, "assets"))
      .filter((file) => !first.includes(file) && /\.(?:js|css|ttf|woff)$/.test(file))
      .map((file) => [file.replace(/-[\w-]{8}(?=\.\w+$)/, ""), weigh(file)] as const)
      .toSorted((a, b) => b[1] - a[1]);
    const shown = later.filter(([, kb]) => kb >= SHOWN_KB);
    const rest = later.filter(([, kb]) => kb < SHOWN_KB);
    const restKb = rest.reduce((sum, [, kb]) => sum + kb, 0);
    return [
      `First paint of the unlock screen, script and style, gzip: ${total.toFixed(1)} KB of ${BUDGET_KB} KB allowed.`,
      "",
      table(
        ["fetched later", "gzip, KB"],
        [
          ...shown.map(([file, kb]) => [`\`${file}\``, kb.toFixed(1)]),
          [`${rest.length} smaller files together`, restKb.toFixed(1)],
        ],
      ),
    ].join("\n");
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
