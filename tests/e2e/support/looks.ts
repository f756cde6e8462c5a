/**
 * What every screen is held to, at three widths and at four times the size, in light and dark by turns:
 * nothing for axe to find, nothing wider than the screen, targets large enough, one h1, and a tab title and
 * an address that tell nobody who is discussed.
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { axeFaults, smallTargets } from "../../ui/inPage.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
/** "1": the few for the documentation. "all": every screen, for whoever wants to look at them. */
const PICTURES = process.env["CONFER_PICTURES"];
const FOR_DOCUMENTS = join(ROOT, "docs/screens");
const FOR_LOOKING = join(ROOT, "test-results/screens");

const WIDTHS = [
  { width: 1280, height: 800 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
] as const;
/** 1280 by 1024 at 400 % (WCAG 1.4.10). */
const ZOOMED = { width: 320, height: 256 };

/** Pixels (CSS) that a target must have: WCAG 2.5.8, and 2.5.5 under a finger. */
const LEAST_TARGET = { mouse: 24, finger: 44 } as const;

const TITLE = /^(Error: )?[A-Z][^–]* – Confer$|^Confer$/;
/** Numbers of at most three digits, and words: no id in any spelling fits. */
const ADDRESS =
  /^(\/(\d{1,3}|[a-z][a-zA-Z-]{0,24}))*\/?(\?[a-z]+=[a-zA-Z0-9-]{0,24}(&[a-z]+=[a-zA-Z0-9-]{0,24})*)?$/;

export type Watcher = {
  /** Throws nothing: what is wrong is collected in `faults`. `document`: the width pictured for docs. */
  look(page: Page, name: string, document?: 1280 | 820 | 390): Promise<void>;
  readonly faults: string[];
  readonly seen: string[];
};

export function makeWatcher(pointer: keyof typeof LEAST_TARGET, names: () => readonly string[]): Watcher {
  const faults: string[] = [];
  const seen: string[] = [];
  let turn = 0;

  const layout = (page: Page, where: string) =>
    Promise.all([page.evaluate(tooWide), smallTargets(page, LEAST_TARGET[pointer])]).then(([wide, small]) => {
      faults.push(...wide.map((each) => `${where} is too wide: ${each}`));
      faults.push(...small.map((each) => `${where} has a small target: ${each}`));
    });

  return {
    faults,
    seen,
    async look(page, name, documented) {
      seen.push(name);
      const before = page.viewportSize();
      turn += 1;
      let measured = 0;
      for (const [index, size] of WIDTHS.entries()) {
        // Axe is the slow part: two widths for each screen by turns, one of them light and one dark.
        const isMeasured = index !== turn % WIDTHS.length;
        if (isMeasured) measured += 1;
        const colorScheme = (turn + measured) % 2 === 0 ? "light" : "dark";
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        const where = `${name} at ${size.width} px, ${colorScheme},`;
        await layout(page, where);
        if (isMeasured) {
          // Under the bar that stays at the top, a target is rightly found hidden.
          await page.evaluate(() => scrollTo(0, 0));
          faults.push(...(await axeFaults(page)).map((fault) => `${where} ${fault}`));
        }
        await picture(page, name, size.width, documented);
      }
      await page.setViewportSize(ZOOMED);
      await layout(page, `${name} at 400 %`);
      const { h1, title, address } = await page.evaluate(() => ({
        h1: document.querySelectorAll("h1").length,
        title: document.title,
        address: location.pathname + location.search + location.hash,
      }));
      if (h1 !== 1) faults.push(`${name} has ${h1} h1`);
      if (!TITLE.test(title)) faults.push(`${name} is called ${title}`);
      if (!ADDRESS.test(address)) faults.push(`${name} is at ${address}`);
      for (const told of names()) {
        if (`${title} ${address}`.includes(told)) faults.push(`${name} tells ${told}`);
      }
      if (before) await page.setViewportSize(before);
    },
  };
}

async function picture(page: Page, name: string, width: number, documented?: number): Promise<void> {
  const file = `${name.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase()}-${width}.png`;
  if (PICTURES === "all") {
    mkdirSync(FOR_LOOKING, { recursive: true });
    await page.screenshot({ path: join(FOR_LOOKING, file), fullPage: true });
  }
  if (PICTURES === "1" && documented === width) {
    mkdirSync(FOR_DOCUMENTS, { recursive: true });
    await page.screenshot({ path: join(FOR_DOCUMENTS, file) });
  }
}

/** Elements that reach beyond the right edge, those in a box that scrolls by itself left out. */
function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = [...document.querySelectorAll("body *")].filter(
    (element) =>
      element.closest(".confer-scroll") === null && element.getBoundingClientRect().right > clientWidth + 0.5,
  );
  return [
    `${scrollWidth} of ${clientWidth} px`,
    ...beyond.slice(0, 3).map((each) => each.outerHTML.slice(0, 120)),
  ];
}
