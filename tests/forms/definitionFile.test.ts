import { describe, expect, it } from "vitest";
import { readDefinitionFile } from "../../src/forms/definitionFile.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { everyKind } from "../support/everyKind.ts";

const said = (text: string) => {
  const read = readDefinitionFile(text);
  return read.ok ? [] : read.sentences;
};

describe("a panel's file", () => {
  it("is read as it is", () => {
    expect(readDefinitionFile(JSON.stringify(everyKind, null, 2))).toEqual({ ok: true, json: everyKind });
  });

  it.each([
    ["a file cut short", '{"format": 1,'],
    ["no text", ""],
    ["words", "A panel"],
  ])("that is %s is refused", (_, text) => {
    expect(said(text)).toEqual(["It is not a JSON file, or it was cut short."]);
  });

  it("that is a web page is said to be one", () => {
    expect(said("\n<!DOCTYPE html><p>Welcome to our guest network")).toEqual([
      expect.stringContaining("web page"),
    ]);
  });

  it("in which a key stands twice is refused, by line: one of the two would go missing", () => {
    expect(said('{"a": {"x": 1},\n "b": [{"x": 2}, {"x": 3}],\n "\\u0061": 4}')).toEqual([
      "Line 3: ‘a’ is there twice in the same place, and only one of them could count.",
    ]);
    expect(said('{"a": "\\"a\\": {", "b": "{"}')).toEqual([]);
  });

  it("nested without end ends in a sentence", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const read = readDefinitionFile(deep);
    expect(read.ok ? parseDefinition({ deep: read.json }).ok : false).toBe(false);
  });

  it("with fields that a newer version added keeps them, and one named __proto__ changes nothing", () => {
    const text = JSON.stringify({ ...everyKind, later: { kept: true } }).replace(
      "{",
      '{"__proto__": {"name": "Stolen"},',
    );
    const read = readDefinitionFile(text);
    const parsed = parseDefinition(read.ok ? read.json : undefined);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence);
    expect(parsed.definition).toMatchObject({ name: everyKind.name, later: { kept: true } });
    expect(Object.getPrototypeOf(parsed.definition)).toBe(Object.prototype);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
