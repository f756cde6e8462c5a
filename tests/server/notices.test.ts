/** Notices that reach a real mail server and a push service: when, how often, and what they say. */
import { afterEach, describe, expect, test } from "vitest";
import { NoticeWorld, reminderFor } from "../support/notices.ts";

let world: NoticeWorld;
afterEach(() => world.close());

const RILEY = "riley@example.org";

/** Somebody with an address and a browser, on that day at noon. */
async function start(date: string) {
  world = await NoticeWorld.start(date);
  const member = await world.member();
  await world.confirmed(member, RILEY);
  return world.subscribed(member, "riley");
}

describe("over a bank-holiday weekend", () => {
  test("at Christmas 2026 one mail and one push come on each day of work, and none between", async () => {
    const member = await start("2026-12-23");
    const days = ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2026-12-29"];
    await world.remind(member, reminderFor(member, "2026-12-31", days));
    expect(await world.tickUntil("2026-12-31", "23:45")).toEqual([
      `2026-12-24 08:02 mail ${RILEY}`,
      "2026-12-24 08:02 push /riley",
      `2026-12-29 08:02 mail ${RILEY}`,
      "2026-12-29 08:02 push /riley",
    ]);
    expect(world.smtp.letters[0]?.header("Subject")).toBe("Confer: 1 action due this week");
  });

  test("at Easter 2027 the clocks change too, and eight stays eight", async () => {
    const member = await start("2027-03-24");
    const days = ["2027-03-25", "2027-03-26", "2027-03-29"];
    await world.remind(member, reminderFor(member, "2027-03-28", days));
    expect(await world.tickUntil("2027-03-31", "23:45")).toEqual([
      `2027-03-25 08:02 mail ${RILEY}`,
      "2027-03-25 08:02 push /riley",
      `2027-03-30 08:02 mail ${RILEY}`,
      "2027-03-30 08:02 push /riley",
    ]);
    expect(world.smtp.letters.map((letter) => letter.header("Date"))).toEqual([
      "Thu, 25 Mar 2027 08:02:00 +0000",
      "Tue, 30 Mar 2027 07:02:00 +0000",
    ]);
    expect(world.push.pushed.map(({ text }) => JSON.parse(text) as unknown)).toEqual([
      { body: "You have 1 action due this week.", count: 1 },
      { body: "You have 1 action overdue.", count: 1 },
    ]);
  });

  test("whoever asked for every day is told on each", async () => {
    const member = await start("2026-12-24");
    await world.choose(member, { everyDay: true, push: false, at: "09:30" });
    await world.remind(member, reminderFor(member, "2026-12-31", ["2026-12-25", "2026-12-26", "2026-12-28"]));
    const came = await world.tickUntil("2026-12-29", "23:45");
    expect(came.map((each) => each.slice(0, 16))).toEqual([
      "2026-12-25 09:32",
      "2026-12-26 09:32",
      "2026-12-28 09:32",
    ]);
  });
});

describe("one digest", () => {
  test("counts everything, is sent only when a day came, and not again", async () => {
    const member = await start("2026-12-01");
    await world.remind(
      member,
      reminderFor(member, "2026-12-04", ["2026-12-02"]),
      reminderFor(member, "2026-12-07", ["2026-12-07"]),
      reminderFor(member, "2026-11-20", ["2026-12-30"]),
    );
    await world.tickUntil("2026-12-06", "23:45");
    expect(world.smtp.letters.map((letter) => letter.header("Subject"))).toEqual([
      "Confer: 1 action overdue, 2 actions due this week",
    ]);
    const letter = world.smtp.letters[0];
    expect(letter?.to).toBe(RILEY);
    expect(letter?.header("Auto-Submitted")).toBe("auto-generated");
    expect(letter?.body).toContain(`${world.server.url}/`);
    expect(letter?.header("Content-Type")).toContain("multipart/alternative");
  });

  test("a day told is not told again when the reminder is registered anew, a new day is", async () => {
    const member = await start("2026-12-01");
    const reminder = reminderFor(member, "2026-12-04", ["2026-12-02"]);
    await world.remind(member, reminder);
    expect(await world.tickUntil("2026-12-02", "12:00")).toHaveLength(2);
    await world.remind(member, reminder, { ...reminder, days: [...reminder.days] });
    expect(await world.tickUntil("2026-12-03", "12:00")).toEqual([]);
    const moved = reminderFor(member, "2026-12-09", ["2026-12-02", "2026-12-04"], { id: reminder.id });
    await world.remind(member, moved);
    expect((await world.tickUntil("2026-12-07", "12:00")).map((each) => each.slice(0, 10))).toEqual([
      "2026-12-04",
      "2026-12-04",
    ]);
  });

  test("what was dropped before its day, or within two minutes, is not told", async () => {
    const member = await start("2026-12-01");
    const done = reminderFor(member, "2026-12-04", ["2026-12-02"]);
    const late = reminderFor(member, "2026-11-04", ["2026-11-02"]);
    await world.ask(member, "POST", "/notices/reminders", { set: [done, late], drop: [] });
    world.wait(1);
    await world.tick();
    const drop = [done, late].map(({ id, for: whom }) => ({ id, for: whom }));
    await world.ask(member, "POST", "/notices/reminders", { set: [], drop });
    expect(await world.tickUntil("2026-12-04", "12:00")).toEqual([]);
  });

  test("tells somebody what others owe apart from what they owe", async () => {
    const member = await start("2026-12-01");
    await world.remind(
      world.lead,
      reminderFor(member, "2026-11-27", ["2026-12-01"], { sort: "chase" }),
      reminderFor(member, "2026-12-02", ["2026-12-01"]),
    );
    await world.tick();
    expect(JSON.parse(world.push.pushed[0]?.text ?? "")).toEqual({
      body: "You have 1 action due this week and 1 action to follow up.",
      count: 1,
    });
  });
});

