/** A line of every log that a panel keeps by hand: typed, refused in words, and made a record that readers take. */
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { checkRecord } from "../../src/domain/records/record.ts";
import type { PanelLog } from "../../src/forms/definition/handling.ts";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import {
  blankLine,
  boxId,
  draftOf,
  lineErrors,
  lineRecord,
  type LogDraft,
} from "../../src/ui/logs/logDraft.ts";
import { entryId } from "../domain/stamped.ts";

const TODAY = "2026-11-26" as CalendarDate;

async function byHand(): Promise<readonly PanelLog[]> {
  const definitions = await Promise.all(
    SHIPPED_PANELS.map(async ({ load }) => parseDefinition(await load())),
  );
  return definitions.flatMap((parsed) =>
    parsed.ok ? parsed.definition.records.filter(({ kept }) => kept === "byHand") : [],
  );
}

const filled = (log: PanelLog): LogDraft =>
  Object.fromEntries(
    log.fields.map(({ key, type }) => [
      key,
      {
        text: type === "date" ? "" : type === "yesNo" ? "Yes" : `said of ${key}`,
        date: type === "date" ? { day: "3", month: "11", year: "2026" } : { day: "", month: "", year: "" },
      },
    ]),
  );

describe("a line of a panel’s log", async () => {
  const logs = await byHand();

  it("[OXT-89] [OXT-90] [OXT-91] [HAR-05] [HAR-06] [HAR-20] [HER-59] [ASH-48] [ASH-119] [ASH-120] is kept by hand", () => {
    const sources = logs.flatMap((log) => log.sources ?? []);
    const wanted = [
      "OXT-89",
      "OXT-90",
      "OXT-91",
      "HAR-05",
      "HAR-06",
      "HAR-20",
      "HER-59",
      "ASH-48",
      "ASH-119",
    ];
    expect(wanted.filter((id) => !sources.includes(id))).toEqual([]);
  });

  it.each(logs.map((log) => [log.label, log] as const))("‘%s’ becomes a record", (_, log) => {
    const draft = filled(log);
    expect(lineErrors(log, draft, TODAY).filter(Boolean)).toEqual([]);
    const line = lineRecord(log, draft, TODAY);
    const type = log.about === "case" ? "filed-record" : "panel-filed";
    expect(checkRecord({ type, definition: "d", ...line })).toBe("right");
    expect(line).toMatchObject({ kind: log.key, on: TODAY });
    expect(line).not.toHaveProperty("corrects");
    expect(line.values).toHaveLength(log.fields.length);
    // Opened to be put right, it is typed as it was.
    expect(draftOf(log, line)).toEqual(draft);
  });

  it("[HER-38] [HER-40] [OXT-04] [OXT-06] is kept of the panel itself too", () => {
    const ofPanels = logs.filter(({ about }) => about === "panel").flatMap((log) => log.sources ?? []);
    expect(ofPanels).toEqual(expect.arrayContaining(["HER-38", "HER-40", "OXT-04", "OXT-06"]));
  });

  it("names the line that it puts right, and has boxes of its own beside a new one", () => {
    const [log] = logs as [PanelLog];
    expect(lineRecord(log, filled(log), TODAY, entryId(7)).corrects).toBe(entryId(7));
    const key = log.fields[0]?.key as string;
    expect(boxId(log, key, entryId(7))).not.toBe(boxId(log, key));
    expect(lineErrors(log, blankLine(log), TODAY, entryId(7))).toMatchObject([
      { fieldId: boxId(log, key, entryId(7)) },
    ]);
  });

  it("takes a day that lies ahead only where the log asks for one", () => {
    const log = logs.find(({ clock }) => clock !== undefined) as PanelLog;
    const ahead = { text: "", date: { day: "1", month: "2", year: "2027" } };
    const errors = (key: string) =>
      lineErrors(log, { ...blankLine(log), [key]: ahead }, TODAY).filter((error) => error !== undefined);
    expect(errors(log.clock?.movedTo as string)).toEqual([]);
    expect(errors(log.clock?.from as string)).toMatchObject([
      { text: "The date must be today or in the past" },
    ]);
  });

  it("is refused empty, with a day that is none, and where it is too long", () => {
    const log = logs.find(({ fields }) => fields.some(({ type }) => type === "date")) as PanelLog;
    const date = log.fields.find(({ type }) => type === "date")?.key as string;
    const text = log.fields.find(({ type }) => type === "text")?.key as string;
    expect(lineErrors(log, blankLine(log), TODAY)).toMatchObject([{ text: "Fill in at least one box" }]);
    const wrong = filled(log);
    wrong[date] = { text: "", date: { day: "31", month: "2", year: "2026" } };
    wrong[text] = { text: "x".repeat(301), date: { day: "", month: "", year: "" } };
    const errors = lineErrors(log, wrong, TODAY).filter((error) => error !== undefined);
    expect(errors.map((error) => error.text)).toEqual(
      expect.arrayContaining([
        "Enter a real date, like 26 11 2026",
        expect.stringContaining("must be 300 characters or fewer"),
      ]),
    );
  });
});
