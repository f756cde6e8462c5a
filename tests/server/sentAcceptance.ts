/** What every store must know of which reminders went out. Part of storeAcceptance.ts. */
import { expect, test } from "vitest";
import { day, desk, parcel, reminder, type World } from "./noticesParts.ts";

export function sentAcceptance(world: () => World): void {
  test("says of a reminder the day whose digest was sent, by each way, and keeps it when it is registered anew", async () => {
    const { notices, look, change } = desk(world());
    const madeMs = Date.UTC(2026, 11, 17, 8);
    const told = { mail: day("2026-12-17"), push: day("2026-12-17") };
    const [said, untold] = [reminder({ told }), reminder()];
    await change(async (tx) => {
      await tx.saveReminder(said);
      await tx.saveReminder(untold);
      await tx.addParcel(parcel({ madeMs }));
      await tx.addParcel(parcel({ madeMs, slot: "try", kind: "try" }));
      await tx.addParcel(parcel({ madeMs, way: "push", to: "d", slot: "try", kind: "try" }));
    });
    const sent = async () => new Map((await look.sentReminders()).map((each) => [each.id, each.sent]));
    const none = { mail: "", push: "" };
    const mails = await notices.claim("mail", madeMs, madeMs + 1, 9);
    const pushes = await notices.claim("push", madeMs, madeMs + 1, 9);
    for (const each of [...mails, ...pushes].filter(({ kind }) => kind === "try")) {
      await notices.markSent(each, madeMs);
    }
    expect((await sent()).get(said.id)).toEqual(none);
    for (const each of mails) await notices.markSent(each, madeMs);
    await change((tx) => tx.saveReminder({ ...said, due: day("2027-01-04") }));
    expect([(await sent()).get(said.id), (await sent()).get(untold.id)]).toEqual([
      { mail: "2026-12-17", push: "" },
      none,
    ]);
    expect(await desk(world()).look.sentReminders()).toEqual([]);
  });
}
