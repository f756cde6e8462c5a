import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { happened } from "../../src/domain/happened.ts";
import type { EntryId } from "../../src/domain/ids.ts";
import { standingLines, valueIn } from "../../src/domain/logLines.ts";
import type { LogLine } from "../../src/domain/records/logLine.ts";
import { entryId, makeStamper } from "./stamped.ts";

const stamp = makeStamper();
function line(says: string, entry: number, corrects?: EntryId, kind = "rota") {
  const values = [{ field: "chair", value: says }];
  const on = "2026-11-26" as CalendarDate;
  const record: LogLine = { kind, values, on, ...(corrects === undefined ? {} : { corrects }) };
  return happened(stamp(record, { entry }), record);
}
const said = (lines: ReturnType<typeof standingLines>) =>
  lines.map(({ record, before }) => [
    valueIn(record, "chair"),
    ...before.map((each) => valueIn(each.record, "chair")),
  ]);

describe("the lines of a log", () => {
  it("stand in the order first written, each as it was last put right, with what it said before", () => {
    const lines = [
      line("first", 1),
      line("second", 2),
      line("first, put right", 3, entryId(1)),
      line("and again", 4, entryId(3)),
      line("another log", 5, undefined, "guidance"),
    ];
    expect(said(standingLines(lines, "rota"))).toEqual([
      ["and again", "first", "first, put right"],
      ["second"],
    ]);
    expect(said(standingLines(lines, "guidance"))).toEqual([["another log"]]);
  });

  it("are kept where they put right what is not there, what is in another log, or themselves", () => {
    const lines = [
      line("of another log", 1, undefined, "guidance"),
      line("corrects what never came", 2, entryId(99)),
      line("corrects the other log", 3, entryId(1)),
      line("corrects itself", 4, entryId(4)),
    ];
    expect(standingLines(lines, "rota")).toHaveLength(3);
  });

  it("read as they are when two people put right the same line, the later one last", () => {
    const lines = [line("first", 1), line("one", 2, entryId(1)), line("two", 3, entryId(1))];
    expect(said(standingLines(lines, "rota"))).toEqual([["two", "first", "one"]]);
  });

  it("say nothing in a box that was left empty", () => {
    expect(valueIn(line("x", 1).record, "organisation")).toBe("");
  });
});
