/** Notices when something is down, refuses, dies half-way, or runs twice. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { londonMs } from "../../src/domain/londonTime.ts";
import { createMailer } from "../../src/server/notices/mail.ts";
import { FailedReply } from "../../src/sync/noticesProtocol.ts";
import { type Member, NoticeWorld, reminderFor } from "../support/notices.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { MAIL_FROM } from "../support/server.ts";
import { startSmtp } from "../support/smtp.ts";

let world: NoticeWorld;
afterEach(() => world.close());

const RILEY = "riley@example.org";

async function start(date: string): Promise<Member> {
  world = await NoticeWorld.start(date);
  return world.confirmed(await world.member(), RILEY);
}

async function failed(whose: Member = world.lead) {
  const reply = await world.ask(whose, "GET", "/notices/failed");
  return reply.status === 200 ? FailedReply.parse(reply.body).failed : reply.status;
}

describe("a server that was down", () => {
  test("tells once when it is back, not once for each day missed", async () => {
    const member = await start("2026-12-01");
    await world.remind(member, reminderFor(member, "2026-12-10", ["2026-12-02", "2026-12-03", "2026-12-04"]));
    await world.stop();
    world.at("2026-12-04", "14:07");
    await world.startAgain();
    expect(await world.tickUntil("2026-12-07", "23:45")).toEqual([`2026-12-04 14:07 mail ${RILEY}`]);
  });

  test("and is back on a day off tells on the next day of work", async () => {
    const member = await start("2026-12-23");
    await world.remind(member, reminderFor(member, "2026-12-24", ["2026-12-24"]));
    await world.stop();
    world.at("2026-12-25", "10:00");
    await world.startAgain();
    expect(await world.tickUntil("2026-12-30", "12:00")).toEqual([`2026-12-29 08:00 mail ${RILEY}`]);
    expect(world.smtp.letters[0]?.header("Subject")).toBe("Confer: 1 action overdue");
  });
});

describe("a mail server", () => {
  test("that cannot take it now is asked again after 1 and 5 minutes, and given the same letter", async () => {
    const member = await start("2026-12-01");
    await world.remind(member, reminderFor(member, "2026-12-02", ["2026-12-01"]));
    world.smtp.answer = 451;
    const attempts: string[] = [];
    const watch = async (minutes: number) => {
      for (let n = 0; n < minutes; n++) {
        const before = world.smtp.attempts;
        await world.tick();
        if (world.smtp.attempts > before) attempts.push(world.time.slice(11));
        world.wait(1);
      }
    };
    await watch(6);
    world.smtp.answer = 250;
    await watch(60);
    expect(attempts).toEqual(["12:02", "12:03", "12:08"]);
    expect(world.smtp.letters).toHaveLength(1);
    expect([await failed(), (await world.state(member)).mailFailing]).toEqual([[], false]);
  });

  test("that is away for a day: who leads sees it, nobody else, until a mail arrives again", async () => {
    const member = await start("2026-12-01");
    await world.remind(member, reminderFor(member, "2026-12-10", ["2026-12-01", "2026-12-03"]));
    const { port } = world.smtp;
    await world.smtp.close();
    await world.tickUntil("2026-12-02", "08:30", 10);
    expect(await failed()).toEqual([]);
    await world.tickUntil("2026-12-02", "09:00", 10);
    expect(await failed()).toMatchObject([{ user: member.person.user, way: "mail", reason: "unreachable" }]);
    expect(await failed(member)).toBe(403);
    expect((await world.state(member)).mailFailing).toBe(true);
    const back = await startSmtp(port);
    await world.tickUntil("2026-12-03", "08:30", 10);
    await back.close();
    expect(back.letters.map(({ to }) => to)).toEqual([RILEY]);
    expect([await failed(), (await world.state(member)).mailFailing]).toEqual([[], false]);
  }, 30_000);

  test("that refuses for good is not asked again, and who leads sees it at once", async () => {
    const member = await start("2026-12-01");
    world.smtp.answer = 550;
    await world.remind(member, reminderFor(member, "2026-12-02", ["2026-12-01"]));
    const before = world.smtp.attempts;
    await world.tickUntil("2026-12-02", "23:45");
    expect(world.smtp.attempts - before).toBe(1);
    const sinceMs = londonMs("2026-12-01" as CalendarDate, "12:02");
    expect(await failed()).toEqual([{ user: member.person.user, way: "mail", sinceMs, reason: "refused" }]);
    expect((await world.state(member)).mailFailing).toBe(true);
    world.smtp.answer = 250;
    await world.confirmed(member, "right@example.org");
    expect([await failed(), (await world.state(member)).mailFailing]).toEqual([[], false]);
  });

  test("on another machine is given nothing without TLS", async () => {
    await start("2026-12-01");
    const letter = { subject: "s", text: "t", html: "h", to: RILEY, messageId: "m@localhost", madeMs: 0 };
    // The same machine, under a name that is not known to be.
    const mailer = createMailer(`smtp://0.0.0.0:${world.smtp.port}`, MAIL_FROM);
    expect(await mailer.send(letter)).toBe("later");
    mailer.close();
    expect(world.smtp.letters).toEqual([]);
    const local = createMailer(world.smtp.url, MAIL_FROM);
    expect(await local.send(letter)).toBe("sent");
    local.close();
  });

  test("that no setting names: no mail is offered, asked for or made", async () => {
    world = await NoticeWorld.start("2026-12-01");
    const member = await world.member();
    await world.stop();
    await world.startAgain({ smtp: undefined });
    expect((await world.state(member)).mailOffered).toBe(false);
    expect((await world.ask(member, "PUT", "/notices/address", { address: RILEY })).status).toBe(503);
  });
});

test("a push service that is busy is asked again; one that refuses is seen by who leads", async () => {
  world = await NoticeWorld.start("2026-12-01");
  const member = await world.subscribed(await world.member(), "busy");
  await world.remind(member, reminderFor(member, "2026-12-02", ["2026-12-01"]));
  world.push.answer = 429;
  await world.tick();
  world.push.answer = 503;
  world.wait(1);
  await world.tick();
  world.push.answer = 201;
  expect(await world.tickUntil("2026-12-01", "12:30", 1)).toEqual(["2026-12-01 12:08 push /busy"]);
  world.push.answer = 400;
  await world.remind(member, reminderFor(member, "2026-12-02", ["2026-12-01"]));
  await world.tickUntil("2026-12-01", "14:00");
  expect(await failed()).toMatchObject([{ user: member.person.user, way: "push", reason: "refused" }]);
});

test("no address, code, push address or id is in the log, only counts", async () => {
  const member = await start("2026-12-01");
  await world.subscribed(member, "logged");
  await world.remind(member, reminderFor(member, "2026-12-02", ["2026-12-01"]));
  await world.tick();
  world.smtp.answer = 550;
  await world.ask(member, "POST", "/notices/try", {});
  await world.tick();
  const log = world.server.lines.join("");
  expect(log).toMatch(/"event":"mailed","count":1}/);
  expect(log).toMatch(/"event":"pushed","count":1}/);
  expect(log).toMatch(/"event":"mail-failed","count":1}/);
  const secrets = [
    RILEY,
    "example.org",
    MAIL_FROM,
    "/logged",
    member.person.user,
    world.of.partnership,
    "are due",
  ];
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});

describe("a server that is killed", () => {
  const NODE = resolve(import.meta.dirname, "../../node_modules/.bin/node");
  const CHILD = resolve(import.meta.dirname, "../support/noticeChild.ts");

  test("after the mail was taken and before that was written down sends it again, under the same Message-ID", async () => {
    const member = await start("2026-12-01");
    await world.remind(member, reminderFor(member, "2026-12-02", ["2026-12-02"]));
    const { dataDir } = world.server;
    await world.stop();
    const settings = JSON.stringify({
      port: 0,
      dataDir,
      distDir: "no-build",
      smtp: world.smtp.url,
      mailFrom: MAIL_FROM,
    });
    const run = (time: string) => {
      const ahead = londonMs("2026-12-02" as CalendarDate, time) - Date.now();
      return spawn(NODE, [CHILD, settings, String(ahead)], { stdio: "ignore" });
    };
    const first = run("08:00");
    const died = new Promise((done) => first.once("exit", done));
    world.smtp.beforeTaking = async () => {
      first.kill("SIGKILL");
      await died;
    };
    await died;
    expect(world.smtp.letters).toHaveLength(1);
    world.smtp.beforeTaking = () => Promise.resolve();

    // Another may have been sending it still: it is left alone for five minutes.
    const early = run("08:02");
    await new Promise((done) => setTimeout(done, 1_500));
    early.kill("SIGKILL");
    expect(world.smtp.letters).toHaveLength(1);

    const second = run("08:10");
    for (let n = 0; n < 100 && world.smtp.letters.length < 2; n++)
      await new Promise((done) => setTimeout(done, 100));
    await new Promise((done) => setTimeout(done, 500));
    second.kill("SIGKILL");
    const ids = world.smtp.letters.map((letter) => letter.header("Message-ID"));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^<[\w-]{22}@localhost>$/);
    expect(ids[1]).toBe(ids[0]);
    expect(world.smtp.letters[1]?.header("Date")).toBe(world.smtp.letters[0]?.header("Date"));
    await world.startAgain();
  }, 30_000);
});

describe("two servers on one PostgreSQL", () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  test("that look at the same moment tell each person once", async () => {
    const store = await postgres.makeDatabase();
    world = await NoticeWorld.start("2026-12-01", { store });
    const other = await world.twin();
    const people: Member[] = [];
    for (let n = 0; n < 8; n++) {
      const member = await world.confirmed(await world.member(), `person-${n}@example.org`);
      people.push(await world.subscribed(member, `person-${n}`));
    }
    for (const each of people) {
      await world.ask(world.lead, "POST", "/notices/reminders", {
        set: [reminderFor(each, "2026-12-02", ["2026-12-02", "2026-12-03"])],
        drop: [],
      });
    }
    for (const date of ["2026-12-02", "2026-12-03"]) {
      world.at(date, "08:00");
      await Promise.all([world.tick(), other.tick(), world.tick(), other.tick()]);
    }
    await other.close();
    const twice = (name: (n: number) => string) =>
      [0, 1, 2, 3, 4, 5, 6, 7].flatMap((n) => [name(n), name(n)]);
    expect(world.smtp.letters.map(({ to }) => to).toSorted()).toEqual(
      twice((n) => `person-${n}@example.org`),
    );
    expect(world.push.pushed.map(({ path }) => path).toSorted()).toEqual(twice((n) => `/person-${n}`));
  }, 30_000);
});
