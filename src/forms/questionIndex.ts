/** Finds a question by its name, "section.question" or "section.group.field". Made once per definition. */
import { allSections, type PanelDefinition } from "./definition.ts";
import type { FieldQuestion, Question, QuestionOf } from "./definition/question.ts";
import type { Page, Section } from "./definition/section.ts";

export type Located = {
  readonly ref: string;
  readonly section: Section;
  readonly page: Page;
  readonly question: Question;
  /** The repeating group that the question is a field of. */
  readonly group: QuestionOf<"repeat"> | undefined;
};

const made = new WeakMap<PanelDefinition, ReadonlyMap<string, Located>>();

export function questionIndex(definition: PanelDefinition): ReadonlyMap<string, Located> {
  const known = made.get(definition);
  if (known) return known;
  const index = new Map(locateAll(definition).map((located) => [located.ref, located]));
  made.set(definition, index);
  return index;
}

/** Every question and field, in the order of the form; names given twice are here twice. */
export function locateAll(definition: PanelDefinition): readonly Located[] {
  const found: Located[] = [];
  for (const section of allSections(definition)) {
    for (const page of section.pages) {
      for (const question of page.questions) {
        const ref = `${section.key}.${question.key}`;
        found.push({ ref, section, page, question, group: undefined });
        if (question.type !== "repeat") continue;
        for (const field of question.fields) {
          found.push({ ref: `${ref}.${field.key}`, section, page, question: field, group: question });
        }
      }
    }
  }
  return found;
}

export function findSection(definition: PanelDefinition, key: string): Section {
  const section = allSections(definition).find((each) => each.key === key);
  if (!section) throw new RangeError("forms: the definition has no such section");
  return section;
}

/** What the options of a yes/no or choice are, in order, with the words shown. */
export function optionsOf(question: Question | FieldQuestion): readonly { key: string; label: string }[] {
  switch (question.type) {
    case "yesNo":
      return [YES, NO];
    case "yesNoUnsure":
      return [YES, NO, { key: "unsure", label: question.unsureLabel ?? "Not sure" }];
    case "choice":
    case "choices":
      return question.other
        ? [...question.options, { key: "other", label: question.other.label }]
        : question.options;
    default:
      return [];
  }
}

const YES = { key: "yes", label: "Yes" } as const;
const NO = { key: "no", label: "No" } as const;
