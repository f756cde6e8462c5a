import { describe, expect, it } from "vitest";
import type { CaseSummary } from "../../src/app/api.ts";
import { makeNumbers, PATTERNS } from "../../src/ui/routes.ts";
import { answerFor } from "../../src/sw/routing.ts";
import { REFUSALS } from "../../src/sync/protocol.ts";
import { caseHint, caseTitle } from "../../src/ui/words/cases.ts";
import { sizeWords, storageWords } from "../../src/ui/words/device.ts";
import { quarantineWords, refusalWords } from "../../src/ui/words/faults.ts";
import { readLink } from "../../src/ui/words/link.ts";
import { readMeeting, readTime } from "../../src/ui/words/meeting.ts";
import { initialsOf, rolesWords } from "../../src/ui/words/people.ts";
import { groupsOf, isLastGroup } from "../../src/ui/words/recoveryCode.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";

describe("addresses", () => {
  it("number cases as they are met, and carry no id", () => {
    const numbers = makeNumbers<string>();
    expect([numbers.of("a"), numbers.of("b"), numbers.of("a")]).toEqual([1, 2, 1]);
    expect(numbers.find("2")).toBe("b");
  });

  it.each(["0", "3", "01", "-1", "1.5", "x", "", undefined, "__proto__"])("lead nowhere for %s", (text) => {
    const numbers = makeNumbers<string>();
    numbers.of("a");
    numbers.of("b");
    expect(numbers.find(text)).toBeUndefined();
  });

  it("forget everything for another person", () => {
    const numbers = makeNumbers<string>();
    numbers.of("a");
    numbers.forget();
    expect(numbers.find("1")).toBeUndefined();
  });

  it.each(Object.values(PATTERNS))("are pages of the app and not the server’s own: %s", (pattern) => {
    const url = new URL(pattern.replaceAll(/[:?]/g, ""), "https://panel.example");
    const asked = { method: "GET", mode: "navigate", url, precached: false, origin: url.origin };
    expect(answerFor(asked)).toBe("shell");
  });
});

describe("a pasted link", () => {
  const origin = "https://panel.example";
  it("is found in a sentence, in brackets, and broken over lines", () => {
    const path = { ok: true, path: "/#join=abc-123" };
    expect(readLink(`${origin}/#join=abc-123`, origin)).toEqual(path);
    expect(readLink(`Here you are: <${origin}/#join=abc-123>\nBye`, origin)).toEqual(path);
    expect(readLink(`${origin}/#join=a\n  bc-123`, origin)).toEqual(path);
  });

  it("is refused with the reason", () => {
    expect(readLink("  ", origin)).toMatchObject({ ok: false, text: "Paste your invite link" });
    expect(readLink("join=abc", origin)).toMatchObject({ ok: false });
    expect(readLink(`${origin}/`, origin)).toMatchObject({ ok: false });
    expect(readLink("https://evil.example/#join=abc", origin)).toMatchObject({
      ok: false,
      text: "This link is for another server: open evil.example in the browser instead",
    });
  });
});

describe("the recovery code", () => {
  const code = "3F7K-0000-1111-ABCD-EFGH-JKMN-P0";
  it("has its groups, and is checked by the last", () => {
    expect(groupsOf(code)).toHaveLength(7);
    expect(isLastGroup("P0", code)).toBe(true);
    expect(isLastGroup(" po ", code)).toBe(true);
  });
  it("is not passed by another group, or by nothing", () => {
    for (const typed of ["", "JKMN", "P1", "P", "P00"]) expect(isLastGroup(typed, code)).toBe(false);
    expect(isLastGroup("", "")).toBe(false);
  });
});

describe("refusals and faults", () => {
  it("have words for every reason the server gives", () => {
    const unknown = refusalWords("no such reason").what;
    for (const reason of REFUSALS) expect(refusalWords(reason).what, reason).not.toBe(unknown);
    expect(refusalWords("constructor").what).toBe(unknown);
  });
  it("tell damage, a newer version and a stranger apart", () => {
    const faults = ["bad-signature", "suite", "not-allowed"];
    expect(new Set(faults.map((fault) => quarantineWords(fault).what)).size).toBe(3);
  });
});

