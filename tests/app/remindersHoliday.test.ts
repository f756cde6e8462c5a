/**
 * From what a panel agreed to what arrives: the app's own days, a real mail server and a push service that decrypts,
 * over a bank-holiday weekend, with the server down for most of it.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensure } from "../../demo/ensure.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { ActionId } from "../../src/domain/ids.ts";
import { londonDateOf, londonMs, londonTimeOf } from "../../src/domain/londonTime.ts";
import { questionPath } from "../../src/forms/answers.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { RemindersRequest } from "../../src/sync/noticesProtocol.ts";
import type { Transport } from "../../src/sync/transport.ts";
import { findInPlaces } from "../e2e/support/search.ts";
import { Device, enrol, until } from "../support/device.ts";
import { startPushService, type TestPushService } from "../support/pushService.ts";
import { removeDataDir, secretOf, startTestServer, type TestServer } from "../support/server.ts";
import { startSmtp, type TestSmtp } from "../support/smtp.ts";

const ADDRESS = "post@example.org";
/** All that is said of people, cases and agencies here, in words that are nothing else. */
const CANARIES = {
  subject: "Quillfeather",
  owner: "Thistlewood",
  lead: "Brackenridge",
  agency: "Larkspurshire",
  task: "orangery",
  partnership: "Damsonborough",
  panel: "Ashfield",
  reference: "TST-4711",
};
/** A Monday, and a bank holiday: Boxing Day of 2099 is a Saturday. Far off, so that no run of this test is ever late. */
const DUE = "2099-12-28" as CalendarDate;

