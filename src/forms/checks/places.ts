/** Turns the path of a zod issue into a place a person can find in the file. */

/** What an element of each list is called. Others are called by the list's own name. */
const NOUNS: Readonly<Record<string, string>> = {
  sections: "section",
  pages: "page",
  questions: "question",
  fields: "field",
  options: "option",
  rows: "row",
  columns: "column",
  alerts: "alert",
  rules: "rule",
  roles: "role",
  deadlines: "deadline",
  wordings: "wording",
  grounds: "ground",
  checklist: "checklist item",
  decisions: "decision",
  settings: "setting",
  papers: "paper",
  approvals: "approval",
  conflicts: "conflict",
  opening: "step of the opening",
  perCase: "step of a case",
};
/** Containers that say nothing a named part does not. */
const SILENT = new Set(["section", "condition", "of", "pages"]);

/** "Section ‘Consent’, question ‘verbalBy’, hint". Elements without a key or title are counted from 1. */
export function placeIn(json: unknown, path: readonly PropertyKey[]): string {
  const words: string[] = [];
  let value = json;
  let list = "";
  for (const step of path) {
    value = child(value, step);
    if (typeof step === "number") {
      if (list !== "pages") words.push(`${NOUNS[list] ?? list} ${nameOf(value, list, step)}`);
    } else {
      const name = String(step);
      const isList = Array.isArray(value) && Object.hasOwn(NOUNS, name);
      if (!isList && !SILENT.has(name)) words.push(name);
      if (name === "section") words.push(`section ${nameOf(value, "sections", 0)}`);
      list = name;
    }
  }
  const place = words.join(", ");
  return place === "" ? "The file" : place.charAt(0).toUpperCase() + place.slice(1);
}

function child(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<PropertyKey, unknown>)[step];
}

function nameOf(value: unknown, list: string, at: number): string {
  const title = list === "sections" ? child(value, "title") : undefined;
  const name = title ?? child(value, "key");
  return typeof name === "string" && name !== "" ? `‘${name.slice(0, 80)}’` : `number ${at + 1}`;
}
