/** A document as a page: read on the screen under the strict policy, and alone on paper. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import decodeQR from "qr/decode.js";
import { greyPage, run, textOf, withFile } from "../documents/tools.ts";
import { type Chromium, launchChromium } from "../support/chromium.ts";
import { CODE } from "../e2e/gallery/code.ts";
import { axeFaults, focused, openWatched, smallTargets } from "./inPage.ts";
import { buildAndServe, type Served } from "./serveBuilt.ts";

/** KIT_SCREENSHOTS=<folder> keeps pictures, for a person to look at. */
const pictures = process.env["KIT_SCREENSHOTS"];

let served: Served;
let chromium: Chromium;

beforeAll(async () => {
  served = await buildAndServe("tests/e2e/gallery/vite.config.ts");
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
});

async function open(width: number): Promise<{ page: Page; wrong: () => Promise<string[]> }> {
  const context = await chromium.browser?.newContext({ viewport: { width, height: 900 } });
  if (!context) throw new Error("The browser is closed");
  const page = await context.newPage();
  const wrong = await openWatched(page, `${served.origin}/?show=documents`);
  await page.getByRole("button", { name: "Read or print it here" }).click();
  await page.locator("#document-title").waitFor();
  return { page, wrong };
}

/** What a telephone reads off a page of paper. */
function scanned(pdf: Uint8Array, page: number): string | undefined {
  try {
    return decodeQR(greyPage(pdf, page, 150));
  } catch {
    return undefined;
  }
}

const keep = (name: string, bytes: Uint8Array): void => {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, name), bytes);
};

for (const width of [1280, 820, 390]) {
  test(`is read at ${width} px with nothing that axe finds or the policy refuses`, async () => {
    const { page, wrong } = await open(width);
    expect(await focused(page)).toBe("document-title");
    keep(`document-${width}.png`, await page.screenshot({ fullPage: true }));
    expect(await axeFaults(page)).toEqual([]);
    expect(await smallTargets(page, 24)).toEqual([]);
    expect(await wrong()).toEqual([]);
    const outline = await page.locator("article :is(h1, h2, h3, h4)").allTextContents();
    expect(outline).toEqual([
      ...["Everything a page can hold", "Words", "Answers"],
      ...["Numbers", "The door", "Chronology", "How to check it"],
    ]);
    await page.getByRole("img", { name: "The paper “The door” as a picture" }).waitFor();
    expect(await page.locator("article").innerText()).toContain("Open it under “Papers”");
    await page.getByRole("img", { name: "Code to scan. Its short code is AB12." }).waitFor();
    expect(await page.getByRole("row", { name: "Received 12" }).count()).toBe(1);
    await page.context().close();
  });
}

test("is alone on paper: its mark on every page, what it is, page x of y, and a table whose head comes again", async () => {
  const { page } = await open(1280);
  for (const name of [/^Code to scan/, "The paper “The door” as a picture"]) {
    await page.getByRole("img", { name }).waitFor();
  }
  const pdf = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  keep("document.pdf", pdf);
  const pages = Number(withFile(pdf, (path) => /Pages:\s+(\d+)/.exec(run("pdfinfo", [path]).out)?.[1]));
  expect(pages).toBeGreaterThan(2);
  for (let at = 1; at <= pages; at += 1) {
    const text = textOf(pdf, "-f", `${at}`, "-l", `${at}`);
    expect(text).toContain(`Official: "sensitive" \\ } @page {`);
    expect(text).toContain(`Page ${at} of ${pages}`);
    // Once each, at the edges.
    expect(text.split("Gallery · 26-0042")).toHaveLength(2);
    expect(text.split("Official:")).toHaveLength(2);
    if (text.includes("Housing")) expect(text).toContain("Action By Due");
  }
  const code = Array.from({ length: pages }, (_, at) => scanned(pdf, at + 1)).find(Boolean);
  expect(code).toBe(CODE);
  const all = textOf(pdf);
  for (const word of ["With an aunt", "Action 60", "Signed by"]) expect(all).toContain(word);
  for (const word of ["Saved on this tablet", "Print on paper only", "Demonstration", "about the person"]) {
    expect(all).not.toContain(word);
  }
  await page.context().close();
});

test("is not shown before what draws its codes is there: it may be printed at once", async () => {
  const context = await chromium.browser?.newContext();
  if (!context) throw new Error("The browser is closed");
  const page = await context.newPage();
  let late = 0;
  await page.route(/codeRuns/, async (route) => {
    late += 1;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await openWatched(page, `${served.origin}/?show=documents`);
  await page.getByRole("button", { name: "Read or print it here" }).click();
  await page.getByRole("heading", { name: "How to check it" }).waitFor();
  expect(await page.locator("article svg.confer-document__code").count()).toBe(1);
  expect(late).toBe(1);
  await context.close();
});

test("is printed only once that is written down, and closes to where it was opened", async () => {
  const { page } = await open(390);
  await page.evaluate(() => {
    const asked = globalThis as { recorded?: string[]; print: () => void };
    asked.print = () => {
      asked.recorded = [...(asked.recorded ?? []), "printing"];
    };
  });
  await page.getByRole("button", { name: "Print", exact: true }).click();
  expect(await page.evaluate(() => (globalThis as { recorded?: string[] }).recorded)).toEqual([
    "print",
    "printing",
  ]);
  await page.getByRole("button", { name: "Close this page" }).last().click();
  expect(await page.locator("article").count()).toBe(0);
  const opener = page.getByRole("button", { name: "Read or print it here" });
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.context().close();
});

test("shows how it begins, to the eyes alone: nothing of it is in the way of keys, of a screen reader or of paper", async () => {
  const { page } = await open(820);
  const first = page.locator(".confer-first-page");
  expect(await first.innerText()).toContain("Everything a page can hold");
  // What comes after the first break between pages is not laid out at all.
  expect(await first.innerText()).not.toContain("Action 1");
  const { width, height } = (await page.locator(".confer-first-page__paper").boundingBox()) ?? {
    width: 0,
    height: 1,
  };
  expect(width / height).toBeCloseTo(210 / 297, 2);
  expect(await first.getByRole("heading").count()).toBe(0);
  await page.keyboard.press("Shift+Tab");
  for (let at = 0; at < 12; at += 1) {
    await page.keyboard.press("Tab");
    expect(await first.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  }
  expect(textOf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))).not.toContain("How it begins");
  await page.context().close();
});

test("closes where another reader is chosen: it is another document then", async () => {
  const { page } = await open(820);
  await page.locator("article").waitFor();
  await page.getByLabel("Whose copy is it?").focus();
  await page.getByLabel("Whose copy is it?").selectOption("Mo Member");
  await page.locator("article").waitFor({ state: "detached" });
  expect(await focused(page)).toBe("reader");
  await page.getByRole("button", { name: "Read or print it here" }).click();
  await page.locator("article").waitFor();
  await page.context().close();
});
