/** The kit of components as people meet it: in a browser, under the strict policy, in every width and scheme. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import type { Chromium } from "../support/chromium.ts";
import { axeFaults, focused, openWatched, smallTargets } from "./inPage.ts";
import { buildAndServe } from "./serveBuilt.ts";
import type { Served } from "./serveBuilt.ts";

const SHOWS = ["texts", "choices", "blocks", "errors"] as const;
const WIDTHS = [1280, 820, 390] as const;
/** KIT_SCREENSHOTS=<folder> keeps pictures of every state, for a person to look at. */
const pictures = process.env["KIT_SCREENSHOTS"];

let served: Served;
let chromium: Chromium;
const opened: Page[] = [];

beforeAll(async () => {
  served = await buildAndServe("tests/e2e/gallery/vite.config.ts");
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
});

interface Look {
  width?: number;
  height?: number;
  colorScheme?: "light" | "dark";
  touch?: boolean;
}

async function open(
  show: (typeof SHOWS)[number],
  look: Look = {},
): Promise<{ page: Page; wrong: () => Promise<string[]> }> {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
  const context = await chromium.browser?.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
    colorScheme: look.colorScheme ?? "light",
    reducedMotion: "reduce",
    hasTouch: look.touch ?? false,
    isMobile: look.touch ?? false,
  });
  if (context === undefined) throw new Error("The browser is closed");
  const page = await context.newPage();
  opened.push(page);
  return { page, wrong: await openWatched(page, `${served.origin}/?show=${show}`) };
}

