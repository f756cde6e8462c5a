/** Agreement between two devices: asked for, given with no signal, carried over, and part of what is sent. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenSession } from "../../src/app/session.ts";
import { makeCalendarDate } from "../../src/domain/calendarDate.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import { questionPath } from "../../src/forms/answers.ts";
import { approvalGaps, approvalState, heldFor } from "../../src/forms/approvals.ts";
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string, position = "Worker") => ({ name, agency: "Made-up agency", position });
const NAME = questionPath("child", "name");
const KEY = "seniorManager";
const done = { ok: true, value: undefined };
const today = makeCalendarDate(2026, 11, 26);
if (!today) throw new Error("no such day");

describe("a referral that a senior manager has to authorise", () => {
  let server: TestServer;
  let author: OpenSession;
  let manager: OpenSession;
  let managersDevice: Device;
  let scope: ScopeId;
  const devices: Device[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const device = new Device(server.url);
    devices.push(device);
    const lead = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    expect(await lead.adoptDefinition(oxfordshire)).toEqual(done);
    devices.push(await enrol(lead, server.url, profile("Second"), ["coordinator"]));
    const worker = await enrol(lead, server.url, profile("Wyn Worker"), ["referrer"]);
    managersDevice = await enrol(lead, server.url, profile("Mo Manager", "Service manager"), ["member"]);
    devices.push(worker, managersDevice);
    author = worker.session as OpenSession;
    manager = managersDevice.session as OpenSession;
    await author.syncNow();
    await until("the panel", () => author.panels.value.length > 0 && manager.panels.value.length > 0);
    const started = await author.startReferral("oxfordshire", new Map([[NAME, "Child One"]]));
    if (!started.ok) throw new Error(started.problem.kind);
    scope = started.value;
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  const view = (session: OpenSession) => session.watchCase(scope).view.value;
  const stateFor = (session: OpenSession) => approvalState(heldFor(KEY, view(session)?.approvals ?? [])).kind;
  const carry = async () => {
    await author.syncNow();
    await manager.syncNow();
    await author.syncNow();
  };
  const gaps = () => {
    const { definition, answers, approvals } = view(author) ?? {};
    if (!definition || !answers || !approvals) throw new Error("no case");
    return approvalGaps({ definition, answers, today }, approvals).map(({ key }) => key);
  };

  it("[OXT-65] is asked of a colleague, who sees the draft and nothing else of the author’s", async () => {
    await author.startReferral("oxfordshire", new Map([[NAME, "Child Two"]]));
    const editor = await author.edit(scope);
    editor.set(questionPath("hopes", "expected"), "Settle who leads.");
    const { user } = manager.me.value;
    expect(await author.askApproval(scope, KEY, user, "Before Friday, please")).toEqual(done);
    expect(stateFor(author)).toBe("asked");
    expect(gaps()).toContain(KEY);
    await carry();
    const summary = await until("the request", () =>
      manager.cases.value.find((each) => each.scope === scope),
    );
    expect(manager.cases.value).toHaveLength(1);
    expect(summary).toMatchObject({
      status: "draft",
      openAsks: [{ key: KEY, words: "Before Friday, please" }],
    });
    expect(view(manager)?.answers.get(questionPath("hopes", "expected"))).toBe("Settle who leads.");
    expect(view(manager)?.mayEdit).toBe(false);
  });

  it("is answered offline, sent back first, and the author reads why", async () => {
    managersDevice.transport.online = false;
    const back = { outcome: "sentBack" as const, words: "Say who visits at night." };
    expect(await manager.answerApproval(scope, KEY, back)).toEqual(done);
    await until("the answer on its own device", () =>
      manager.cases.value.some((each) => each.scope === scope && each.openAsks.length === 0),
    );
    expect(await manager.answerApproval(scope, KEY, back)).toMatchObject({
      problem: { kind: "not-allowed" },
    });
    expect(stateFor(author)).toBe("asked");
    managersDevice.transport.online = true;
    await carry();
    await until("the answer", () => stateFor(author) === "sentBack");
    expect(author.cases.value.find((each) => each.scope === scope)?.sentBack).toBe(1);
    expect(gaps()).toContain(KEY);
  });

  it("is approved on the second asking, and what is changed after is counted, not held against it", async () => {
    await author.askApproval(scope, KEY, manager.me.value.user, "Done");
    await carry();
    await until("the second request", () => stateFor(manager) === "asked");
    await manager.answerApproval(scope, KEY, { outcome: "approved", words: "Good." });
    await carry();
    await until("the approval", () => stateFor(author) === "approved");
    expect(gaps()).not.toContain(KEY);
    const editor = await author.edit(scope);
    editor.set(NAME, "Child One Example");
    await editor.flush();
    const held = heldFor(KEY, view(author)?.approvals ?? []);
    expect(held?.given.at(-1)).toMatchObject({ by: { name: "Mo Manager" }, how: "app", changedSince: 1 });
    expect(gaps()).not.toContain(KEY);
  });

  it("[OXF-09] is told by telephone too, and says who took it down; nobody asked may be the author", async () => {
    const told = { outcome: "approved" as const, words: "Yes", by: { name: "Pat Elsewhere" }, on: today };
    expect(await author.recordApproval(scope, "agencyManager", { ...told, how: "spoken" })).toEqual(done);
    const held = heldFor("agencyManager", view(author)?.approvals ?? []);
    expect(held?.given).toMatchObject([{ by: { name: "Pat Elsewhere" }, takenBy: "Wyn Worker" }]);
    expect(await author.askApproval(scope, KEY, author.me.value.user, "")).toMatchObject({ ok: false });
    expect(await manager.recordApproval(scope, KEY, { ...told, how: "paper" })).toMatchObject({ ok: false });
    expect(await manager.waiveApproval(scope, "keyWorker", "Away")).toMatchObject({ ok: false });
  });

  it("[OXF-07] goes to the panel with what everybody said, and the history tells it", async () => {
    await author.waiveApproval(scope, "keyWorker", "None is allocated yet");
    const sent = await author.submit(scope, { declaredBy: "Wyn Worker", declaration: "True" });
    expect(sent).toEqual(done);
    const section = view(author)?.snapshots[0]?.snapshot.sections.find(({ key }) => key === "approvals");
    const printed = JSON.stringify(section);
    expect(printed).toContain("Sent back by Mo Manager, Service manager, Made-up agency, on");
    expect(printed).toContain("1 answer changed since: Good.");
    expect(printed).toContain("Not asked. Reason: None is allocated yet");
    const history = view(author)?.history.map(({ what }) => what);
    expect(history).toEqual(
      expect.arrayContaining([
        "asked Mo Manager (Made-up agency): ‘Authorisation by your senior manager’",
        "sent back the referral: ‘Authorisation by your senior manager’",
        "approved the referral: ‘Authorisation by your senior manager’",
        expect.stringMatching(/^wrote down that Pat Elsewhere approved the referral/),
        expect.stringMatching(/^gave a reason for going without it/),
      ]),
    );
  });
});
