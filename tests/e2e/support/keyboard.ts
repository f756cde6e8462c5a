/** A person without a mouse. Only keys are pressed; what has focus is looked at after each. */
import type { Page } from "playwright-core";
import { type FieldQuestion, isUnasked, type Question } from "../../../src/forms/definition/question.ts";
import type { Page as FormPage } from "../../../src/forms/definition/section.ts";
import { literal } from "./literal.ts";
import type { Filler } from "./answers.ts";

export type Focus = {
  readonly tag: string;
  readonly id: string;
  readonly role: string;
  readonly type: string;
  /** Label, legend left out; or the text. */
  readonly name: string;
  /** Of the fieldset around it. */
  readonly legend: string;
  /** An outline, a shadow or a coloured background, and on the screen, not under a bar. */
  readonly visible: boolean;
};

/** More Tabs than any page has stops. */
const MOST_TABS = 400;

const matches = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === "string" ? text === wanted || text.startsWith(`${wanted} `) : wanted.test(text);

export class Keyboard {
  readonly faults: string[] = [];
  presses = 0;
  readonly #page: Page;
  readonly #born: string;

  /** `born`: the year that is typed for a date of birth. */
  constructor(page: Page, born = "1987") {
    this.#page = page;
    this.#born = born;
  }

  focus(): Promise<Focus> {
    return this.#page.evaluate(readFocus);
  }

  /** One key, then a look at where focus is. `free`: it may leave the page, as from a dialog to the browser. */
  async press(key: string, free = false): Promise<void> {
    this.presses += 1;
    await this.#page.keyboard.press(key);
    if (key !== "Tab" && key !== "Shift+Tab") return;
    const now = await this.focus();
    if (free || now.tag === "BODY") return;
    if (!now.visible) this.faults.push(`focus cannot be seen on ${now.tag} ${now.id} “${now.name}”`);
  }

  async type(text: string): Promise<void> {
    this.presses += text.length;
    await this.#page.keyboard.insertText(text);
  }

  /** Tab by Tab; round by the browser's own bars once. */
  async to(name: string | RegExp, role?: string, legend?: string): Promise<void> {
    const path: string[] = [];
    for (let i = 0; i < MOST_TABS; i++) {
      const now = await this.focus();
      path.push(now.name.slice(0, 20));
      const right = role === undefined || now.role === role;
      if (right && matches(now.name, name) && (legend === undefined || matches(now.legend, legend))) return;
      await this.press("Tab");
    }
    throw new Error(`no Tab leads to ${String(name)} ${legend ?? ""}: ${path.slice(0, 60).join(" | ")}`);
  }

  async activate(name: string | RegExp): Promise<void> {
    await this.to(name, "button");
    await this.press("Enter");
  }

  async follow(name: string | RegExp, heading: string): Promise<void> {
    await this.to(name, "link");
    await this.press("Enter");
    await this.heading(heading);
  }

  /** The page has come, and focus with it: on its heading, or within it. */
  async heading(name: string): Promise<void> {
    // To the letter and to the end: "Consent" is not the end of "How they gave consent", the page before it.
    await this.#page.getByRole("heading", { level: 1, name: new RegExp(`${literal(name)}$`) }).waitFor();
    await this.isSomewhere();
  }

  async isSomewhere(): Promise<void> {
    // A page puts focus on its heading a moment after it appears.
    for (let i = 0; i < 20; i++) {
      if ((await this.focus()).tag !== "BODY") return;
      await this.#page.waitForTimeout(50);
    }
    this.faults.push(`focus is lost on “${await this.#page.title()}”`);
  }

  /** A radio of a group, by its label or its place: Tab into the group, arrows within it. */
  async choose(legend: string, option: string | number): Promise<void> {
    await this.#toGroup(legend);
    if (typeof option === "number") {
      await this.press("Space");
      for (let i = 0; i < option; i++) await this.press("ArrowDown");
      return;
    }
    await this.press("Space");
    for (let i = 0; i < 20; i++) {
      if ((await this.focus()).name === option || matches((await this.focus()).name, option)) return;
      await this.press("ArrowDown");
    }
    throw new Error(`“${legend}” has no “${option}”`);
  }

