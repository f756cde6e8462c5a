import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { callsOf } from "../../src/domain/hearing.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";

/** A panel's own definition, as it ships, against a meeting on that day. */
function callFor(panel: string, date: string) {
  const json = JSON.parse(
    readFileSync(new URL(`../../src/forms/panels/${panel}.json`, import.meta.url), "utf8"),
  ) as unknown;
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(`${panel} does not parse`);
  const { deadlines, calendar } = parsed.definition;
  const [call] = callsOf(deadlines, [{ key: "m", date, start: "10:00", cancelled: false }], {
    workingDayEnds: calendar.workingDayEnds,
    named: [],
  });
  if (!call?.due) throw new Error(`${panel} has no last moment for referrals`);
  return { ...call, due: call.due };
}

describe("the last moment for referrals, by the definitions that come with Confer", () => {
  it.each([
    ["ashfield", "[ASH-01] [ASH-02] [GAP-01]", "2026-11-26", "2026-11-23"],
    ["hertfordshire", "[HER-01]", "2026-11-26", "2026-11-17"],
    ["hertfordshire", "[HER-01] over Christmas", "2026-12-31", "2026-12-18"],
    ["hartlepool-stockton", "[HAR-01]", "2026-11-26", "2026-11-12"],
    ["hartlepool-stockton", "[HAR-01] over Easter", "2026-04-09", "2026-03-24"],
    ["oxfordshire", "[OXF-01] [OXT-01]", "2026-11-26", "2026-11-12"],
    ["oxfordshire", "[OXF-02] [GAP-15] over Easter", "2026-04-09", "2026-03-24"],
  ])("%s %s: for a meeting on %s it is %s, at the end of the working day [GAP-14]", (panel, _, date, due) => {
    const call = callFor(panel, date);
    expect([call.due.date, call.due.time]).toEqual([due, "17:00"]);
  });

  it("[GAP-01] shows the rule that Ashfield's other passage gives", () => {
    expect(callFor("ashfield", "2026-11-26").other?.due.date).toBe("2026-11-24");
  });

  it("[GAP-05] shows when Hartlepool and Stockton decides beside when the request is due", () => {
    expect(callFor("hartlepool-stockton", "2026-11-26").decided?.due.date).toBe("2026-11-12");
    // Over Easter ten working days are more than fourteen: what is handed over then has to be decided by then.
    expect(callFor("hartlepool-stockton", "2026-04-09").decided?.due.date).toBe("2026-03-24");
  });

  it("[GAP-15] says that Oxfordshire's date was brought forward by the members' notice, and only then", () => {
    expect(callFor("oxfordshire", "2026-04-09").brought?.from.date).toBe("2026-03-26");
    expect(callFor("oxfordshire", "2026-11-26").brought).toBeUndefined();
  });
});
