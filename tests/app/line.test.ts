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
    expect(await lead.accept(scope, "")).toEqual({ ok: true, value: undefined });
    await lead.syncNow();
    await session.syncNow();
    await until("acceptance", () => session.cases.value.find((each) => each.status === "accepted"));

    const view = lead.watchCase(scope).view.value;
    expect(view?.access.filter((each) => each.access === "lead")).toHaveLength(3);
    expect(view?.history.length).toBeGreaterThan(5);
    expect(lead.quarantined.value).toEqual([]);
    expect(session.refused.value).toEqual([]);
  });
});
