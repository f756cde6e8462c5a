/** A person's own calendar, at a secret address. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ReminderId } from "../../src/domain/ids.ts";
import { newId } from "../support/entries.ts";
import { type Member, NoticeWorld } from "../support/notices.ts";
import { TestClient } from "../support/server.ts";

let world: NoticeWorld;
let member: Member;
beforeAll(async () => {
  world = await NoticeWorld.start("2026-12-01");
});
beforeEach(async () => {
  member = await world.member();
});
afterAll(() => world.close());

describe("the private calendar", () => {
  const days = () => [
    { id: newId<ReminderId>(), kind: "action", day: "2026-12-24", title: "CANARY" },
    { id: newId<ReminderId>(), kind: "meeting", day: "2027-06-03", from: "10:00", to: "12:30" },
  ];
  const put = async (list: object[]) =>
    (await world.ask(member, "PUT", "/notices/calendar", { days: list })).body as { calendar: string };
  const read = (path: string) =>
    new TestClient(world.server.url).send("GET", path, undefined, { "x-confer": undefined });

  test("is read by whoever knows its address, and says days under neutral titles", async () => {
    const { calendar } = await put(days());
    expect(calendar).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
    const { status, body, headers } = await read(calendar);
    expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([
      200,
      "text/calendar; charset=utf-8",
      "no-store",
    ]);
    expect(String(body)).toContain(
      "DTSTART;VALUE=DATE:20261224\r\nSUMMARY:Action due\r\nTRANSP:TRANSPARENT\r\n",
    );
    expect(String(body)).toContain(
      "DTSTART:20270603T090000Z\r\nDTEND:20270603T113000Z\r\nSUMMARY:Meeting\r\n",
    );
    expect(String(body)).not.toContain("CANARY");
    expect(world.server.lines.join("")).not.toContain(calendar.slice(10, 53));
  });

  test("keeps its address while its days change, and has another once it was turned off", async () => {
    const { calendar } = await put(days());
    expect((await put([])).calendar).toBe(calendar);
    expect(String((await read(calendar)).body)).not.toContain("BEGIN:VEVENT");
    expect((await world.ask(member, "DELETE", "/notices/calendar")).body).toMatchObject({ calendar: null });
    expect((await read(calendar)).status).toBe(404);
    const again = await put(days());
    expect(again.calendar).not.toBe(calendar);
    expect((await read(calendar)).status).toBe(404);
  });

  test.each([
    "/calendar/x.ics",
    `/calendar/${"A".repeat(43)}.ics`,
    "/calendar/",
    `/calendar/${"A".repeat(43)}`,
  ])("is not there at %s", async (path) => {
    expect((await read(path)).status).toBe(404);
  });
});
