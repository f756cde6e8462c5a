/** Actions of every case in one list, each person seeing their own, with two people's words on one kept apart. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventAnswers } from "../../demo/inventAnswers.ts";
import { submitTo } from "../../demo/referrals.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { ActionId, ScopeId, UserId } from "../../src/domain/ids.ts";
import { EVIDENCE } from "../../src/forms/papers.ts";
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { ownLastWord, toldOf } from "../../src/ui/words/actions.ts";
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: `Agency of ${name}`, position: "Worker" });
const done = { ok: true, value: undefined };
const TODAY = "2026-11-26" as CalendarDate;
const PDF = new Blob(["%PDF-1.7 a letter that says it was done"]);

describe("the actions of all cases", () => {
  let server: TestServer;
  let lead: OpenSession;
  let member: OpenSession;
  const scopes: ScopeId[] = [];
  const devices: Device[] = [];
  const ids: ActionId[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const device = new Device(server.url);
    devices.push(device);
    lead = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    expect(await lead.adoptDefinition(oxfordshire)).toEqual(done);
    const other = await enrol(lead, server.url, profile("Member"), ["member"]);
    devices.push(other, await enrol(lead, server.url, profile("Second"), ["coordinator"]));
    member = other.session as OpenSession;
    const definition = lead.panels.value[0]?.definition;
    if (!definition) throw new Error("no panel");
    for (const subject of ["One (invented)", "Two (invented)"]) {
      const answers = inventAnswers(definition, subject, TODAY);
      const scope = await submitTo(lead, definition, answers, subject, TODAY);
      scopes.push(scope);
      expect(await lead.share(scope, member.me.value.user, "contribute")).toEqual(done);
      ids.push(lead.newId<ActionId>());
    }
    const [one, two] = scopes as [ScopeId, ScopeId];
    const agreed = { type: "action-set" as const, meeting: "m", agency: "Housing", contact: "" };
    await lead.noteCase(one, [
      {
        ...agreed,
        action: ids[0] as ActionId,
        what: "Visit",
        owner: "Member",
        user: member.me.value.user,
        due: TODAY,
      },
    ]);
    // Written by a name alone: nobody chose a person.
    await lead.noteCase(two, [
      { ...agreed, action: ids[1] as ActionId, what: "Ring", owner: " member ", user: "", due: "" },
    ]);
    await both();
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  const both = async () => {
    for (const session of [lead, member, lead]) await session.syncNow();
  };
  const listed = (session: OpenSession, what: string) =>
    session.actions.value.find((action) => action.what === what);
  const say = (session: OpenSession, at: number, words: string) =>
    session.noteCase(scopes[at] as ScopeId, [
      { type: "action-updated", action: ids[at] as ActionId, state: "inProgress", words },
    ]);

  it("are in one list, each with its case, and are somebody’s by choice or by the same name", async () => {
    await until("both at the member’s", () => member.actions.value.length === 2);
    expect(listed(member, "Visit")).toMatchObject({
      mine: true,
      mayUpdate: true,
      subject: "One (invented)",
      agency: "Housing",
    });
    expect(listed(member, "Ring")?.mine).toBe(true);
    await until("both at the lead’s", () => lead.actions.value.length === 2);
    expect(lead.actions.value.some(({ mine }) => mine)).toBe(false);
  });

  it("keep what two people said of one while neither heard of the other, with their names", async () => {
    await say(member, 0, "Rang twice");
    await say(lead, 0, "Sent a letter");
    await both();
    await until("both words at both", () =>
      [lead, member].every((session) => listed(session, "Visit")?.updates.length === 2),
    );
    const { updates, names } = listed(lead, "Visit") ?? { updates: [], names: {} };
    expect(updates.map(({ record }) => record.words).toSorted()).toEqual(["Rang twice", "Sent a letter"]);
    expect(Object.values(names).toSorted()).toEqual(["Lead (Agency of Lead)", "Member (Agency of Member)"]);
  });

  it("let somebody take back their own last word within the hour, as one more word", async () => {
    await say(member, 1, "By mistake");
    await until("the word", () => listed(member, "Ring")?.state === "inProgress");
    const action = listed(member, "Ring");
    if (!action) throw new Error("no action");
    const { user } = member.me.value;
    const now = Date.now();
    const last = ownLastWord(action, user, now);
    expect(last?.state).toBe("open");
    expect(ownLastWord(action, lead.me.value.user, now)).toBeUndefined();
    expect(ownLastWord(action, user, now + 3_700_000)).toBeUndefined();
    await member.noteCase(action.scope, [
      {
        type: "action-updated",
        action: action.action,
        state: "open",
        words: "",
        takesBack: last?.entry as never,
      },
    ]);
    await until("it open again", () => listed(member, "Ring")?.state === "open");
    expect(listed(member, "Ring")?.updates).toHaveLength(2);
    const again = listed(member, "Ring");
    expect(again && ownLastWord(again, user, now)).toBeUndefined();
  });

  it("put a question before the one who is to answer it, and do as they say", async () => {
    const at = { action: ids[0] as ActionId, words: "The reviewer is away" };
    const due = "2099-01-14" as CalendarDate;
    await member.noteCase(scopes[0] as ScopeId, [{ type: "action-day-asked", ...at, due }]);
    await both();
    await until("the question", () => listed(lead, "Visit")?.forMe === true);
    expect(listed(member, "Visit")).toMatchObject({ forMe: false, due: TODAY });
    const asked = listed(lead, "Visit")?.askings[0]?.asked.entry;
    await lead.noteCase(scopes[0] as ScopeId, [
      { type: "action-answered", action: at.action, asked: asked as never, agreed: true, words: "" },
    ]);
    await both();
    await until("the new day", () => listed(member, "Visit")?.due === due);
    const told = toldOf({ action: listed(member, "Visit") as never, whoOf: (user) => nameIn(user) });
    expect(told.slice(0, 2).map(({ text }) => text)).toEqual([
      "Lead (Agency of Lead) agreed to that day.",
      "Member (Agency of Member) asked for 14 January 2099 instead: The reviewer is away",
    ]);
    expect(listed(lead, "Visit")?.forMe).toBe(false);
  });

  const nameIn = (user: UserId): string => listed(member, "Visit")?.names[user] ?? "";

  it("are shown to be done by a paper of whoever may write in the case, and is not its referrer", async () => {
    const [scope] = scopes as [ScopeId];
    const letter = { bytes: PDF, fileName: "Letter.pdf", mediaType: "application/pdf" };
    const paper = await member.addPaper(
      scope,
      { ...letter, kind: EVIDENCE, title: "Letter" },
      () => undefined,
      new AbortController().signal,
    );
    if (!paper.ok) throw new Error(paper.problem.kind);
    await member.noteCase(scope, [
      {
        type: "action-updated",
        action: ids[0] as ActionId,
        state: "done",
        words: "",
        evidence: [paper.value],
      },
    ]);
    await until("the member’s own list", () => listed(member, "Visit")?.evidence.length === 1);
    await both();
    await until("the lead’s list", () => listed(lead, "Visit")?.evidence.length === 1);
    const opened = await lead.openPaper(scope, paper.value, () => undefined, new AbortController().signal);
    expect(opened.ok && (await opened.value.text())).toBe(await PDF.text());
  });
});
