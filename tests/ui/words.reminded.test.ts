import { describe, expect, it } from "vitest";
import type { SentReminder } from "../../src/app/noticeTypes.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { UserId } from "../../src/domain/ids.ts";
import { nobodyWords, ownerFoundWords, remindedWords } from "../../src/ui/words/reminded.ts";

const on = (day: string) => day as CalendarDate;
const DAYS = ["2026-11-20", "2026-11-24", "2026-11-26", "2026-12-01"].map(on);
const TODAY = on("2026-11-26");
const words = (sent?: SentReminder, days: readonly CalendarDate[] = DAYS, sort: "own" | "chase" = "own") =>
  remindedWords({ name: "Mo Member", sort, days }, sent, TODAY);

describe("who was reminded [GAP-21]", () => {
  it("is the day that the server says, with the next one", () => {
    expect(words({ on: on("2026-11-24"), unsent: undefined })).toBe(
      "Mo Member: reminded on 24 November 2026. Next on 1 December 2026.",
    );
  });

  it("says so where a notice has not gone out, with what went before it", () => {
    expect(words({ on: on("2026-11-24"), unsent: TODAY })).toBe(
      "Mo Member: reminded on 24 November 2026; the reminder of 26 November 2026 has not gone out. Next on 1 December 2026.",
    );
    expect(words({ on: undefined, unsent: TODAY }, DAYS.slice(0, 3))).toBe(
      "Mo Member: the reminder of 26 November 2026 has not gone out.",
    );
  });

  it("says that somebody cannot be reminded, once a day has passed without", () => {
    const nothing = { on: undefined, unsent: undefined };
    expect(words(nothing, DAYS)).toBe(
      "Mo Member: no reminder was sent. They have given Confer no email address or device for it, or turned it off.",
    );
    expect(words(nothing, [TODAY])).toBe("Mo Member: a reminder is due today.");
    expect(words(nothing, [on("2026-12-01")])).toBe("Mo Member: not reminded yet. Next on 1 December 2026.");
  });

  it("names the days of the rule, and claims no more, where the server has not said", () => {
    expect(words(undefined, DAYS.slice(0, 3), "chase")).toBe(
      "Mo Member, to chase it: to be reminded on 20 November 2026, 24 November 2026 and 26 November 2026; whether it was sent is not known on this device.",
    );
    expect(words(undefined, DAYS.slice(0, 1))).toContain("to be reminded on 20 November 2026; whether");
  });

  it("says of whom nobody is reminded, and why", () => {
    const user = "u" as UserId;
    expect(nobodyWords({ owner: " ", user: undefined }, [])).toBe(
      "Nobody is reminded to do it: nobody is named.",
    );
    expect(nobodyWords({ owner: "Mo", user: undefined }, [])).toBe(
      "Mo is not reminded: Confer knows them by name alone.",
    );
    expect(nobodyWords({ owner: "Mo", user }, [])).toBe(
      "Mo is not reminded: they do not have access to this case.",
    );
    expect(nobodyWords({ owner: "Mo", user }, [{ user }])).toBeUndefined();
  });

  it("says, where somebody else is to be named, whether the one who is named is on Confer", () => {
    const then = "Whoever you choose has it at once, and is reminded of it.";
    const found = (owner: string, ...mayWrite: boolean[]) =>
      ownerFoundWords(
        { owner },
        mayWrite.map((each) => ({ mayWrite: each })),
      );
    expect(found(" ")).toBe(then);
    expect(found("Mo")).toBe(`Nobody on Confer is called Mo. ${then}`);
    expect(found("Mo", true)).toBe(`Mo is on Confer. ${then}`);
    expect(found("Mo", false)).toBe(`Mo is on Confer, but may not write in this case. ${then}`);
    expect(found("Mo", true, false)).toBe(`More than one person on Confer is called Mo. ${then}`);
  });
});
