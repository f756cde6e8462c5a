/** What a person chooses of notices: who may, what is refused, and what others see of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { isAllowed } from "../../src/server/notices/push.ts";
import { parseConfig } from "../../src/server/config.ts";
import { DEFAULT_CHOICES } from "../../src/sync/noticesProtocol.ts";
import { type Member, NoticeWorld, reminderFor } from "../support/notices.ts";
import { TestClient } from "../support/server.ts";

let world: NoticeWorld;
let member: Member;
beforeAll(async () => {
  world = await NoticeWorld.start("2026-12-01");
});
beforeEach(async () => {
  world.at("2026-12-01", "12:00");
  member = await world.member();
  world.smtp.letters.length = 0;
  world.push.pushed.length = 0;
});
afterAll(() => world.close());

const setAddress = (address: string) => world.ask(member, "PUT", "/notices/address", { address });
const confirm = (code: string) => world.ask(member, "POST", "/notices/address/confirm", { code });
const wrong = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, "0");

test("everything needs a session, and a page of another site cannot ask", async () => {
  const stranger = new TestClient(world.server.url);
  const asked = [
    ["GET", "/notices"],
    ["GET", "/notices/failed"],
    ["PUT", "/notices/choices"],
    ["PUT", "/notices/address"],
    ["POST", "/notices/address/confirm"],
    ["DELETE", "/notices/address"],
    ["PUT", "/notices/push"],
    ["DELETE", "/notices/push"],
    ["POST", "/notices/try"],
    ["POST", "/notices/reminders"],
    ["PUT", "/notices/calendar"],
    ["DELETE", "/notices/calendar"],
  ] as const;
  for (const [method, path] of asked) {
    expect((await stranger.send(method, path, method === "GET" ? undefined : {})).status, path).toBe(401);
    const elsewhere = { "sec-fetch-site": "cross-site" };
    const body = method === "GET" ? undefined : {};
    expect((await member.client.send(method, path, body, elsewhere)).status, path).toBe(400);
  }
});

test("begins with the defaults and keeps what was chosen", async () => {
  expect(await world.state(member)).toMatchObject({
    choices: DEFAULT_CHOICES,
    mailOffered: true,
    address: null,
    mailFailing: false,
    pushDevices: 0,
    calendar: null,
  });
  await world.choose(member, { at: "07:45", push: false });
  expect((await world.state(member)).choices).toEqual({ ...DEFAULT_CHOICES, at: "07:45", push: false });
  const reply = await world.ask(member, "PUT", "/notices/choices", {
    choices: { ...DEFAULT_CHOICES, at: "25:00" },
  });
  expect(reply.status).toBe(400);
});

describe("an address", () => {
  test("is sent a code, and nothing else until the code came back", async () => {
    expect((await setAddress("riley@example.org")).body).toMatchObject({
      address: { text: "riley@example.org", confirmed: false },
    });
    const code = await world.code();
    const letter = world.smtp.letters[0];
    expect([letter?.to, letter?.header("Subject")]).toEqual(["riley@example.org", "Confer: your code"]);
    await world.remind(member, reminderFor(member, "2026-12-01", ["2026-12-01"]));
    await world.ask(member, "POST", "/notices/try", {});
    await world.tick();
    expect(world.smtp.letters).toHaveLength(1);
    expect((await confirm(code)).body).toMatchObject({ address: { confirmed: true } });
    await world.tick();
    expect(world.smtp.letters.map((each) => each.header("Subject"))).toEqual([
      "Confer: your code",
      "Confer: 1 action due this week",
    ]);
  });

  test("takes five wrong codes, and then not the right one", async () => {
    await setAddress("guessed@example.org");
    const code = await world.code();
    const answers = [];
    for (let n = 0; n < 5; n++) answers.push((await confirm(wrong(code))).body);
    expect(answers.map((body) => (body as { error: string }).error)).toEqual([
      ...Array<string>(4).fill("wrong-code"),
      "code-spent",
    ]);
    expect(await confirm(code)).toMatchObject({ status: 403, body: { error: "code-spent" } });
    expect((await world.state(member)).address).toMatchObject({ confirmed: false });
    await setAddress("guessed@example.org");
    expect((await confirm(await world.code())).status).toBe(200);
  });

  test("takes no code after an hour, and no code of an address before", async () => {
    await setAddress("one@example.org");
    const first = await world.code();
    await setAddress("two@example.org");
    const second = await world.code();
    if (first !== second) expect((await confirm(first)).body).toMatchObject({ error: "wrong-code" });
    world.wait(61);
    expect((await confirm(second)).body).toMatchObject({ error: "code-spent" });
  });

  test("is sent five codes an hour at most", async () => {
    const statuses = [];
    for (let n = 0; n < 6; n++) statuses.push((await setAddress("many@example.org")).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test("is forgotten when it is taken away, with what was on its way", async () => {
    await world.confirmed(member, "gone@example.org");
    world.smtp.answer = 451;
    await world.remind(member, reminderFor(member, "2026-12-01", ["2026-12-01"]));
    await world.tick();
    expect((await world.ask(member, "DELETE", "/notices/address")).body).toMatchObject({ address: null });
    world.smtp.answer = 250;
    world.wait(30);
    await world.tick();
    expect(world.smtp.letters).toEqual([]);
  });
});

test("a test is sent by every way at once, in quiet hours too, once a minute", async () => {
  await world.confirmed(member, "try@example.org");
  await world.subscribed(member, "try");
  world.at("2026-12-05", "23:00");
  expect((await world.ask(member, "POST", "/notices/try", {})).status).toBe(200);
  expect((await world.ask(member, "POST", "/notices/try", {})).status).toBe(429);
  await world.tick();
  expect(world.smtp.letters.map((each) => each.header("Subject"))).toEqual(["Confer: this is a test"]);
  expect(world.push.pushed.map(({ text }) => JSON.parse(text) as unknown)).toEqual([
    { body: "This is a test. Reminders from Confer reach you here.", count: 0 },
  ]);
});

describe("a reminder", () => {
  test("for somebody who shares no case or panel with the sender is refused", async () => {
    const apart = await world.member({ panel: false });
    const due = ["2026-11-01"];
    expect(
      await world.remind(
        member,
        reminderFor(apart, "2026-11-01", due),
        reminderFor(member, "2026-11-01", due),
      ),
    ).toBe(1);
    // Its own is its own affair.
    expect(await world.remind(apart, reminderFor(apart, "2026-11-01", due))).toBe(0);
    const other = await world.member();
    expect(await world.remind(member, reminderFor(other, "2026-11-01", due))).toBe(0);
  });

  test("cannot be dropped by somebody who shares nothing with whom it is for", async () => {
    const apart = await world.member({ panel: false });
    await world.subscribed(member, "kept");
    const kept = reminderFor(member, "2026-11-01", ["2026-11-01"]);
    await world.remind(member, kept);
    await world.ask(apart, "POST", "/notices/reminders", { set: [], drop: [{ id: kept.id, for: kept.for }] });
    await world.tick();
    expect(world.push.pushed.filter(({ path }) => path === "/kept")).toHaveLength(1);
  });

  test("is one of 2,000 at most; those that are held can still change", async () => {
    const many = () => Array.from({ length: 500 }, () => reminderFor(member, "2027-06-01", ["2027-06-01"]));
    const first = many();
    for (const set of [first, many(), many(), many()]) expect(await world.remind(member, ...set)).toBe(0);
    expect(await world.remind(member, reminderFor(member, "2027-06-01", ["2027-06-01"]))).toBe(1);
    const moved = first.map((each) => ({ ...each, due: "2027-06-02" as CalendarDate }));
    expect(await world.remind(member, ...moved)).toBe(0);
  });
});

describe("push", () => {
  const hosts = (() => {
    const read = parseConfig({});
    return read.ok ? read.config.pushHosts : [];
  })();

  test.each([
    "https://fcm.googleapis.com/fcm/send/abc",
    "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "https://db5p.notify.windows.com/w/?token=abc",
    "https://web.push.apple.com/abc",
  ])("goes to %s", (endpoint) => {
    expect(isAllowed(endpoint, hosts)).toBe(true);
  });

  test.each([
    "http://fcm.googleapis.com/fcm/send/abc",
    "https://fcm.googleapis.com:8443/abc",
    "https://fcm.googleapis.com.example.org/abc",
    "https://example.org/fcm.googleapis.com",
    "https://user:word@fcm.googleapis.com/abc",
    "https://fcm.googleapis.com@example.org/abc",
    "https://push.services.mozilla.com.example.org/",
    "https://evilpush.services.mozilla.com/",
    "https://169.254.169.254/latest/meta-data",
    "http://localhost:8420/health",
    "https://[::1]/",
    "file:///etc/passwd",
    "nonsense",
  ])("does not go to %s", (endpoint) => {
    expect(isAllowed(endpoint, hosts)).toBe(false);
  });

  test("is refused for a service that is not on the list", async () => {
    const subscription = { ...world.push.subscribe("x"), endpoint: "http://169.254.169.254/latest" };
    expect(await world.ask(member, "PUT", "/notices/push", subscription)).toMatchObject({
      status: 403,
      body: { error: "not-allowed" },
    });
    expect((await world.state(member)).pushDevices).toBe(0);
  });

  test("follows no redirect to a machine inside", async () => {
    await world.subscribed(member, "redirected");
    const target = world.push.subscribe("inside").endpoint;
    await world.remind(member, reminderFor(member, "2026-11-01", ["2026-11-01"]));
    Object.assign(world.push, { answer: 307, location: target });
    await world.tick();
    Object.assign(world.push, { answer: 201, location: undefined });
    expect(world.push.pushed).toEqual([]);
    expect(world.push.asked.filter((path) => path === "/inside")).toEqual([]);
    expect(world.push.asked).toContain("/redirected");
  });

  test("goes to ten browsers, of which the oldest makes room for another", async () => {
    for (let n = 0; n < 11; n++) {
      await world.subscribed(member, `browser-${n}`);
      world.wait(1);
    }
    expect((await world.state(member)).pushDevices).toBe(10);
    await world.ask(member, "POST", "/notices/try", {});
    await world.tick();
    expect(new Set(world.push.pushed.map(({ path }) => path))).toEqual(
      new Set(Array.from({ length: 10 }, (_, n) => `/browser-${n + 1}`)),
    );
  });

  test("ends for a browser when it says so, and passes to whoever uses it next", async () => {
    const shared = world.push.subscribe("shared");
    await world.ask(member, "PUT", "/notices/push", shared);
    const next = await world.member();
    await world.ask(next, "PUT", "/notices/push", shared);
    expect([(await world.state(member)).pushDevices, (await world.state(next)).pushDevices]).toEqual([0, 1]);
    const { endpoint } = shared;
    await world.ask(member, "DELETE", "/notices/push", { endpoint });
    expect((await world.state(next)).pushDevices).toBe(1);
    expect((await world.ask(next, "DELETE", "/notices/push", { endpoint })).body).toMatchObject({
      pushDevices: 0,
    });
  });

  test("has one key for ever, also after a new start", async () => {
    const { pushKey } = await world.state(member);
    expect(Buffer.from(pushKey, "base64url")).toHaveLength(65);
    await world.stop();
    await world.startAgain();
    expect((await world.state(member)).pushKey).toBe(pushKey);
  });
});
