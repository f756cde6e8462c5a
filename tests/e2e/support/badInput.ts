/** What nobody should type, and how it gets into a box. */
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";

export const MEGABYTE = 1_048_576;
export const MARKUP = `<script>document.title="taken"</script><img src=x onerror="document.title='taken'">`;
export const ARABIC = "مرحبا بالعالم";
export const EMOJI = "👩🏽‍🦽";
export const WORD = "w".repeat(10_000);
/** What stands in each box of tests/support/everyKind.ts at the end, by the box's id. */
export const ODD: Readonly<Record<string, string>> = {
  "kinds-name": `__proto__ ${MARKUP} ${EMOJI}`,
  "kinds-story": `${ARABIC}\n${WORD}\nconstructor {{7*7}} \${x} =1+1 ${EMOJI}`,
  "kinds-address": `${ARABIC}\n\u202egnp.exe\n__proto__ ${EMOJI}`,
  "kinds-telephone": `01632 960 001 <b>${EMOJI}</b>`,
  "kinds-email": `__proto__+${EMOJI}@example.org`,
  "kinds-rooms": "7",
};
export const TYPED = Object.keys(ODD);

/** Day, month, year, and what is said of them. */
export const BAD_DATES = [
  ["31", "2", "1987", "The date of birth must be a real date"],
  ["0", "2", "1987", "The date of birth must be a real date"],
  ["3", "13", "1987", "The date of birth must be a real date"],
  ["3", "2", "26", "The date of birth must include a year of four figures, like 1987"],
  ["3", "2", "20266", "The date of birth must include a year of four figures, like 1987"],
  ["third", "Smarch", ARABIC, "The date of birth must be a real date"],
  ["3", "", "1987", "The date of birth must include a month"],
  ["3", "2", "2999", "The date of birth must be today or in the past"],
] as const;
/** A box that takes one short thing, what is typed, and what is said of it. */
export const BAD_SHORT = [
  ["kinds-rooms", "seven", "The number of rooms must be a number"],
  ["kinds-rooms", "1e3", "The number of rooms must be a number"],
  ["kinds-rooms", "1.5", "The number of rooms must be a whole number"],
  ["kinds-rooms", "51", "The number of rooms must be 50 or less"],
  ["kinds-rooms", "-1", "The number of rooms must be 1 or more"],
  [
    "kinds-telephone",
    "ask",
    "The telephone number must include a number that can be rung, like 01632 960 001",
  ],
  ["kinds-email", "sam@", "The email address must be in the form name@example.org"],
] as const;
/** Of a megabyte in every box of ODD. */
export const TOO_LONG: readonly string[] = [
  "The full name must be 300 characters or fewer. Take out 1,048,276, or attach it as a paper",
  "What happened must be 20,000 characters or fewer. Take out 1,028,576, or attach it as a paper",
  "The address must be 1,000 characters or fewer. Take out 1,047,576, or attach it as a paper",
  "The telephone number must be 100 characters or fewer. Take out 1,048,476",
  "The email address must be 254 characters or fewer. Take out 1,048,322",
  "The number of rooms must be a number",
];

/** The lines of the summary of errors. */
export const said = async (page: Page): Promise<string[]> =>
  (await page.locator(".govuk-error-summary").innerText({ timeout: 10_000 })).split("\n").slice(1);

export async function typeDate(group: Locator, day: string, month: string, year: string): Promise<void> {
  await group.getByLabel("Day").fill(day);
  await group.getByLabel("Month").fill(month);
  await group.getByLabel("Year").fill(year);
}

/** As a paste does, in one go; answers how many milliseconds pass until the screen has been drawn twice. */
export const paste = (box: Locator, length: number): Promise<number> =>
  box.evaluate(async (element: HTMLInputElement, size) => {
    const from = performance.now();
    element.value = "m".repeat(size);
    element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    return Math.round(performance.now() - from);
  }, length);

export const lengthIn = (box: Locator): Promise<number> =>
  box.evaluate((element: HTMLInputElement) => element.value.length);

/** On a case: the protected PDF is asked for, opened with its password, and read as poppler reads it. */
export async function printedText(page: Page): Promise<string> {
  await page.getByRole("button", { name: /protected PDF/i }).click();
  const password = (await page.locator("code").innerText({ timeout: 60_000 })).trim();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: /Download/ }).click();
  const folder = mkdtempSync(join(tmpdir(), "confer-pdf-"));
  const [sealed, open] = [join(folder, "referral.pdf"), join(folder, "open.pdf")];
  await (await downloading).saveAs(sealed);
  // pdftotext itself takes no password as long as ours.
  execFileSync("qpdf", [`--password=${password}`, "--decrypt", sealed, open], { stdio: "pipe" });
  return execFileSync("pdftotext", [open, "-"], { stdio: "pipe" }).toString();
}
