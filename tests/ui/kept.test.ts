/** Typing that is not a record yet: when it is kept, what of it, and how it comes back. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Outcome, Problem } from "../../src/app/api.ts";
import type { FieldPath } from "../../src/forms/answers.ts";
import { draftFrom, draftText } from "../../src/ui/kept/draftText.ts";
import { makeKeeper } from "../../src/ui/kept/keeper.ts";
import { answersFrom, answersText } from "../../src/ui/referral/firstAnswers.ts";

const kept: Outcome = { ok: true, value: undefined };

/** Notes as a device keeps them; `hold` makes keeping take until it is let go. */
function makeNotes() {
  const disk = new Map<string, string>();
  let outcome: Outcome = kept;
  let gate = Promise.resolve();
  return {
    disk,
    fail: (problem: Problem) => void (outcome = { ok: false, problem }),
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    keepNote: async (name: string, text: string) => {
      const said = outcome;
      await gate;
      if (said.ok) disk.set(name, text);
      return said;
    },
    readNote: async (name: string) => disk.get(name),
    clearNote: async (name: string) => void disk.delete(name),
  };
}

describe("a half-made screen", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("is kept within half a second of the first letter, however long typing goes on", async () => {
    const notes = makeNotes();
    const keeper = makeKeeper(notes, "invite", () => undefined);
    for (const text of ["a", "ab", "abc", "abcd", "abcde"]) {
      keeper.changed(text);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(notes.disk.get("invite")?.length).toBeGreaterThanOrEqual(4);
  });

  test("is kept at once on leaving", async () => {
    const notes = makeNotes();
    const keeper = makeKeeper(notes, "invite", () => undefined);
    keeper.changed("half a name");
    keeper.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(notes.disk.get("invite")).toBe("half a name");
  });

  test("does not come back after it became a record, even when it was just being kept", async () => {
    const notes = makeNotes();
    const keeper = makeKeeper(notes, "invite", () => undefined);
    const letGo = notes.hold();
    keeper.changed("a reason");
    keeper.flush();
    keeper.changed("a reason, and");
    keeper.drop();
    letGo();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(notes.disk.size).toBe(0);
  });

  test("is not lost to the clearing of the one before", async () => {
    const notes = makeNotes();
    const keeper = makeKeeper(notes, "invite", () => undefined);
    const letGo = notes.hold();
    keeper.changed("first");
    keeper.flush();
    keeper.drop();
    keeper.changed("second");
    keeper.flush();
    letGo();
    await vi.advanceTimersByTimeAsync(0);
    expect(notes.disk.get("invite")).toBe("second");
  });

  test("leaves nothing behind once everything typed is taken away again", async () => {
    const notes = makeNotes();
    const keeper = makeKeeper(notes, "invite", () => undefined);
    keeper.changed("x");
    await vi.advanceTimersByTimeAsync(500);
    expect(notes.disk.size).toBe(1);
    keeper.changed("");
    await vi.advanceTimersByTimeAsync(500);
    expect(notes.disk.size).toBe(0);
  });

  test("says when it could not be kept, and takes that back when it could", async () => {
    const notes = makeNotes();
    const said: (Problem | undefined)[] = [];
    const keeper = makeKeeper(notes, "invite", (problem) => said.push(problem));
    notes.fail({ kind: "storage-full" });
    keeper.changed("x");
    await vi.advanceTimersByTimeAsync(500);
    expect(said).toEqual([{ kind: "storage-full" }]);
  });
});

describe("the text of a half-made record", () => {
  const blank = { giver: "Sam", on: { day: "1" }, grounds: [] as string[], gaps: [{ key: "", text: "" }] };

  test("holds what was typed, not what was only proposed: that may differ another day", () => {
    const text = draftText({ ...blank, grounds: ["crime"] }, blank);
    expect(text).not.toContain("Sam");
    expect(draftFrom(text, { ...blank, giver: "Alex", on: { day: "2" } })).toEqual({
      ...blank,
      giver: "Alex",
      on: { day: "2" },
      grounds: ["crime"],
    });
    expect(draftText({ ...blank }, blank)).toBe("");
  });

  test("of another version of the app is taken as far as it fits", () => {
    const text = JSON.stringify({
      giver: 7,
      on: { day: "3", extra: 1 },
      gaps: [{ text: "a" }, "b"],
      more: 1,
    });
    expect(draftFrom(text, blank)).toEqual({ ...blank, on: { day: "3" }, gaps: [{ key: "", text: "a" }] });
    expect(draftFrom("not a note", blank)).toEqual(blank);
  });

  test("of first answers leaves out what is no answer", () => {
    const answers = new Map([["eligibility.adult" as FieldPath, "yes"]]);
    expect(answersFrom(answersText(answers))).toEqual(answers);
    expect(answersText(new Map())).toBe("");
    expect(
      answersFrom(
        JSON.stringify([
          ["no path", "x"],
          ["eligibility.adult", 3],
        ]),
      ).size,
    ).toBe(0);
  });
});
