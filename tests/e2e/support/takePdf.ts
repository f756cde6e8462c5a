/** A protected PDF as somebody takes it from the screen: made, its password read off, handed to the downloads. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { decrypted, run, withFile } from "../../documents/tools.ts";

/** With CONFER_PICTURES, for whoever wants to look at them. All that they say is invented. */
const FOR_LOOKING = resolve(import.meta.dirname, "../../../test-results/documents");

export type TakenPdf = {
  readonly name: string;
  /** As it left the app, and what opens it. */
  readonly bytes: Uint8Array;
  readonly password: string;
  readonly open: Uint8Array;
  /** How long after the press its first page was shown. */
  readonly beganMs: number;
};

/** Throws where the file opens without its password. The page is left as it was before. */
export async function takePdf(page: Page): Promise<TakenPdf> {
  await page.evaluate(watchForFirstPage);
  await page.getByRole("button", { name: "Make a protected PDF" }).click();
  const password = (await page.locator("code").innerText({ timeout: 60_000 })).trim();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the PDF" }).click();
  const download = await downloading;
  const folder = mkdtempSync(join(tmpdir(), "taken-"));
  try {
    const path = join(folder, "taken.pdf");
    await download.saveAs(path);
    const bytes = new Uint8Array(readFileSync(path));
    if (withFile(bytes, (file) => run("qpdf", ["--check", file]).code) === 0) {
      throw new Error("It opens without its password");
    }
    await page
      .locator("main")
      .getByText(/handed to this device/)
      .waitFor();
    await page.getByRole("button", { name: "Done with this PDF" }).click();
    const name = download.suggestedFilename();
    const open = decrypted(bytes, password);
    if (process.env["CONFER_PICTURES"] !== undefined) {
      mkdirSync(FOR_LOOKING, { recursive: true });
      writeFileSync(join(FOR_LOOKING, name), open);
    }
    // It is gone with what it was a preview of.
    if ((await page.locator(".confer-first-page").count()) > 0)
      throw new Error("Its first page is still there");
    const beganMs = await page.evaluate(() => (globalThis as Watched).shownMs ?? Infinity);
    return { name, bytes, password, open, beganMs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Watched = { shownMs?: number };

/** In the page. A short document is made before anybody could ask whether its first page is there. */
function watchForFirstPage(): void {
  const watched = globalThis as Watched;
  delete watched.shownMs;
  const pressed = (): void => {
    const since = performance.now();
    const seen = new MutationObserver(() => {
      if (document.querySelector(".confer-first-page") === null) return;
      seen.disconnect();
      watched.shownMs = performance.now() - since;
    });
    seen.observe(document.body, { childList: true, subtree: true });
  };
  document.addEventListener("click", pressed, { capture: true, once: true });
}
