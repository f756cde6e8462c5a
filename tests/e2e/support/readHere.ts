/** A document as a page, as somebody reads and prints it: opened, put on paper without a printer, and closed. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { textOf } from "../../documents/tools.ts";
import type { Watcher } from "./looks.ts";

const FOR_LOOKING = resolve(import.meta.dirname, "../../../test-results/screens");

/** `words`: as read on the screen. `paper`: as printed, page after page. */
export type ReadPage = { readonly words: string; readonly paper: string };

/** `look` is the name that its pictures get. The page is left as it was before; that it was printed is recorded. */
export async function readHere(page: Page, watcher: Watcher, look: string): Promise<ReadPage> {
  await page.evaluate(() => {
    const asked = globalThis as { printed?: number; print: () => void };
    asked.printed = 0;
    asked.print = () => {
      asked.printed = (asked.printed ?? 0) + 1;
    };
  });
  await page.getByRole("button", { name: "Read or print it here" }).click();
  const read = page.locator("article.confer-document");
  await read.waitFor();
  await watcher.look(page, look);
  const words = await read.innerText();
  await page.getByRole("button", { name: "Print", exact: true }).click();
  await page.waitForFunction(() => (globalThis as { printed?: number }).printed === 1);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  if (process.env["CONFER_PICTURES"] === "all") {
    mkdirSync(FOR_LOOKING, { recursive: true });
    writeFileSync(join(FOR_LOOKING, `${look.replaceAll(/[^a-z0-9]+/gi, "-")}.pdf`), pdf);
  }
  // Printing writes to the history, which is no other document: it is still open.
  await page.getByRole("button", { name: "Close this page" }).last().click();
  await read.waitFor({ state: "detached" });
  return { words, paper: textOf(new Uint8Array(pdf)) };
}