describe("every component", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of WIDTHS) {
      test(`has no fault that axe can find, and breaks no rule of the policy: ${colorScheme}, ${width} px`, async () => {
        for (const show of SHOWS) {
          const { page, wrong } = await open(show, { width, colorScheme, touch: width === 390 });
          if (pictures !== undefined) {
            mkdirSync(pictures, { recursive: true });
            const path = join(pictures, `${show}-${width}-${colorScheme}.png`);
            await page.screenshot({ path, fullPage: true });
          }
          expect(await axeFaults(page)).toEqual([]);
          expect(await wrong()).toEqual([]);
        }
      });
    }
  }

  test("is at least 44 px for a finger and 24 px for a mouse", async () => {
    for (const show of SHOWS) {
      expect(await smallTargets((await open(show, { width: 390, touch: true })).page, 44)).toEqual([]);
      expect(await smallTargets((await open(show)).page, 24)).toEqual([]);
    }
  });

  test("fits 320 px, which is 400 % zoom of a desktop, without scrolling sideways", async () => {
    for (const show of SHOWS) {
      const { page } = await open(show, { width: 320, height: 256 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(`${show} ${overflow <= 0 ? "fits" : `overflows by ${overflow} px`}`).toBe(`${show} fits`);
    }
  });

  test("is set in 16 px on a phone and 19 px from a tablet up", async () => {
    for (const [width, size] of [
      [390, "16px"],
      [820, "19px"],
    ] as const) {
      const { page } = await open("texts", { width });
      for (const part of [".govuk-label", "#name", ".govuk-hint"]) {
        expect(
          await page
            .locator(part)
            .first()
            .evaluate((one) => getComputedStyle(one).fontSize),
        ).toBe(size);
      }
    }
  });

  test("is never under the top bar when it has focus", async () => {
    const { page } = await open("texts", { height: 700 });
    await page.locator("#signature").scrollIntoViewIfNeeded();
    await page.locator("#paper").focus();
    for (let press = 0; press < 14; press += 1) {
      await page.keyboard.press("Shift+Tab");
      const gap = await page.evaluate(() => {
        const bar = document.querySelector(".confer-topbar");
        const at = document.activeElement;
        if (bar === null || at === null || bar.contains(at)) return 0;
        return at.getBoundingClientRect().top - bar.getBoundingClientRect().bottom;
      });
      expect(gap).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("a page", () => {
  test("says its place in the tab without a name, and that there are errors", async () => {
    expect(await (await open("texts")).page.title()).toBe("Referral – Confer");
    expect(await (await open("errors")).page.title()).toBe("Error: Referral – Confer");
  });

  test("lets the keyboard skip to its content", async () => {
    const { page } = await open("texts");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("main");
  });
});

describe("an error summary", () => {
  test("takes focus, links to the first input of each field, and takes focus again at the next attempt", async () => {
    const { page } = await open("errors");
    const summary = page.locator(".govuk-error-summary");
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    for (const [text, id] of [
      ["Enter the person's full name", "e-name"],
      ["Date of birth must include a year", "e-born-year"],
      ["Tick one box in every row", "e-risks"],
    ] as const) {
      await summary.getByRole("link", { name: text }).click();
      expect(await focused(page)).toBe(id);
    }
    await page.getByRole("button", { name: "Continue" }).click();
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(new URL(page.url()).hash).toBe("");
  });
});

describe("choices", () => {
  test("show the questions under a ticked box, and only then", async () => {
    const { page } = await open("choices");
    await page.getByLabel("Which language?").fill("Welsh");
    await page.getByLabel("An interpreter").uncheck();
    expect(await page.getByLabel("Which language?").count()).toBe(0);
    await page.getByLabel("An interpreter").check();
    expect(await page.getByLabel("Which language?").inputValue()).toBe("Welsh");
  });

  test("clear each other when one of them is 'None of these'", async () => {
    const { page } = await open("choices");
    await page.getByLabel("None of these").check();
    expect(await page.getByLabel("An interpreter").isChecked()).toBe(false);
    await page.getByLabel("An advocate").check();
    expect(await page.getByLabel("None of these").isChecked()).toBe(false);
  });

  test("in a grid are named by row and column, one or several per row", async () => {
    const { page } = await open("choices");
    await page.getByRole("checkbox", { name: "Fire Including smoking in bed In the past" }).check();
    expect(await page.locator("#risks").isChecked()).toBe(true);
    await page.getByRole("radio", { name: "Harm to others Now" }).check();
    expect(await page.getByRole("radio", { name: "Harm to others In the past" }).isChecked()).toBe(false);
  });
});

describe("cards", () => {
  test("are removed without a question, and Undo has focus and brings them back in their place", async () => {
    const { page } = await open("blocks");
    await page.getByRole("button", { name: "Remove Sister" }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain("was removed");
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await page.locator(".confer-card__title").allTextContents()).toEqual(["Sister", "Neighbour"]);
  });
});

describe("a dialog", () => {
  test("takes focus, closes with Escape, and gives focus back to what opened it", async () => {
    const { page } = await open("blocks");
    await page.getByRole("button", { name: "Remove this person" }).click();
    expect(await focused(page)).toBe("sure-title");
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("#sure").isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Remove this person");
  });
});

describe("tabs", () => {
  test("are chosen with the arrow keys", async () => {
    const { page } = await open("blocks");
    await page.getByRole("tab", { name: "Referral" }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("case-tab-papers");
    expect(await page.getByRole("tabpanel").textContent()).toBe("Three papers");
    await page.keyboard.press("End");
    expect(await page.getByRole("tabpanel").textContent()).toBe("No actions");
  });
});

describe("a signature pad", () => {
  test("gives lines in its own size, and Clear empties it", async () => {
    const { page, wrong } = await open("texts");
    const canvas = page.locator("#signature");
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    if (box === null) throw new Error("The pad is not on the page");
    await page.mouse.move(box.x + 40, box.y + 40);
    await page.mouse.down();
    for (let step = 1; step <= 8; step += 1)
      await page.mouse.move(box.x + 40 + step * 20, box.y + 40 + step * 8);
    await page.mouse.up();
    const strokes = (): Promise<{ width: number; strokes: number[][] } | undefined> =>
      page.evaluate(() => (globalThis as { strokes?: { width: number; strokes: number[][] } }).strokes);
    await expect.poll(async () => (await strokes())?.strokes.length).toBe(1);
    const drawn = await strokes();
    expect(drawn?.strokes[0]?.length).toBeGreaterThan(8);
    expect(drawn?.strokes[0]?.[0]).toBeCloseTo(40, 0);
    expect(drawn?.width).toBeCloseTo(box.width, 0);
    await page.getByRole("button", { name: "Clear the signature" }).click();
    await expect.poll(strokes).toBeUndefined();
    expect(await wrong()).toEqual([]);
  });
});
