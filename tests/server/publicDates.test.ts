/** Dates that anybody may read: who may publish them, and what is served. [ASH-04] */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "../../src/server/csp.ts";
import {
  enrol,
  openCase,
  removeDataDir,
  setUpPartnership,
  startTestServer,
  TestClient,
  type TestServer,
} from "../support/server.ts";

const NOW = Date.UTC(2026, 10, 25, 12);
type Member = Awaited<ReturnType<typeof enrol>>;
let server: TestServer;
let lead: Member;
let member: Member;
let stranger: TestClient;

const date = (day: string, more: object = {}) => ({
  uid: `ash-${day}`,
  date: day,
  start: "10:00",
  cancelled: false,
  ...more,
});
const LIST = {
  name: "Ashfield <Panel> & “partners”",
  dates: [
    date("2027-01-14", { cancelled: true }),
    date("2026-11-26", { cutOff: { date: "2026-11-23", time: "17:00" } }),
    date("2026-10-01"),
  ],
};
const put = (client: TestClient, address: string, list: unknown = LIST) =>
  client.send("PUT", `/public/${address}`, { version: 1, list });
const read = (path: string) => stranger.send("GET", path, undefined, { "x-confer": undefined });

beforeAll(async () => {
  server = await startTestServer({}, { now: () => NOW });
  const made = await setUpPartnership(server, () => NOW);
  lead = { person: made.founder, client: made.client };
  member = await enrol(made.of, lead, { roles: ["member", "referrer", "minutes"] });
  await openCase(made.of, lead);
  stranger = new TestClient(server.url);
});
afterAll(async () => {
  await server.close();
  removeDataDir(server.dataDir);
});

describe("publishing dates", () => {
  test("is for co-ordinators and chairs, and nobody else may replace or remove them", async () => {
    expect((await put(lead.client, "ashfield")).status).toBe(200);
    const other = { name: "Not ours", dates: [] };
    expect(await put(member.client, "ashfield", other)).toMatchObject({
      status: 403,
      body: { error: "not-allowed" },
    });
    expect((await put(stranger, "ashfield", other)).status).toBe(401);
    expect((await member.client.send("DELETE", "/public/ashfield")).status).toBe(403);
    expect((await stranger.send("DELETE", "/public/ashfield")).status).toBe(401);
    expect((await read("/public/ashfield")).body).toContain("Ashfield");
  });

  test("does not work from a page of another site", async () => {
    const reply = await lead.client.send(
      "PUT",
      "/public/ashfield",
      { version: 1, list: LIST },
      {
        "x-confer": undefined,
      },
    );
    expect(reply.status).toBe(400);
  });

  test.each(["ab", "Ashfield", "ash_field", "ash.ics", "-ash", "x".repeat(41)])(
    "refuses the address %s",
    async (address) => {
      expect((await put(lead.client, address)).status).toBe(400);
    },
  );

  test.each([
    ["no list", undefined],
    ["a name of two lines", { ...LIST, name: "a\r\nb" }],
    ["a contact that is none", { ...LIST, contact: { email: "javascript:alert(1)" } }],
    ["a telephone number that is a sentence", { ...LIST, contact: { telephone: "Ask for Secret" } }],
    ["a day that never was", { ...LIST, dates: [date("2026-02-30")] }],
    [
      "more dates than a panel has",
      { ...LIST, dates: Array.from({ length: 201 }, () => date("2026-11-26")) },
    ],
  ])("refuses %s", async (_, list) => {
    expect((await put(lead.client, "refused", list ?? null)).status).toBe(400);
    expect((await read("/public/refused")).status).toBe(404);
  });

  test("refuses what is too large before it is read", async () => {
    const reply = await lead.client.send("PUT", "/public/large", `"${"x".repeat(70_000)}"`);
    expect(reply).toMatchObject({ status: 413, body: { error: "too-large" } });
  });

  test("keeps nothing that a list has no place for", async () => {
    const dates = [date("2026-11-26", { agenda: "CANARY" })];
    await put(lead.client, "plain", { name: "Plain", dates, cases: ["CANARY"] });
    const both = [await read("/public/plain"), await read("/public/plain/dates.ics")];
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(JSON.stringify(both.map(({ body }) => body))).not.toContain("CANARY");
  });

  test("ends with removing: nothing is there any more", async () => {
    await put(lead.client, "gone");
    expect((await lead.client.send("DELETE", "/public/gone")).status).toBe(204);
    expect((await read("/public/gone")).status).toBe(404);
    expect((await read("/public/gone/dates.ics")).status).toBe(404);
  });
});

describe("what anybody reads", () => {
  test("is a page under the same policy, without a script, with every word escaped", async () => {
    const { status, body, headers } = await read("/public/ashfield");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    expect(headers.getSetCookie()).toEqual([]);
    const page = String(body);
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain("<h1>Ashfield &lt;Panel&gt; &amp; “partners”</h1>");
    expect(page).not.toMatch(/<script| style=| on\w+=/);
  });

  test("says each date to come in order, by when to send, and which was cancelled", async () => {
    const page = String((await read("/public/ashfield")).body);
    const rows = [...page.matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><td>(.*?)<\/td>/g)];
    expect(rows.map((row) => row.slice(1))).toEqual([
      ["Thursday 26 November 2026", "10:00", "23 November 2026, 17:00"],
      ["Thursday 14 January 2027", "Cancelled", ""],
    ]);
  });

  test("is a calendar file too, with the date that has gone", async () => {
    const { body, headers } = await read("/public/ashfield/dates.ics");
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const text = String(body);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(text).toContain(`UID:ash-2026-11-26@${new URL(server.url).host}\r\n`);
    expect(text).toContain("DTSTAMP:20261125T120000Z\r\n");
  });

  test("is the list itself, for the app's page, which the dates lead to where the panel is known", async () => {
    const contact = { email: "panel@larkshire.example", telephone: "01632 960000" };
    const list = { ...LIST, panel: { id: "ashfield", version: "2026.1" }, contact };
    await put(lead.client, "whole", list);
    expect((await read("/public/whole/panel.json")).body).toMatchObject({ version: 1, list });
    const page = String((await read("/public/whole")).body);
    expect(page).toContain('href="/panel/whole"');
    expect(page).toContain("telephone 01632 960000");
    expect(String((await read("/public/ashfield")).body)).not.toContain("/panel/");
  });

  test("is styled by a file of the server's own", async () => {
    const { status, headers } = await read("/public/page.css");
    expect([status, headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
  });

  test.each(["/public/nothing", "/public/UPPER", "/public/nothing/dates.ics", "/public/nothing/panel.json"])(
    "is not there at %s",
    async (path) => {
      expect((await read(path)).status).toBe(404);
    },
  );
});
