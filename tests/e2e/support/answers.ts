/** An answer for every question of a definition, each with a word found nowhere else, and how to type it in. */
import { literal } from "./literal.ts";
import type { Page } from "playwright-core";
import type { PanelDefinition } from "../../../src/forms/definition.ts";
import { type FieldQuestion, isUnasked, type Question } from "../../../src/forms/definition/question.ts";
import type { Page as FormPage } from "../../../src/forms/definition/section.ts";

/** What was typed or chosen, as a reader should find it, under the question's label. */
export type Given = { readonly label: string; readonly text: string; readonly key?: string };

/** Words that no form, font or library contains. */
export function makeCanaries(count: number): string[] {
  const syllables = ["zorv", "qexl", "wubj", "kryx", "fozq", "jivw", "hyzk", "vuqp", "xabz", "gwoq"];
  return Array.from({ length: count }, (_, i) => {
    const digits = String(i).padStart(3, "0");
    return [...digits].map((digit) => syllables[Number(digit)]).join("") + digits;
  });
}

type DateTyped = {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly text: string;
};
const DATE = { day: "3", month: "2", year: "1987", text: "3 February 1987" };
const RECENT = { day: "20", month: "11", year: "2026", text: "20 November 2026" };

export class Filler {
  readonly given: Given[] = [];
  readonly #canaries: string[];
  readonly #say: (key: string, canary: () => string) => string;
  readonly #born: DateTyped;
  #next = 0;

  /** `say`: what is typed for a question's key; with a canary unless somebody has a story to tell. */
  constructor(
    canaries: string[],
    say = (key: string, canary: () => string) => `${key} ${canary()}`,
    born: DateTyped = DATE,
  ) {
    this.#canaries = canaries;
    this.#say = say;
    this.#born = born;
  }

  /** Every canary used so far. */
  get used(): readonly string[] {
    return this.#canaries.slice(0, this.#next);
  }

  canary(): string {
    const word = this.#canaries[this.#next];
    if (word === undefined) throw new Error("Filler: out of canaries");
    this.#next += 1;
    return word;
  }

  /** What is typed for a question in one box. */
  tell({ key, type }: Pick<FieldQuestion, "key" | "type">): string {
    if (type === "tel") return "01632 960001";
    if (type === "number") return "7";
    const text = this.#say(key, () => this.canary());
    return type === "email" ? `${text.replaceAll(" ", ".")}@example.org` : text;
  }

  /** Fills every question on the page that is shown. */
  async fillPage(page: Page, formPage: FormPage): Promise<void> {
    for (const question of formPage.questions) await this.#fill(page, question);
  }

  async #fill(page: Page, question: Question): Promise<void> {
    if (isUnasked(question)) return;
    if (question.type === "grid") return this.#fillGrid(page, question);
    if (question.type === "repeat") return this.#fillRepeat(page, question);
    await this.#fillField(page, question);
  }

  async #fillField(page: Page, question: FieldQuestion): Promise<void> {
    const label = startsWith(question.label);
    switch (question.type) {
      case "text":
      case "longText":
      case "address": {
        const box = page.getByLabel(label).and(page.locator("input, textarea")).last();
        if (!(await isShown(box))) return;
        const text = this.tell(question);
        await box.fill(text);
        return this.#note(question, text);
      }
      case "tel":
      case "email":
      case "number": {
        const box = page.getByLabel(label).and(page.locator("input")).last();
        if (!(await isShown(box))) return;
        const text = this.tell(question);
        await box.fill(text);
        return this.#note(question, text);
      }
      case "date": {
        const group = page.getByRole("group", { name: label }).last();
        if (!(await isShown(group))) return;
        const date = question.key === "dateOfBirth" ? this.#born : RECENT;
        await group.getByLabel("Day").fill(date.day);
        await group.getByLabel("Month").fill(date.month);
        await group.getByLabel("Year").fill(date.year);
        return this.#note(question, date.text);
      }
      case "choice":
      case "choices":
        return this.#choose(page, question, question.options[0]?.label ?? "");
      case "yesNo":
      case "yesNoUnsure":
        return this.#choose(page, question, "Yes");
    }
  }

  async #choose(page: Page, question: FieldQuestion, option: string): Promise<void> {
    const group = page.getByRole("group", { name: startsWith(question.label) }).last();
    if (!(await isShown(group))) return;
    await group.getByLabel(option, { exact: true }).check();
    this.#note(question, option);
  }

  async #fillGrid(page: Page, question: Extract<Question, { type: "grid" }>): Promise<void> {
    for (const row of question.rows) {
      const tick = page.getByRole("checkbox", { name: startsWith(row.label) }).first();
      await tick.check();
      this.given.push({ label: question.label, text: row.label });
    }
    for (const column of question.columns.filter(({ kind }) => kind === "text")) {
      for (const row of question.rows) {
        const box = page.getByLabel(startsWith(`${row.label}: ${column.label.toLowerCase()}`));
        const text = this.#say(column.key, () => this.canary());
        await box.fill(text);
        this.given.push({ label: question.label, text });
      }
    }
  }

  async #fillRepeat(page: Page, question: Extract<Question, { type: "repeat" }>): Promise<void> {
    const section = page.getByRole("region", { name: startsWith(question.label) });
    if (!(await isShown(section))) return;
    await section.getByRole("button", { name: question.addLabel ?? `Add a ${question.item}` }).click();
    const row = section.getByRole("group", { name: new RegExp(`${question.item} 1$`, "i") });
    for (const field of question.fields) await this.#fillField(row as unknown as Page, field);
    await section.getByRole("button", { name: /^Done/ }).click();
  }

  #note(question: FieldQuestion, text: string): void {
    this.given.push({ label: question.label, text, key: question.key });
  }
}

const startsWith = (label: string): RegExp => new RegExp(`^${literal(label)}`);
const isShown = (locator: { isVisible(): Promise<boolean> }): Promise<boolean> => locator.isVisible();

/** Goes through every section of questions on the task list, page by page. */
export async function fillSections(page: Page, definition: PanelDefinition, filler: Filler): Promise<void> {
  for (const section of definition.sections.filter(({ kind }) => kind === "questions")) {
    await page.getByRole("link", { name: section.title, exact: true }).click();
    for (const formPage of section.pages) {
      await page.getByRole("heading", { level: 1, name: formPage.title }).waitFor();
      await filler.fillPage(page, formPage);
      await page.getByRole("button", { name: "Continue" }).click();
    }
    await page.getByRole("heading", { level: 1, name: "Referral" }).waitFor();
  }
}