describe("a meeting as typed", () => {
  const today = "2026-11-14" as CalendarDate;
  it.each([
    ["10:00", "10:00"],
    ["9.30", "09:30"],
    ["2pm", "14:00"],
    ["12am", "00:00"],
    ["12 pm", "12:00"],
    ["1430", "14:30"],
  ])("reads the time %s", (typed, time) => expect(readTime(typed)).toBe(time));
  it.each(["", "25:00", "10:60", "13pm", "0am", "noon", "10:0"])("refuses the time %j", (typed) =>
    expect(readTime(typed)).toBeUndefined(),
  );
  it("reads a date, and refuses one that is gone or never was", () => {
    const read = (day: string, month: string) => readMeeting({ day, month, year: "2026" }, "10:00", today);
    expect(read("26", "Nov")).toEqual({ ok: true, date: "2026-11-26", start: "10:00" });
    expect(read("14", "11")).toMatchObject({ ok: true });
    expect(read("13", "11")).toMatchObject({ ok: false, mistake: { field: "day" } });
    expect(read("31", "11")).toMatchObject({ ok: false });
    expect(read("26", "")).toMatchObject({ ok: false, mistake: { field: "month" } });
  });
});

describe("people and sizes", () => {
  it("makes initials", () => {
    expect(initialsOf("Ada Okoro")).toBe("AO");
    expect(initialsOf("Mary-Jane van der Berg")).toBe("MJV");
    expect(initialsOf("  ")).toBe("");
    expect(initialsOf("𝒜da")).toBe("𝒜");
  });
  it("lists roles as a sentence would", () => {
    expect(rolesWords([])).toBe("No role");
    expect(rolesWords(["referrer"])).toBe("Referrer");
    expect(rolesWords(["referrer", "chair", "coordinator"])).toBe("Chair, co-ordinator and referrer");
  });
  it("says sizes", () => {
    expect([10, 12_300_000, 1_400_000_000].map(sizeWords)).toEqual(["less than 1 MB", "12 MB", "1.4 GB"]);
    expect(storageWords(undefined)).toBe("The browser does not say.");
  });
});

describe("a case in a list", () => {
  const nowMs = Date.parse("2026-11-14T10:45:00Z");
  const draft: CaseSummary = {
    scope: "s" as CaseSummary["scope"],
    reference: "ASH-4K2P",
    panelName: "Ashfield",
    definitionId: "ashfield",
    subject: "",
    status: "draft",
    mine: true,
    author: "u" as CaseSummary["author"],
    updatedMs: Date.parse("2026-11-14T10:42:00Z"),
    submittedMs: undefined,
    sentMs: undefined,
    arrivedMs: undefined,
    looked: { opened: false, points: 0, of: 0 },
    wasAsked: false,
    meeting: undefined,
    decided: undefined,
    toFile: undefined,
    place: "this-device",
    progress: { complete: 3, total: 9 },
    answered: false,
    unsentChanges: false,
    gaps: 0,
    openAsks: [],
    reportsOwed: 0,
    sentBack: 0,
    trouble: 0,
    clocks: [],
    consentTasks: [],
  };
  it("says how far a draft is, when it was saved and where it is", () => {
    expect(caseTitle(draft)).toBe("ASH-4K2P");
    expect(caseHint(draft, nowMs)).toBe("Ashfield · 3 of 9 sections · saved 10:42 · only on this device");
  });
  it("says how long a sent one has waited", () => {
    const sent = { ...draft, subject: "A B", status: "submitted", place: "on-server" } as const;
    expect(caseHint({ ...sent, submittedMs: Date.parse("2026-11-11T23:00:00Z") }, nowMs)).toBe(
      "ASH-4K2P · Ashfield · sent 3 days ago",
    );
  });
  it("counts the gaps of one that came back", () => {
    expect(caseHint({ ...draft, status: "returned", gaps: 1 }, nowMs)).toContain("1 gap to answer");
  });
});
