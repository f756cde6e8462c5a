/** What the server says of a reminder: the last day whose notice went out, whom it says so to, and that it says no more. */
import { afterEach, describe, expect, test } from "vitest";
import { type Reminder, SentReply } from "../../src/sync/noticesProtocol.ts";
import { newId } from "../support/entries.ts";
import { type Member, NoticeWorld, reminderFor } from "../support/notices.ts";

let world: NoticeWorld;
afterEach(() => world.close());

const start = async (): Promise<Member> => {
  world = await NoticeWorld.start("2026-12-01");
  return world.member();
};
const startWithMail = async (): Promise<Member> => {
  const member = await start();
  return world.confirmed(member, "riley@example.org");
};

async function sent(whose: Member, ...of: Pick<Reminder, "id" | "for">[]) {
  const asked = of.map(({ id, for: whom }) => ({ id, for: whom }));
  const reply = await world.ask(whose, "POST", "/notices/reminders/sent", { of: asked });
  return SentReply.parse(reply.body).sent;
}

describe("what the server says of a reminder", () => {
  test("is nothing before its day, then the day it went out, and the next one after that", async () => {
    const member = await startWithMail();
    const reminder = reminderFor(member, "2026-12-04", ["2026-12-02", "2026-12-04"]);
    const of = { id: reminder.id, for: member.person.user };
    await world.remind(world.lead, reminder);
    expect(await sent(world.lead, of)).toEqual([{ ...of, on: null, unsent: null }]);
    await world.tickUntil("2026-12-02", "12:00");
    expect(await sent(world.lead, of)).toEqual([{ ...of, on: "2026-12-02", unsent: null }]);
    await world.remind(world.lead, { ...reminder, days: [...reminder.days] });
    expect(await sent(member, of)).toEqual([{ ...of, on: "2026-12-02", unsent: null }]);
    await world.tickUntil("2026-12-04", "12:00");
    expect(await sent(world.lead, of)).toEqual([{ ...of, on: "2026-12-04", unsent: null }]);
  });

  test("is that it has not gone out while the mail server takes nothing, and the day once a digest that counts it does", async () => {
    const member = await startWithMail();
    const late = reminderFor(member, "2026-11-27", ["2026-12-02"]);
    const far = reminderFor(member, "2026-12-24", ["2026-12-02"]);
    const of = [late, far].map(({ id }) => ({ id, for: member.person.user }));
    await world.remind(world.lead, late, far);
    world.smtp.answer = 451;
    await world.tickUntil("2026-12-02", "12:00");
    const days = async () =>
      Object.fromEntries((await sent(world.lead, ...of)).map(({ id, on, unsent }) => [id, [on, unsent]]));
    expect(await days()).toEqual({ [late.id]: [null, "2026-12-02"], [far.id]: [null, "2026-12-02"] });
    await world.remind(world.lead, reminderFor(member, "2026-12-03", ["2026-12-03"]));
    await world.tickUntil("2026-12-03", "07:50");
    world.smtp.answer = 250;
    await world.tickUntil("2026-12-03", "12:00");
    // The digest of the third took the place of the other, and says nothing of what is due beyond a week.
    expect(world.smtp.letters).toHaveLength(1);
    expect(await days()).toEqual({ [late.id]: ["2026-12-03", null], [far.id]: [null, "2026-12-02"] });
  });

  test("is nothing of somebody who can be told by no way", async () => {
    const member = await start();
    const reminder = reminderFor(member, "2026-12-02", ["2026-12-02"]);
    const of = { id: reminder.id, for: member.person.user };
    await world.remind(world.lead, reminder);
    await world.tickUntil("2026-12-03", "12:00");
    expect(await sent(world.lead, of)).toEqual([{ ...of, on: null, unsent: null }]);
  });

  test("is told of one’s own, and of others to those who lead and share a panel or case with them", async () => {
    const member = await startWithMail();
    const [colleague, stranger] = [await world.member(), await world.member({ panel: false })];
    const reminder = reminderFor(member, "2026-12-02", ["2026-12-02"]);
    const of = { id: reminder.id, for: member.person.user };
    await world.remind(world.lead, reminder);
    await world.tickUntil("2026-12-02", "12:00");
    expect(await sent(member, of)).toHaveLength(1);
    expect(await sent(world.lead, of)).toHaveLength(1);
    expect(await sent(colleague, of)).toEqual([]);
    expect(await sent(world.lead, { ...of, id: newId() })).toEqual([]);
    const own = reminderFor(stranger, "2026-12-02", ["2026-12-02"]);
    await world.remind(stranger, own);
    expect(await sent(stranger, own)).toHaveLength(1);
    expect(await sent(world.lead, own)).toEqual([]);
  });
});