describe("what a panel agreed, over Christmas", () => {
  let smtp: TestSmtp;
  let push: TestPushService;
  let server: TestServer;
  let tick = (): Promise<void> => Promise.resolve();
  let aheadMs = 0;
  const devices: Device[] = [];
  const now = () => Date.now() + aheadMs;

  const start = async (dataDir?: string): Promise<TestServer> =>
    startTestServer(
      { smtp: smtp.url, pushHosts: ["localhost"], ...(dataDir !== undefined && { dataDir }) },
      {
        now,
        everyMinute(work) {
          tick = work;
          return () => undefined;
        },
      },
    );

  const at = (date: string, time: string): void => {
    aheadMs = londonMs(date as CalendarDate, time) - Date.now();
  };

  /** The server is down from now until then. */
  async function restart(date: string, time: string): Promise<void> {
    await server.close();
    at(date, time);
    server = await start(server.dataDir);
  }

  /** Every half hour until then: what came, and when. */
  async function walk(date: string, time: string): Promise<readonly string[]> {
    const came: string[] = [];
    const said = () => `${londonDateOf(now())} ${londonTimeOf(now())}`;
    for (; now() <= londonMs(date as CalendarDate, time); aheadMs += 30 * 60_000) {
      const before = [smtp.letters.length, push.pushed.length] as const;
      await tick();
      came.push(...smtp.letters.slice(before[0]).map(({ to }) => `${said()} mail ${to}`));
      came.push(...push.pushed.slice(before[1]).map(({ path }) => `${said()} push ${path}`));
    }
    return came;
  }

  /** The person's own address, its code given back, and their own browser. */
  async function choose(member: OpenSession): Promise<void> {
    ensure(await member.sendCode(ADDRESS));
    await tick();
    const code = /\b\d{8}\b/.exec(smtp.letters[0]?.body ?? "")?.[0] ?? "";
    ensure(await member.confirmAddress(code));
    ensure(await member.takePush(push.subscribe("telephone")));
    ensure(await member.tryNotices());
    await tick();
  }

  /** What a device registers, as it goes out. */
  function listen(device: Device): RemindersRequest["set"] {
    const heard: RemindersRequest["set"] = [];
    const { post } = device.transport;
    const tapped: Transport["post"] = (path, body, reply) => {
      if (path === "/notices/reminders") heard.push(...RemindersRequest.parse(body).set);
      return post(path, body, reply);
    };
    Object.assign(device.transport, { post: tapped });
    return heard;
  }

  beforeAll(async () => {
    smtp = await startSmtp();
    push = await startPushService();
    server = await start();
    const device = new Device(server.url);
    devices.push(device);
    const { subject, owner, lead: leader, agency, task, partnership, reference } = CANARIES;
    const lead = await device.foundWith(secretOf(server.setupLink ?? ""), partnership, {
      name: `Lee ${leader}`,
      agency,
      position: "Co-ordinator",
    });
    const heard = listen(device);
    ensure(await lead.adoptDefinition(ashfield));
    const joined = await enrol(lead, server.url, { name: `Mo ${owner}`, agency, position: "Worker" }, [
      "member",
    ]);
    devices.push(joined);
    const member = joined.session as OpenSession;
    await choose(member);
    const { user } = member.me.value;
    const scope = ensure(
      await lead.startReferral(ashfield.id, new Map([[questionPath("person", "name"), `Robin ${subject}`]])),
    );
    ensure(await lead.share(scope, user, "contribute"));
    const set = {
      type: "action-set",
      action: lead.newId<ActionId>(),
      meeting: "ashfield-2099-12-01",
      what: `See Robin ${subject} about the ${task}, ${reference}`,
      agency,
      owner: `Mo ${owner}`,
      user,
      due: DUE,
    } as const;
    ensure(await lead.noteCase(scope, [set]));
    ensure(await lead.syncNow());
    const told = await until("the reminder", () => heard.find((each) => each.for === user));
    expect(told.days).toEqual(["2099-12-22", "2099-12-24", "2099-12-29", "2100-01-05"]);
    for (const each of devices) await each.close();
  });

  afterAll(async () => {
    await server?.close();
    await smtp?.close();
    await push?.close();
    if (server) removeDataDir(server.dataDir);
  });

  it("reaches its owner on the panel’s working days, once each, also when the server was down at the time", async () => {
    at("2099-12-21", "12:00");
    expect(await walk("2099-12-22", "08:15")).toEqual([
      `2099-12-22 08:00 mail ${ADDRESS}`,
      "2099-12-22 08:00 push /telephone",
    ]);
    await restart("2099-12-22", "08:30");
    expect(await walk("2099-12-23", "20:00")).toEqual([]);
    // Down on the day before Christmas, on which one was due; back on a Monday that nobody works.
    await restart("2099-12-28", "10:00");
    expect(await walk("2100-01-04", "20:00")).toEqual([
      `2099-12-29 08:00 mail ${ADDRESS}`,
      "2099-12-29 08:00 push /telephone",
    ]);
    expect(smtp.letters.at(-1)?.header("Subject")).toBe("Confer: 1 action overdue");
    // Down at the hour alone.
    await restart("2100-01-05", "14:00");
    expect(await walk("2100-01-12", "20:00")).toEqual([
      `2100-01-05 14:00 mail ${ADDRESS}`,
      "2100-01-05 14:00 push /telephone",
    ]);
  });

  it("says no name in any mail or any push, in any spelling", () => {
    const places = [
      ...smtp.letters.flatMap(({ raw, body }, n) => [
        { name: `mail ${n}, as it came,`, bytes: Buffer.from(raw) },
        { name: `mail ${n}, as it is read,`, bytes: Buffer.from(body, "latin1") },
      ]),
      ...push.pushed.map(({ headers, text }, n) => ({
        name: `push ${n}`,
        bytes: Buffer.from(JSON.stringify(headers) + text),
      })),
    ];
    expect(Object.values(CANARIES).flatMap((word) => findInPlaces(places, word))).toEqual([]);
    // The code, the one that was asked for, and three of what was due.
    expect([smtp.letters.length, push.pushed.length]).toEqual([5, 4]);
    // What is there is found.
    expect(findInPlaces(places, "overdue.").length).toBeGreaterThan(0);
  });
});