describe("by push", () => {
  test("what arises in the day is said then, once an hour at most, and comes in the next mail too", async () => {
    const member = await start("2026-12-01");
    await world.choose(member, { at: "08:00" });
    await world.remind(member, reminderFor(member, "2026-12-01", ["2026-12-01"]));
    const first = await world.tickUntil("2026-12-01", "12:10", 1);
    // The mail's hour has passed as well, and nothing was told today.
    expect(first).toEqual([`2026-12-01 12:02 mail ${RILEY}`, "2026-12-01 12:02 push /riley"]);
    await world.remind(member, reminderFor(member, "2026-12-01", ["2026-12-01"]));
    await world.remind(member, reminderFor(member, "2026-12-01", ["2026-12-01"]));
    expect(await world.tickUntil("2026-12-01", "17:00", 1)).toEqual(["2026-12-01 13:02 push /riley"]);
    expect(JSON.parse(world.push.pushed.at(-1)?.text ?? "")).toMatchObject({ count: 3 });
    expect(await world.tickUntil("2026-12-02", "12:00")).toEqual([`2026-12-02 08:01 mail ${RILEY}`]);
    expect(world.smtp.letters.at(-1)?.header("Subject")).toBe("Confer: 3 actions overdue");
  });

  test("nothing comes in quiet hours: it waits for the morning", async () => {
    const member = await start("2026-12-01");
    world.at("2026-12-01", "18:30");
    await world.remind(member, reminderFor(member, "2026-12-01", ["2026-12-01"]));
    const came = await world.tickUntil("2026-12-02", "12:00");
    expect(came).toEqual([`2026-12-01 18:32 mail ${RILEY}`, "2026-12-02 08:02 push /riley"]);
  });

  test("goes to each browser, under a topic, so that a later one replaces it, and for half a day", async () => {
    const member = await start("2026-12-01");
    await world.subscribed(member, "phone");
    await world.remind(member, reminderFor(member, "2026-12-01", ["2026-12-01"]));
    await world.tick();
    expect(world.push.pushed.map(({ path }) => path).toSorted()).toEqual(["/phone", "/riley"]);
    expect(world.push.pushed[0]?.headers).toMatchObject({
      topic: "confer-actions",
      ttl: "43200",
      urgency: "normal",
      "content-encoding": "aes128gcm",
    });
    expect(String(world.push.pushed[0]?.headers["authorization"])).toMatch(/^vapid t=\S+, k=\S+$/);
    expect((await world.state(member)).pushDevices).toBe(2);
  });

  test.each([404, 410])("a browser that answers %i is forgotten", async (status) => {
    const member = await start("2026-12-01");
    await world.remind(member, reminderFor(member, "2026-12-01", ["2026-12-01"]));
    world.push.answer = status;
    await world.tick();
    expect((await world.state(member)).pushDevices).toBe(0);
    world.push.answer = 201;
    expect(await world.tickUntil("2026-12-03", "12:00")).toEqual([]);
  });
});

test("no word that was sent along, and nothing but neutral words, is in any mail or push", async () => {
  const member = await start("2026-12-01");
  await world.ask(member, "PUT", "/notices/address", { address: "other@example.org", name: "CANARY" });
  await world.ask(member, "POST", "/notices/address/confirm", { code: await world.code() });
  const told = { title: "CANARY", case: "CANARY", agency: "CANARY" };
  const set = [
    { ...reminderFor(member, "2026-11-27", ["2026-12-01"]), ...told },
    { ...reminderFor(member, "2026-12-03", ["2026-12-01"]), ...told },
    { ...reminderFor(member, "2026-12-30", ["2026-12-01"]), ...told },
    { ...reminderFor(member, "2026-11-01", ["2026-12-01"], { sort: "chase" }), ...told },
  ];
  await world.ask(member, "POST", "/notices/reminders", { set, drop: [] });
  await world.ask(member, "POST", "/notices/try", {});
  world.wait(2);
  await world.tick();
  const mails = world.smtp.letters;
  const pushes = world.push.pushed;
  expect([mails.length, pushes.length]).toEqual([3, 2]);

  const ids = [world.of.partnership, world.of.panel, member.person.user, member.person.device];
  const secrets = ["canary", ...ids, ...set.map(({ id }) => id as string)];
  const everything = JSON.stringify([mails.map(({ raw, body }) => [raw, body]), pushes]).toLowerCase();
  expect(secrets.filter((secret) => everything.includes(secret.toLowerCase()))).toEqual([]);

  const words = new Set(
    `a action actions address an and another anything are ask asked at be because by choose code confer do due during
    email enter follow for have here hour if in is it later later more need nothing open or other overdue reach
    reminded reminders see send sends sent stop test the this time to up week what within without you your did not
    from 1 2`.split(/\s+/),
  );
  const link = `${world.server.url}/`;
  const said = [
    ...mails.flatMap((letter) => [
      letter.header("Subject"),
      ...letter.body
        .split(/\r\n----\S+\r\n/)
        .map((part) =>
          part.replace(/^(Content-\S+: .*\r\n)+/m, "").replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>/g, " "),
        ),
    ]),
    ...pushes.map(({ text }) => (JSON.parse(text) as { body: string }).body),
  ];
  const others = said
    .flatMap((text) =>
      text
        .replaceAll(link, " ")
        .toLowerCase()
        .split(/[^\w-]+/),
    )
    .filter((word) => word !== "" && !words.has(word) && !/^(\d{8}|-{2,}.*)$/.test(word));
  expect([...new Set(others)]).toEqual([]);
});