  async #toGroup(legend: string): Promise<void> {
    for (let i = 0; i < MOST_TABS; i++) {
      const now = await this.focus();
      if (now.type === "radio" && now.legend.startsWith(legend)) return;
      await this.press("Tab");
    }
    throw new Error(`no Tab leads to the group “${legend}”`);
  }

  /** Every question of a page that is asked at all, in the order in which Tab meets them. */
  async answer(formPage: FormPage, story: Filler): Promise<void> {
    for (const question of formPage.questions) {
      if (!(await this.#isAsked(question))) continue;
      if (question.type === "grid") await this.#answerGrid(question);
      else if (question.type === "repeat") await this.#addRow(question, story);
      else if (!isUnasked(question)) await this.#answerField(question, story);
    }
  }

  /** One row; its dates and addresses are optional. */
  async #addRow(question: Extract<Question, { type: "repeat" }>, story: Filler): Promise<void> {
    await this.activate(question.addLabel ?? `Add a ${question.item}`);
    for (const field of question.fields.filter(({ type }) => type !== "date" && type !== "address")) {
      await this.#answerField(field, story);
    }
    await this.activate(/^Done/);
  }

  async #isAsked(question: Question): Promise<boolean> {
    if (question.type === "note") return false;
    return (await this.#page.getByText(question.label, { exact: false }).count()) > 0;
  }

  async #answerGrid(question: Extract<Question, { type: "grid" }>): Promise<void> {
    await this.to(new RegExp(`^${question.rows[0]?.label.slice(0, 20) ?? ""}`));
    await this.press("Space");
  }

  async #answerField(question: FieldQuestion, story: Filler): Promise<void> {
    switch (question.type) {
      case "choice":
        return this.choose(question.label, 0);
      case "yesNo":
      case "yesNoUnsure":
        return this.choose(question.label, "Yes");
      case "choices":
        await this.to(question.options[0]?.label ?? "", undefined, question.label);
        return this.press("Space");
      case "date": {
        await this.to("Day", undefined, question.label);
        const year = question.key === "dateOfBirth" ? this.#born : "2026";
        for (const part of ["3", "2", year]) {
          await this.press("Control+a");
          await this.type(part);
          if (part !== year) await this.press("Tab");
        }
        return;
      }
      default:
        await this.to(question.label);
        await this.press("Control+a");
        return this.type(story.tell(question));
    }
  }
}

/** Runs in the page. */
function readFocus(): Focus {
  const none = { tag: "BODY", id: "", role: "", type: "", name: "", legend: "", visible: false };
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return none;
  const text = (of: Element | null | undefined) => (of?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
  const label =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
      ? element.labels?.[0]
      : undefined;
  const labelled = (element.getAttribute("aria-labelledby") ?? "")
    .split(" ")
    .map((id) => text(document.getElementById(id)))
    .join(" ")
    .trim();
  const tag = element.tagName;
  const role =
    element.getAttribute("role") ?? (tag === "A" ? "link" : tag === "BUTTON" ? "button" : tag.toLowerCase());
  const box = (element.closest("li.govuk-task-list__item") ?? label ?? element).getBoundingClientRect();
  const own = element.getBoundingClientRect();
  const onScreen = own.bottom > 0 && own.top < innerHeight && own.right > 0 && own.left < innerWidth;
  const at = document.elementFromPoint(
    Math.min(Math.max(own.left + own.width / 2, 1), innerWidth - 2),
    Math.min(Math.max(own.top + Math.min(own.height / 2, 40), 1), innerHeight - 2),
  );
  const covered = at !== null && at.closest("header") !== null && element.closest("header") === null;
  const marked = [element, label, element.parentElement].some((each) => {
    if (!each) return false;
    return [getComputedStyle(each), getComputedStyle(each, "::before")].some(
      (style) =>
        (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) ||
        style.boxShadow !== "none",
    );
  });
  return {
    tag,
    id: element.id,
    role,
    type: element instanceof HTMLInputElement ? element.type : "",
    name: element.getAttribute("aria-label") ?? (labelled || text(label) || text(element)),
    legend: text(element.closest("fieldset")?.querySelector("legend")),
    visible: box.width > 0 && onScreen && !covered && marked,
  };
}
