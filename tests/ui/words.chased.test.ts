import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { commitmentWords, toChase } from "../../src/ui/words/chased.ts";

const on = (day: string) => day as CalendarDate;

describe("what is said of an action beside how it stands", () => {
  const promised = (commitment: "" | "inPrinciple" | "confirmed", agency = "Housing") =>
    commitmentWords({ commitment, agency, state: "open" });

  it("[OXT-34] [OXT-61] says that a resource promised in principle waits for the agency’s own approval", () => {
    expect(promised("inPrinciple")).toBe("Agreed in principle: Housing has yet to confirm");
    expect(promised("inPrinciple", " ")).toBe("Agreed in principle: The agency has yet to confirm");
    expect(promised("confirmed")).toBe("Confirmed by the agency");
    expect(promised("")).toBeUndefined();
    expect(commitmentWords({ commitment: "inPrinciple", agency: "Housing", state: "notPossible" })).toBe(
      "Agreed in principle",
    );
  });

  it("[GAP-21] counts for somebody only what the rule puts before one of their roles, once its day has passed", () => {
    const chases = [
      { until: on("2026-12-01"), to: ["coordinator"] as const, says: "" },
      { until: on("2026-12-17"), to: ["coordinator", "chair"] as const, says: "" },
    ];
    const actions = [{ state: "open" as const, chases }];
    expect(toChase(actions, ["coordinator"], on("2026-12-01"))).toEqual([]);
    expect(toChase(actions, ["coordinator"], on("2026-12-02"))).toHaveLength(1);
    expect(toChase(actions, ["chair"], on("2026-12-17"))).toEqual([]);
    expect(toChase(actions, ["chair"], on("2026-12-18"))).toHaveLength(1);
    expect(toChase(actions, ["member"], on("2026-12-18"))).toEqual([]);
    expect(toChase([{ state: "done" as const, chases }], ["chair"], on("2026-12-18"))).toEqual([]);
  });
});
