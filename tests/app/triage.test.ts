/** Triage with two leaders and a referrer, each on a device of their own: everybody hears, and the log is the record. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenSession } from "../../src/app/session.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import { questionPath } from "../../src/forms/answers.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import hartlepool from "../../src/forms/panels/hartlepool-stockton.json" with { type: "json" };
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });
const DECLARED = { declaredBy: "Worker", declaration: "True" };
const PERSON = "Person Never-In-The-Log";
const MEETING = { key: "m1", definition: "ashfield", date: "2099-11-26", start: "10:00" };

describe("triage", () => {
  let server: TestServer;
  let lead: OpenSession;
  let second: OpenSession;
  let worker: OpenSession;
  let manager: OpenSession;
  const devices: Device[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const device = new Device(server.url);
    devices.push(device);
    lead = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    for (const panel of [ashfield, hartlepool]) await lead.adoptDefinition(panel);
    await lead.setMeetingDate(MEETING);
    for (const [name, role] of [
      ["Second", "coordinator"],
      ["Worker", "referrer"],
      ["Manager", "member"],
    ] as const)
      devices.push(await enrol(lead, server.url, profile(name), [role]));
    second = devices[1]?.session as OpenSession;
    worker = devices[2]?.session as OpenSession;
    manager = devices[3]?.session as OpenSession;
    await until("the panels", () => worker.panels.value.length === 2);
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  const all = async () => {
    for (const session of [worker, lead, second, manager]) await session.syncNow();
    for (const session of [worker, lead, second, manager]) await session.syncNow();
  };
  const viewOf = (session: OpenSession, scope: ScopeId) => session.watchCase(scope).view.value;
  const statusOf = (session: OpenSession, scope: ScopeId) => viewOf(session, scope)?.standing.status;

  /** A manager is asked to agree, and has not answered when it is sent. */
  async function send(definition: string, nameQuestion: ReturnType<typeof questionPath>): Promise<ScopeId> {
    const started = await worker.startReferral(definition, new Map([[nameQuestion, PERSON]]));
    if (!started.ok) throw new Error(started.problem.kind);
    const { user } = manager.me.value;
    expect(await worker.askApproval(started.value, "manager", user, "")).toMatchObject({ ok: true });
    expect(await worker.submit(started.value, DECLARED)).toMatchObject({ ok: true });
    await all();
    await until("the referral at both leaders", () =>
      [lead, second].every((session) => statusOf(session, started.value) === "submitted"),
    );
    return started.value;
  }

  it("[ASH-75] shares what each leader found on the checklist, and accepts it for a meeting that all see", async () => {
    const scope = await send("ashfield", questionPath("person", "name"));
    await lead.check(scope, "history", "no", "Nothing before May");
    await second.check(scope, "history", "yes", "");
    await all();
    await until("both findings", () => viewOf(lead, scope)?.findings.length === 2);
    expect(viewOf(second, scope)?.findings).toMatchObject([
      { finding: "no", note: "Nothing before May", whoName: "Lead (Made-up agency)", mine: false },
      { finding: "yes", mine: true },
    ]);

    expect(viewOf(second, scope)?.summary.looked).toMatchObject({ opened: false, points: 1 });
    await second.markOpened(scope);
    expect(viewOf(second, scope)?.summary.looked.opened).toBe(true);

    expect(
      await lead.accept(scope, { note: "", meeting: "m1", lateReason: "It grew overnight" }),
    ).toMatchObject({
      ok: true,
    });
    await all();
    for (const session of [worker, second]) {
      await until("the acceptance", () => statusOf(session, scope) === "accepted");
      expect(viewOf(session, scope)?.summary).toMatchObject({
        meeting: { date: "2099-11-26", start: "10:00" },
        decided: { byName: "Lead (Made-up agency)" },
      });
    }
    const sentences = viewOf(worker, scope)?.history.map(({ what }) => what);
    expect(sentences).toContain(
      "accepted the referral for the meeting on 26 November 2099, although it came late",
    );
    expect(sentences).toContain("noted ‘History and background’ on the checklist: no");
  });

  it("[HER-08] leaves the queue as settled outside the panel, and the referrer reads what was agreed", async () => {
    const scope = await send("ashfield", questionPath("person", "name"));
    const settled = {
      reason: "Discharge tomorrow",
      agreed: "A nurse visits daily",
      by: "Ward manager and team manager",
      how: "telephone" as const,
      on: "2026-11-25" as CalendarDate,
    };
    expect(await second.settleOutside(scope, settled)).toMatchObject({ ok: true });
    await all();
    await until("the referrer to hear", () => statusOf(worker, scope) === "settled-outside");
    expect(viewOf(worker, scope)?.standing.last?.record).toMatchObject(settled);
    await until("the other leader to hear", () => statusOf(lead, scope) === "settled-outside");
    await until("the manager to hear", () => statusOf(manager, scope) === "settled-outside");
    const told = manager.cases.value.find((each) => each.scope === scope);
    expect(told).toMatchObject({
      wasAsked: true,
      openAsks: [],
      reportsOwed: 0,
      decided: { byName: "Second (Made-up agency)" },
    });
    expect(viewOf(manager, scope)?.standing.last?.record).toMatchObject(settled);
    expect(await lead.accept(scope, { note: "" })).toMatchObject({ ok: false });
  });

  it("[HAR-45] [HAR-71] asks until a refusal is confirmed as written on the child's record, and says who and when", async () => {
    const scope = await send("hartlepool-stockton", questionPath("child", "name"));
    await lead.decline(scope, '=HYPERLINK("https://evil.example")');
    await all();
    await until("the refusal", () => statusOf(second, scope) === "declined");
    expect(viewOf(second, scope)?.summary.toFile).toBe("Written on the child’s electronic record");
    await second.recordFiled(scope, {
      record: "managementDecision",
      on: "2026-11-25" as CalendarDate,
      by: "Sam Second",
      under: "Management decision",
    });
    await all();
    await until("the confirmation", () => viewOf(lead, scope)?.filing?.done);
    expect(viewOf(lead, scope)).toMatchObject({
      summary: { toFile: undefined },
      filing: {
        done: { by: "Sam Second", under: "Management decision", whoName: "Second (Made-up agency)" },
      },
    });
    expect(viewOf(worker, scope)?.history.map(({ what }) => what)).toContain(
      "confirmed: ‘Written on the child’s electronic record’",
    );
  });

  it("[HAR-45] takes no such word from somebody who does not lead", async () => {
    const scope = await send("hartlepool-stockton", questionPath("child", "name"));
    await lead.decline(scope, "It is moving as it should");
    await all();
    await until("the refusal", () => statusOf(worker, scope) === "declined");
    await worker.recordFiled(scope, {
      record: "managementDecision",
      on: "2026-11-25" as CalendarDate,
      by: "Wyn Worker",
      under: "x",
    });
    await worker.check(scope, "notMoving", "yes", "");
    await all();
    expect(viewOf(worker, scope)?.filing?.done).toBeUndefined();
    expect(viewOf(worker, scope)?.findings).toEqual([]);
  });

  it("[ASH-49] [ASH-82] is all in the log, with its reason, by panel and by day, and names nobody referred", async () => {
    const returned = await send("ashfield", questionPath("person", "name"));
    await lead.returnForInformation(returned, [{ text: "Say where they live" }], "Ring me");
    await all();
    await until("the return", () => statusOf(worker, returned) === "returned");
    await worker.withdraw(returned, '=HYPERLINK("https://evil.example")');
    await all();
    await until("the withdrawal", () => statusOf(second, returned) === "withdrawn");

    const log = second.decisionLog({});
    expect(log.map(({ decision }) => decision)).toEqual([
      "withdrawn",
      "returned",
      "declined",
      "declined",
      "settled-outside",
      "accepted",
    ]);
    expect(log.at(-1)).toMatchObject({
      meeting: "2099-11-26",
      byName: "Lead (Made-up agency)",
      reason: "Taken late: It grew overnight",
    });
    expect(log[1]?.reason).toBe("Say where they live\nRing me");
    expect(second.decisionLog({ definitionId: "hartlepool-stockton" })).toHaveLength(2);
    expect(second.decisionLog({ to: "2026-01-01" as CalendarDate })).toEqual([]);
    // Two leaders read the same, since it is read from the cases.
    expect(lead.decisionLog({})).toEqual(log);

    const table = second.decisionLogCsv({ definitionId: "hartlepool-stockton" });
    if (!table.ok) throw new Error(table.problem.kind);
    const text = new TextDecoder().decode(table.value.bytes);
    expect(table.value.fileName).toBe("log-of-decisions.csv");
    expect(text.split("\r\n")).toHaveLength(2 + 2);
    expect(text).not.toContain(PERSON);
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(text).toContain("It is moving as it should");

    const page = JSON.stringify(second.composeDecisionLog({ definitionId: "hartlepool-stockton" }));
    expect(page).toContain("It is moving as it should");
    expect(page).not.toContain(PERSON);
    expect(page).not.toContain(`${log.at(-1)?.reference}: `);
  });

  it("[ASH-69] refuses the log as a table where one of the panels in it lets none leave without a password", () => {
    const refused = { ok: false, problem: { kind: "password-required" } };
    expect(second.decisionLogCsv({})).toEqual(refused);
    expect(second.decisionLogCsv({ definitionId: "ashfield" })).toEqual(refused);
    const year = { from: "2026-04-01", to: "2027-03-31" } as Parameters<typeof second.annualReportCsv>[1];
    expect(second.annualReportCsv("ashfield", year)).toMatchObject({ ok: true });
  });

  it("[OXT-33] keeps for each panel that its agencies’ actions were taken out, apart from its yearly report", async () => {
    const period = { from: "2026-04-01", to: "2027-03-31" } as Parameters<typeof second.annualReportCsv>[1];
    const panels = ["ashfield", "hartlepool-stockton"];
    const wish = { panels, period, agencies: [] };
    const page = JSON.stringify(second.composeFollowThrough(wish));
    expect(page).toContain("Ashfield Complex Case Panel, Hartlepool");
    expect(await second.recordFollowThrough(wish, "print")).toMatchObject({ ok: true });
    expect(await second.recordReportExport("ashfield", period, "table")).toMatchObject({ ok: true });
    const kept = (id: string) =>
      second.panels.value
        .find(({ definition }) => definition.id === id)
        ?.reportExports.map(({ record: { document, how } }) => [document, how]);
    const followed = ["followThrough", "print"];
    expect(panels.map(kept)).toEqual([[followed, [undefined, "table"]], [followed]]);
  });

  it("[ASH-48] lets a case leave for the system that Ashfield enters it on", () => {
    const scope = second.cases.value.find(({ definitionId }) => definitionId === "ashfield")
      ?.scope as ScopeId;
    expect(second.readTransfer(scope, "ecins")?.rows.length).toBeGreaterThan(0);
    for (const format of ["csv", "json"] as const)
      expect(second.transferFile(scope, "ecins", format)).toMatchObject({ ok: true });
  });

  it("[ASH-49] says in the history of each case that the log was taken out", async () => {
    const hartlepool = { definitionId: "hartlepool-stockton" };
    expect(await second.recordLogExport(hartlepool, "download", "November 2026")).toMatchObject({ ok: true });
    const lines = second.cases.value.map(({ scope, definitionId }) => ({
      definitionId,
      told: viewOf(second, scope)?.history.some(({ what }) =>
        what.startsWith(
          "downloaded the log of decisions, which tells of this case, with the panel’s password for November 2026",
        ),
      ),
    }));
    expect(lines.filter(({ told }) => told).map(({ definitionId }) => definitionId)).toEqual([
      "hartlepool-stockton",
      "hartlepool-stockton",
    ]);
  });

  it("does not list a draft that its author threw away", async () => {
    const started = await worker.startReferral("ashfield", new Map());
    if (!started.ok) throw new Error(started.problem.kind);
    const before = worker.decisionLog({}).length;
    await worker.withdraw(started.value, "Never mind");
    expect(worker.decisionLog({})).toHaveLength(before);
  });
});
