import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { datesCalendar } from "../../src/domain/icalendar.ts";
import { PublicAddress, PublicDates } from "../../src/domain/publicDates.ts";

const LIST = PublicDates.parse({
  name: "Ashfield Complex Case Panel; adults, young people \\ carers, and the long name of a partnership – Caernarfon",
  dates: [
    {
      uid: "ashfield-2026-11-26",
      date: "2026-11-26",
      start: "10:00",
      cutOff: { date: "2026-11-23", time: "17:00" },
      cancelled: false,
    },
    { uid: "ashfield-2027-06-24", date: "2027-06-24", start: "14:00", cancelled: true },
  ],
});
const AT = { host: "confer.example.gov.uk", stampMs: Date.UTC(2026, 10, 2, 9, 5, 7) };

type Component = { readonly lines: Map<string, string>; readonly inside: Component[]; readonly name: string };

/** A strict little reader: RFC 5545 section 3.1, and no more than these files may use. Throws on anything else. */
function parse(text: string): Component {
  if (!text.endsWith("\r\n") || /(?<!\r)\n|\r(?!\n)/.test(text))
    throw new Error("a line ends in other than CRLF");
  const raw = text.slice(0, -2).split("\r\n");
  const long = raw.find((line) => new TextEncoder().encode(line).length > 75);
  if (long !== undefined) throw new Error(`longer than 75 octets: ${long}`);
  if (raw.some((line) => line === "" || line.includes("�"))) throw new Error("an empty or broken line");
  const root: Component = { name: "", lines: new Map(), inside: [] };
  const open = [root];
  for (const line of text.slice(0, -2).replaceAll("\r\n ", "").split("\r\n")) {
    const [, name = "", value = ""] = /^([A-Z-]+):(.*)$/u.exec(line) ?? [];
    if (name === "") throw new Error(`not a line: ${line}`);
    const now = open.at(-1) as Component;
    if (name === "BEGIN") {
      const begun: Component = { name: value, lines: new Map(), inside: [] };
      now.inside.push(begun);
      open.push(begun);
    } else if (name === "END") {
      if (now.name !== value) throw new Error(`${value} ends inside ${now.name}`);
      open.pop();
    } else {
      if (now.lines.has(name)) throw new Error(`${name} twice`);
      now.lines.set(name, value);
    }
  }
  const [calendar] = root.inside;
  if (!calendar || open.length !== 1 || root.inside.length !== 1) throw new Error("not one calendar");
  return calendar;
}

const unescape = (text = "") => text.replaceAll(/\\([\\;,])/g, "$1");

describe("the dates as a calendar file [ASH-04]", () => {
  const text = datesCalendar(LIST, AT);
  const calendar = parse(text);
  const [first, second] = calendar.inside;

  it("is one calendar with an event for each meeting", () => {
    expect(calendar.name).toBe("VCALENDAR");
    expect(calendar.lines.get("VERSION")).toBe("2.0");
    expect(calendar.inside.map(({ name }) => name)).toEqual(["VEVENT", "VEVENT"]);
    expect(unescape(calendar.lines.get("X-WR-CALNAME"))).toBe(LIST.name);
  });

  it("gives the start in UTC, summer time included", () => {
    expect(first?.lines.get("DTSTART")).toBe("20261126T100000Z");
    expect(second?.lines.get("DTSTART")).toBe("20270624T130000Z");
    expect(first?.lines.get("DTSTAMP")).toBe("20261102T090507Z");
  });

  it("says the last moment for referrals, and which meeting was cancelled", () => {
    expect(unescape(first?.lines.get("DESCRIPTION"))).toBe("Referrals by 23 November 2026, 17:00.");
    expect(second?.lines.has("DESCRIPTION")).toBe(false);
    expect([first, second].map((event) => event?.lines.get("STATUS"))).toEqual(["CONFIRMED", "CANCELLED"]);
  });

  it("names a meeting the same however it is moved", () => {
    const moved = { ...LIST, dates: LIST.dates.map((date) => ({ ...date, start: "09:00" })) };
    const again = parse(datesCalendar(moved, { ...AT, stampMs: AT.stampMs + 1e9 })).inside;
    expect(again.map(({ lines }) => lines.get("UID"))).toEqual(
      calendar.inside.map(({ lines }) => lines.get("UID")),
    );
    expect(first?.lines.get("UID")).toBe("ashfield-2026-11-26@confer.example.gov.uk");
  });

  it("folds a long name of any letters between them", () => {
    for (let length = 60; length < 80; length++) {
      const name = `${"x".repeat(length)}${"ŵ–😀".repeat(20)}`;
      expect(parse(datesCalendar({ name, dates: [] }, AT)).lines.get("X-WR-CALNAME")).toBe(name);
    }
  });

  it("holds nothing but what the list holds, byte for byte as frozen", () => {
    expect(text).toBe(readFileSync(new URL("../vectors/dates.ics", import.meta.url), "utf8"));
  });
});

describe("what may be public", () => {
  it("has no place for anything else: a field too many is left out", () => {
    const [date] = LIST.dates;
    const more = { ...LIST, cases: ["ASH-7K3M9"], dates: [{ ...date, agenda: "a name" }] };
    expect(JSON.stringify(PublicDates.parse(more))).not.toMatch(/7K3M9|a name/);
  });

  it.each(["", "ab", "-ash", "ash-", "Ash", "a.b", "a/b", "ash field", "x".repeat(41)])(
    "refuses %j as an address",
    (address) => {
      expect(PublicAddress.safeParse(address).success).toBe(false);
    },
  );

  it("takes letters, figures and hyphens", () => {
    expect(PublicAddress.safeParse("ashfield-2026").success).toBe(true);
  });

  it.each([
    ["a name of two lines", { ...LIST, name: "one\r\ntwo" }],
    ["no name", { ...LIST, name: "" }],
    ["a day that never was", { ...LIST, dates: [{ ...LIST.dates[0], date: "2026-02-30" }] }],
    ["a time that never was", { ...LIST, dates: [{ ...LIST.dates[0], start: "25:00" }] }],
    ["a uid with a line end", { ...LIST, dates: [{ ...LIST.dates[0], uid: "a\r\nb" }] }],
    ["too many dates", { ...LIST, dates: Array.from({ length: 201 }, () => LIST.dates[0]) }],
  ])("refuses %s", (_, list) => {
    expect(PublicDates.safeParse(list).success).toBe(false);
  });
});
