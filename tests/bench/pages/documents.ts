/** Each maker in turn, in every round, in one page: only making is timed, not fetching code or fonts. */
import { type Maker, makeContent } from "./documents/content.ts";

const PASSWORD = "bench-Password-2026";

const MAKERS = {
  confer: async () => (await import("./documents/confer.ts")).confer(),
  pdfkit: async () => (await import("./documents/pdfkit.ts")).pdfkit(),
  pdfmake: async () => (await import("./documents/pdfmake.ts")).pdfmake(),
} satisfies Record<string, () => Promise<Maker>>;

export async function documents(rounds: number) {
  const content = makeContent();
  const makers = new Map<string, Maker>();
  for (const [name, load] of Object.entries(MAKERS)) {
    const maker = await load();
    await maker.prepare();
    makers.set(name, maker);
  }
  const runs = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, maker] of makers) {
      const start = performance.now();
      const { bytes, pages, firstPageMs } = await maker.make(content, PASSWORD);
      runs.push({ name, ms: performance.now() - start, pages, firstPageMs, bytes: bytes.length });
    }
  }
  return runs;
}
