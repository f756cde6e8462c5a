/** A panel's dates, published from a co-ordinator's device to a real server for anybody to read. [ASH-04] */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicDatesOf } from "../../src/app/publicDates.ts";
import { type PublicPanels, startPublicPanels } from "../../src/app/publicPanel.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { makeHttpTransport } from "../../src/sync/transport.ts";
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });
const SECRET_REASON = "the family of Somebody Secret";

describe("a panel's dates", () => {
  let server: TestServer;
  let lead: OpenSession;
  let worker: OpenSession;
  const devices: Device[] = [];
  const read = (path: string) => fetch(`${server.url}/public/${path}`);
  const noWorker = () => {
    throw new Error("no document is made here");
  };
  let publicPanels: PublicPanels;
  const panel = () => lead.panels.value[0];

  beforeAll(async () => {
    server = await startTestServer();
    publicPanels = startPublicPanels(noWorker, makeHttpTransport(server.url));
    const device = new Device(server.url);
    lead = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    await lead.adoptDefinition(ashfield);
    const meeting = { definition: "ashfield", start: "10:00" };
    await lead.setMeetingDate({ ...meeting, key: "ashfield-2099-11-26", date: "2099-11-26" });
    const away = { key: "ashfield-2099-12-17", date: "2099-12-17", cancelled: true, reason: SECRET_REASON };
    await lead.setMeetingDate({ ...meeting, ...away });
    const other = await enrol(lead, server.url, profile("Worker"), ["referrer"]);
    devices.push(device, other);
    worker = other.session as OpenSession;
    await until("the panel on the other device", () => worker.panels.value.length > 0);
  }, 60_000);

  afterAll(async () => {
    for (const { session } of devices) await session?.shut();
    await server.close();
  });

  it("are public once a co-ordinator publishes them, with their last moments and without reasons", async () => {
    expect(await lead.publishDates("ashfield", "ashfield")).toMatchObject({ ok: true });
    const page = await (await read("ashfield")).text();
    expect(page).toContain("26 November 2099");
    expect(page).toContain("23 November 2099, 17:00");
    const calendar = await (await read("ashfield/dates.ics")).text();
    expect(calendar).toContain("STATUS:CANCELLED");
    expect(page + calendar).not.toContain("Secret");
    await until("the address in the panel's book", () => panel()?.publishedAs === "ashfield");
  });

  it("stand on a page with what the panel is for and whom to ask, as the partnership set it", async () => {
    const find = () => publicPanels.find("ashfield");
    expect(await find()).toMatchObject({ kind: "found", definition: { id: "ashfield" } });
    expect(await find()).not.toHaveProperty("list.contact");
    await lead.savePanelSettings("ashfield", { mailbox: "panel@testshire.example", chairs: SECRET_REASON });
    await until("the setting", () => panel()?.settings["mailbox"] !== undefined);
    // As it does by itself from time to time.
    expect(await lead.publishDates("ashfield", "ashfield")).toMatchObject({ ok: true });
    expect(await find()).toMatchObject({ list: { contact: { email: "panel@testshire.example" } } });
    expect(JSON.stringify(await find())).not.toContain("Secret");
    const page = await (await read("ashfield")).text();
    expect(page).toContain('<a href="mailto:panel@testshire.example">');
    expect(page).toContain('<a href="/panel/ashfield">');
    expect(await publicPanels.find("nothing")).toEqual({ kind: "none" });
    expect(await publicPanels.find("../session")).toEqual({ kind: "none" });
    const nowhere = startPublicPanels(noWorker, makeHttpTransport("http://127.0.0.1:9"));
    expect(await nowhere.find("ashfield")).toEqual({ kind: "unreachable" });
  });

  it("cannot be published or taken back by anybody else", async () => {
    expect(await worker.publishDates("ashfield", "mine")).toMatchObject({ problem: { kind: "not-allowed" } });
    await until("the address on the other device", () => worker.panels.value[0]?.publishedAs === "ashfield");
    expect(await worker.unpublishDates("ashfield")).toMatchObject({ problem: { kind: "not-allowed" } });
    expect((await read("ashfield")).status).toBe(200);
  });

  it("are gone once they are taken back", async () => {
    expect(await lead.unpublishDates("ashfield")).toMatchObject({ ok: true });
    expect((await read("ashfield")).status).toBe(404);
    await until("the panel's book to say so", () => panel()?.publishedAs === undefined);
  });

  it("leave out what was held more than a year ago, and every setting that is no contact", () => {
    const found = panel();
    if (!found) throw new Error("no panel");
    const old = { ...found, settings: { mailbox: "a@b.example", chairs: "Somebody Secret" } };
    expect(publicDatesOf(old, "2100-12-01" as CalendarDate).dates.map(({ date }) => date)).toEqual([
      "2099-12-17",
    ]);
    expect(Object.keys(publicDatesOf(old, "2099-01-01" as CalendarDate))).toEqual(["name", "panel", "dates"]);
    const told = publicDatesOf({ ...old, publishesContact: true }, "2099-01-01" as CalendarDate);
    expect(told.contact).toEqual({ email: "a@b.example" });
    expect(JSON.stringify(told)).not.toContain("Secret");
  });
});
