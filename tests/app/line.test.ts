/** The whole line without a browser: typed offline, sealed, pushed, pulled by another, answered, decided. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenSession } from "../../src/app/session.ts";
import { questionPath } from "../../src/forms/answers.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });
const NAME = questionPath("person", "name");

describe("a referral", () => {
  let server: TestServer;
  let lead: OpenSession;
  const devices: Device[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const device = new Device(server.url);
    devices.push(device);
    lead = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    const adopted = await lead.adoptDefinition(ashfield);
    expect(adopted).toEqual({ ok: true, value: undefined });
    devices.push(await enrol(lead, server.url, profile("Second"), ["coordinator"]));
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  it("is typed offline, survives the app being shut, and reaches the co-ordinator when signal returns", async () => {
    const worker = await enrol(lead, server.url, profile("Worker"), ["referrer"]);
    devices.push(worker);
    let session = worker.session as OpenSession;
    await until("the panel's definition", () => session.panels.value.length > 0);

    worker.transport.online = false;
    const started = await session.startReferral("ashfield", new Map());
    if (!started.ok) throw new Error(started.problem.kind);
    const scope = started.value;
    const editor = await session.edit(scope);
    editor.set(NAME, "Person One");
    await worker.close();

    session = await worker.reopen();
    const again = session.watchCase(scope);
    expect(again.view.value?.answers.get(NAME)).toBe("Person One");
    const sent = await session.submit(scope, { declaredBy: "Worker", declaration: "True as far as I know" });
    expect(sent).toEqual({ ok: true, value: undefined });
    await until("unsent entries", () => session.safety.value.unsent > 0);
    expect(lead.cases.value).toHaveLength(0);

    worker.transport.online = true;
    await session.syncNow();
    await lead.syncNow();
    const arrived = await until("the case at the co-ordinator", () =>
      lead.cases.value.find((each) => each.scope === scope),
    );
    expect(arrived).toMatchObject({ subject: "Person One", status: "submitted", mine: false });
    await until("everything sent", () => session.safety.value.unsent === 0);

    await lead.returnForInformation(scope, [{ text: "Say where they live" }], "");
    await lead.syncNow();
    await session.syncNow();
    await until("the return", () => session.cases.value.find((each) => each.status === "returned"));
    const second = await session.edit(scope);
    second.set(questionPath("person", "address"), "1 Test Street");
    await session.submit(scope, { declaredBy: "Worker", declaration: "True", note: "Added the address" });
    await session.syncNow();
    await lead.syncNow();
    await until("the answer", () => lead.cases.value.find((each) => each.status === "submitted"));
    expect(await lead.accept(scope, { note: "" })).toEqual({ ok: true, value: undefined });
    await lead.syncNow();
    await session.syncNow();
    await until("acceptance", () => session.cases.value.find((each) => each.status === "accepted"));

    const view = lead.watchCase(scope).view.value;
    expect(view?.access.filter((each) => each.access === "lead")).toHaveLength(3);
    expect(view?.history.length).toBeGreaterThan(5);
    expect(lead.quarantined.value).toEqual([]);
    expect(session.refused.value).toEqual([]);
  });

  it("is put right after it was sent: the panel keeps both, and its place stays", async () => {
    const worker = await enrol(lead, server.url, profile("Corrector"), ["referrer"]);
    devices.push(worker);
    const session = worker.session as OpenSession;
    await until("the panel's definition", () => session.panels.value.length > 0);
    const started = await session.startReferral("ashfield", new Map([[NAME, "Persen Two"]]));
    if (!started.ok) throw new Error(started.problem.kind);
    const scope = started.value;
    const declared = { declaredBy: "Corrector", declaration: "True" };
    await session.submit(scope, declared);
    const view = () => session.watchCase(scope).view.value;
    expect(view()?.summary.unsentChanges).toBe(false);

    const editor = await session.edit(scope);
    editor.set(NAME, "Person Two");
    await editor.flush();
    expect(view()).toMatchObject({ mayEdit: true, summary: { unsentChanges: true, status: "submitted" } });
    await session.submit(scope, { ...declared, note: "The name was misspelt" });
    expect(view()?.summary).toMatchObject({ unsentChanges: false, status: "submitted" });

    await session.syncNow();
    await lead.syncNow();
    await until("the correction", () => lead.watchCase(scope).view.value?.snapshots.length === 2);
    const names = lead
      .watchCase(scope)
      .view.value?.snapshots.map(({ snapshot }) =>
        snapshot.sections.flatMap(({ items }) => items).find(({ key }) => key === NAME),
      );
    expect(names).toMatchObject([{ answer: "Person Two" }, { answer: "Persen Two" }]);
    expect(lead.watchCase(scope).view.value?.mayEdit).toBe(false);
  });

  it("keeps the form it was started on after the panel changed it, on a device that starts anew too", async () => {
    const worker = await enrol(lead, server.url, profile("Keeper"), ["referrer"]);
    devices.push(worker);
    let session = worker.session as OpenSession;
    await until("the panel's definition", () => session.panels.value.length > 0);
    const started = await session.startReferral("ashfield", new Map([[NAME, "Person Three"]]));
    if (!started.ok) throw new Error(started.problem.kind);
    const scope = started.value;

    expect(await lead.adoptDefinition({ ...ashfield, shortName: "Other words" })).toMatchObject({
      problem: { kind: "bad-definition" },
    });
    await lead.adoptDefinition({ ...ashfield, version: "2099.1" });
    await lead.syncNow();
    await session.syncNow();
    await until("the new form", () => session.panels.value[0]?.definition.version === "2099.1");
    await worker.close();
    session = await worker.reopen();
    const view = () => session.watchCase(scope).view.value;
    expect(view()?.definition?.version).toBe(ashfield.version);

    await session.changeForm(scope, "2099.1");
    expect(view()).toMatchObject({ formVersion: "2099.1", definition: { version: "2099.1" } });
    expect(view()?.answers.get(NAME)).toBe("Person Three");
  });

  it("takes answers from an earlier one, and says so", async () => {
    const worker = devices.at(-1) as Device;
    const session = worker.session as OpenSession;
    const [earlier] = session.cases.value;
    if (!earlier) throw new Error("no earlier case");
    const started = await session.startReferral("ashfield", new Map());
    if (!started.ok) throw new Error(started.problem.kind);
    const scope = started.value;
    expect(await session.copyAnswers(scope, earlier.scope, ["person"])).toEqual({ ok: true, value: 1 });
    const view = session.watchCase(scope).view.value;
    expect(view?.answers.get(NAME)).toBe("Person Three");
    expect(view?.origins.copiedFrom).toEqual([earlier.reference]);
    expect(view?.history[0]?.what).toBe(`copied 1 answer from ${earlier.reference}`);

    await session.recordPaperForm(scope, { filledInBy: "A colleague", signedOn: "2026-11-20" });
    expect(session.watchCase(scope).view.value?.origins.paper?.filledInBy).toBe("A colleague");
    await session.recordPaperForm(scope, { filledInBy: "", signedOn: "" });
    expect(session.watchCase(scope).view.value?.origins.paper).toBeUndefined();
  });
});
