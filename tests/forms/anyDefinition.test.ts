import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { question, sentences, set, when } from "./breaking.ts";
import { ashfieldCopy, type Json, parsed } from "./fixtures.ts";

describe("whatever the file holds", () => {
  it.each([{ json: null }, { json: 7 }, { json: "text" }, { json: [] }, { json: undefined }])(
    "$json is refused",
    ({ json }) => {
      expect(parseDefinition(json)).toMatchObject({ ok: false, problems: [{ place: "The file" }] });
    },
  );

  it("a definition nested without end is refused, not followed", () => {
    let condition: unknown = { op: "answered", question: "person.name" };
    for (let depth = 0; depth < 50_000; depth += 1) condition = { op: "not", of: condition };
    expect(sentences((json) => when(json, "person.gender", condition))).toEqual([
      "The file: is nested too deeply to be a panel definition.",
    ]);
  });

  it("fields from a newer version are kept", () => {
    const json = ashfieldCopy();
    set(json, { hologram: { colour: "blue" } });
    set(question(json, "person.name"), { accent: 3 });
    expect(parsed(json)).toMatchObject({ hologram: { colour: "blue" } });
    expect(JSON.stringify(parsed(json))).toContain('"accent":3');
  });

  it("a prototype in the file changes nothing but itself", () => {
    const text = JSON.stringify(ashfieldCopy()).replace("{", '{"__proto__":{"polluted":true},');
    parseDefinition(JSON.parse(text));
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("anything at all put anywhere in it never throws", () => {
    const places = JSON.stringify(ashfieldCopy()).length;
    fc.assert(
      fc.property(fc.anything(), fc.nat(places), (value, at) => {
        const json = ashfieldCopy();
        replaceAt(json, value, at);
        const outcome = parseDefinition(json);
        expect(
          outcome.ok || outcome.problems.every(({ place, sentence }) => sentence.startsWith(place)),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

/** Puts a value in place of one of the object's parts, chosen by number. */
function replaceAt(json: Json, value: unknown, at: number): void {
  let target: Record<string, unknown> = json as unknown as Record<string, unknown>;
  let left = at;
  for (;;) {
    const keys = Object.keys(target);
    if (keys.length === 0) return;
    const key = keys[left % keys.length]!;
    left = Math.floor(left / keys.length);
    const inner = target[key];
    if (left === 0 || typeof inner !== "object" || inner === null) {
      target[key] = value;
      return;
    }
    target = inner as Record<string, unknown>;
  }
}
