/** By when a request to see personal data has to be answered [ASH-100]: UK GDPR article 12(3), as the ICO counts it. */
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { dueBy } from "../../src/domain/deadline.ts";
import type { LogLine } from "../../src/domain/records/logLine.ts";
import type { PanelLog } from "../../src/forms/definition/handling.ts";
import { clockOf } from "../../src/forms/logClocks.ts";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";

const DAYS = { workingDayEnds: "17:00", named: [] };
const line = (values: Record<string, string>): LogLine => ({
  kind: "accessRequests",
  values: Object.entries(values).map(([field, value]) => ({ field, value })),
  on: "2026-11-26" as CalendarDate,
});

const requests = await Promise.all(
  SHIPPED_PANELS.map(async ({ id, load }) => {
    const parsed = parseDefinition(await load());
    if (!parsed.ok) throw new Error("does not parse");
    return [id, parsed.definition.records.find(({ clock }) => clock)] as const;
  }),
);

describe.each(requests)("[ASH-100] a request to see personal data, in %s", (_, log) => {
  const due = (values: Record<string, string>) => clockOf(log as PanelLog, line(values), DAYS);

  it.each([
    // A Thursday; a Sunday, so Monday; a month with no such day; over Christmas, to the first day anybody works.
    ["2026-11-26", "2026-12-29"],
    ["2026-10-01", "2026-11-02"],
    ["2027-01-31", "2027-03-01"],
    ["2026-11-25", "2026-12-29"],
    ["2026-11-03", "2026-12-03"],
  ])("that came on %s is answered by %s", (receivedOn, by) => {
    expect(due({ receivedOn })).toBe(by);
  });

  it("runs to the day it was put off to, and no more once it is answered", () => {
    expect(due({ receivedOn: "2026-11-03", dueInstead: "2027-02-03" })).toBe("2027-02-03");
    expect(due({ receivedOn: "2026-11-03", answeredOn: "2026-11-20" })).toBeUndefined();
  });

  it("does not run before it is known when it came", () => {
    expect(due({ receivedBy: "Somebody" })).toBeUndefined();
    expect(due({ receivedOn: "soon" })).toBeUndefined();
  });
});

describe("a last day that nobody works", () => {
  const from = { date: "2026-11-25" as CalendarDate, time: "10:00" };
  const month = { amount: 1, unit: "months", counting: "inclusive", direction: "after" } as const;

  it("gives way and says what was passed over, where the rule says so; and stands where it does not", () => {
    const given = dueBy({ ...month, lastDay: "nextWorkingDay" }, from, DAYS);
    expect(given.date).toBe("2026-12-29");
    expect(given.skipped.map(({ name }) => name)).toEqual([
      "Christmas Day",
      "Saturday",
      "Sunday",
      expect.stringContaining("Boxing Day"),
    ]);
    expect(given.fallsOn).toBeUndefined();
    expect(dueBy(month, from, DAYS)).toMatchObject({
      date: "2026-12-25",
      fallsOn: { name: "Christmas Day" },
    });
  });

  it("is the day itself where somebody works", () => {
    const rule = { ...month, lastDay: "nextWorkingDay" } as const;
    expect(dueBy(rule, { ...from, date: "2026-11-03" as CalendarDate }, DAYS)).toMatchObject({
      date: "2026-12-03",
      skipped: [],
    });
  });

  it("ends with a yes as it does with a day, and not with a no", () => {
    const shipped = requests[0]?.[1] as PanelLog;
    const log = { ...shipped, clock: { ...shipped.clock, until: "done" } } as PanelLog;
    const at = (done: string) => clockOf(log, line({ receivedOn: "2026-11-03", done }), DAYS);
    expect([at("Yes"), at("No")]).toEqual([undefined, "2026-12-03"]);
  });
});
