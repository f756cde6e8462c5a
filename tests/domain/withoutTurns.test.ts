import { expect, test } from "vitest";
import { withoutTurns } from "../../src/domain/withoutTurns.ts";

test("a name in a sentence turns nothing round, and reads as it was typed otherwise", () => {
  expect(withoutTurns("\u202egnp.exe\u202c \u2067Vale\u2069")).toBe("gnp.exe Vale");
  const kept = "مرحبا بالعالم Ngũgĩ O’Brien 👩🏽‍🦽 \u200f\u200e";
  expect(withoutTurns(kept)).toBe(kept);
});
