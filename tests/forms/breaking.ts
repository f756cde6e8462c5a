/** Ways to break a copy of the Ashfield file. */
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { ashfieldCopy, type Json, list } from "./fixtures.ts";

export const section = (json: Json, key: string): Json =>
  list(json["sections"]).find((each) => each["key"] === (key as unknown))!;
export const question = (json: Json, ref: string): Json => {
  const [sectionKey = "", key] = ref.split(".");
  const from = sectionKey === "eligibility" ? json["eligibility"]!["section"]! : section(json, sectionKey);
  return list(from["pages"])
    .flatMap((page) => list(page["questions"]))
    .find((each) => each["key"] === (key as unknown))!;
};
export const set = (target: Json, values: Record<string, unknown>): void => {
  Object.assign(target, values);
};
/** What is said of Ashfield after a change to its file. */
export const sentences = (change: (json: Json) => void): readonly string[] => {
  const json = ashfieldCopy();
  change(json);
  const outcome = parseDefinition(json);
  return outcome.ok ? [] : outcome.problems.map(({ sentence }) => sentence);
};
export const when = (json: Json, ref: string, condition: unknown) =>
  set(question(json, ref), { visibleWhen: condition });
export const deadline = (json: Json, key: string): Json =>
  list(json["deadlines"]).find((each) => each["key"] === (key as unknown))!;
export const perCase = (json: Json, key: string): Json =>
  list(json["meeting"]!["perCase"]).find((each) => each["key"] === (key as unknown))!;
