import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellPath,
  donePath,
  isBlank,
  isFieldPath,
  MAX_TEXT,
  orderPath,
  parseAnswerValue,
  parseFieldPath,
  questionPath,
  reasonPath,
  removedPath,
  rowsOf,
} from "../../src/forms/answers.ts";
import { answersOf } from "./fixtures.ts";

const rows = (entries: Parameters<typeof answersOf>[0]) => rowsOf(answersOf(entries), "involved", "services");

describe("a field path", () => {
  it("is taken apart as it was put together", () => {
    expect(parseFieldPath(questionPath("person", "name"))).toEqual({
      kind: "question",
      section: "person",
      question: "name",
    });
    expect(parseFieldPath(reasonPath("person", "name"))).toMatchObject({ kind: "reason", question: "name" });
    expect(parseFieldPath(cellPath("a", "b", "row_1", "c"))).toEqual({
      kind: "cell",
      section: "a",
      question: "b",
      row: "row_1",
      field: "c",
    });
    expect(parseFieldPath(removedPath("a", "b", "1"))).toMatchObject({ kind: "removed", row: "1" });
    expect(parseFieldPath(orderPath("a", "b", "1"))).toMatchObject({ kind: "order", row: "1" });
    expect(parseFieldPath(donePath("papers"))).toEqual({ kind: "done", section: "papers" });
  });

  it.each([
    "",
    "person",
    "person.",
    "a.b/c",
    "a.b/@other",
    "a.b/r/@x",
    "a.b/r/c/d",
    "a.b\n",
    "A.b",
    "a.b/../c",
    "__proto__.x",
  ])("is not any other text: %j", (text) => expect(isFieldPath(text)).toBe(false));

  it("cannot be made of a row id with a slash", () => {
    expect(() => cellPath("a", "b", "x/y", "c")).toThrow(RangeError);
  });

  it("never throws on being parsed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.stringMatching(/^[a-c@._/-]{1,12}$/)), (text) => {
        expect(isFieldPath(text)).toBe(parseFieldPath(text) !== undefined);
      }),
    );
  });
});

describe("rows of a repeating group", () => {
  it("exist once any field has a value", () => {
    expect(rows({ "involved.services/a/service": "Police", "involved.services/b/service": "  " })).toEqual([
      "a",
    ]);
  });

  it("go when removed and come back when that is undone", () => {
    const row = { "involved.services/a/service": "Police" };
    expect(rows({ ...row, "involved.services/a/@removed": "yes" })).toEqual([]);
    expect(rows({ ...row, "involved.services/a/@removed": "no" })).toEqual(["a"]);
  });

  it("stand in their order, and those without one after them by id", () => {
    const entries = Object.fromEntries(
      ["a", "b", "c", "d"].map((id) => [`involved.services/${id}/service`, "x"]),
    );
    expect(
      rows({
        ...entries,
        "involved.services/d/@order": "1",
        "involved.services/b/@order": "2.5",
        "involved.services/a/@order": "soon",
      }),
    ).toEqual(["d", "b", "a", "c"]);
  });

  it("are not those of a group whose name begins alike", () => {
    expect(rows({ "involved.servicesMore/a/service": "x" })).toEqual([]);
  });

  it("may be called constructor or __proto__", () => {
    expect(
      rows({ "involved.services/constructor/service": "x", ["involved.services/__proto__/service"]: "y" }),
    ).toEqual(["__proto__", "constructor"]);
  });
});

describe("an answer from outside", () => {
  it.each([
    "",
    "text",
    "👩🏽‍🦽 مرحبا \u202E",
    "\uD800 alone",
    "__proto__",
    ["a", "b"],
    { day: "1", month: "Feb", year: "" },
    { choice: "other", other: "x" },
    { choices: ["a", "other"], other: "x" },
  ])("is kept exactly: %j", (value) =>
    expect(parseAnswerValue(JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value }),
  );

  it("is refused when it is too long, with what to do", () => {
    const outcome = parseAnswerValue("x".repeat(1_000_000));
    expect(outcome).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("1,000,000 characters and the most is 60,000. Shorten it") as string,
    });
    expect(parseAnswerValue("x".repeat(MAX_TEXT)).ok).toBe(true);
  });

  it.each([null, 7, true, {}, [1], { day: 1, month: "2", year: "3" }])(
    "is refused when it is none: %j",
    (value) => {
      expect(parseAnswerValue(value).ok).toBe(false);
    },
  );

  it("is blank when there is nothing but spaces in it", () => {
    expect(
      [" ", "\n", [], { day: " ", month: "", year: "" }, { choices: [], other: "" }].map(isBlank),
    ).toEqual([true, true, true, true, true]);
    expect(
      ["x", ["x"], { day: "1", month: "", year: "" }, { choice: "other", other: "" }].map(isBlank),
    ).toEqual([false, false, false, false]);
  });
});
