import { describe, expect, it } from "vitest";
import { noticeOf } from "../../src/sw/notice.ts";

describe("a push", () => {
  it("becomes the server’s own sentence, and the figure on the icon", () => {
    const shown = noticeOf(JSON.stringify({ body: "You have 2 actions due this week", count: 2 }));
    expect(shown).toMatchObject({
      title: "Confer",
      options: { body: "You have 2 actions due this week", tag: "due" },
      count: 2,
    });
  });

  it.each([
    undefined,
    "",
    "not JSON",
    "[]",
    "null",
    "7",
    JSON.stringify({ body: 5, count: "2" }),
    JSON.stringify({ body: "x".repeat(201), count: -1 }),
  ])("that is none of the server’s still says something: %s", (text) => {
    expect(noticeOf(text)).toMatchObject({
      options: { body: "Something is due. Open Confer to see what." },
      count: undefined,
    });
  });
});
