/** Small questions to a page in Chromium, asked so that the strict policy allows them. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const axeSource = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

interface AxeRun {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Opens a page and collects errors and violations of the content security policy. */
export async function openWatched(page: Page, url: string): Promise<() => Promise<string[]>> {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { policyViolations: seen });
    addEventListener("securitypolicyviolation", (event) => {
      seen.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  await page
    .locator("h1")
    .first()
    .waitFor()
    .catch(() => {
      throw new Error(`${url} shows no heading. ${errors.join(" ")}`);
    });
  return async () => [
    ...errors,
    ...(await page.evaluate(() => (globalThis as { policyViolations?: string[] }).policyViolations ?? [])),
  ];
}

/** What axe finds wrong under WCAG 2.2 AA and its best practices, one line each; empty when all is well. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Half a megabyte: given once to each page.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const run = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeRun> } };
    return axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      // Nobody reads what passed, and axe need not find a selector for each element of it.
      resultTypes: ["violations"],
    });
  });
  return run.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html} ${node.failureSummary ?? ""}`),
  );
}

/** The id of the element that has focus, or its tag when it has none. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id || (document.activeElement?.tagName ?? ""));
}

/** Things to press that are smaller than `least` CSS pixels either way, links inside sentences left out. */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const small: string[] = [];
    for (const element of document.querySelectorAll("a, button, input, select, textarea, summary")) {
      const inSentence = element.closest("p, .confer-notice, .govuk-skip-link") !== null;
      if (inSentence && element.tagName === "A") continue;
      if (element.classList.contains("govuk-skip-link") || element.getClientRects().length === 0) continue;
      // A whole row or a label may be the target.
      const row = element.closest(".govuk-task-list__item, .confer-ticks__cell") ?? element;
      const { width, height } = row.getBoundingClientRect();
      if (Math.min(width, height) < size - 0.5) {
        small.push(`${element.outerHTML.slice(0, 90)} ${Math.round(width)}×${Math.round(height)}`);
      }
    }
    return small;
  }, least);
}
