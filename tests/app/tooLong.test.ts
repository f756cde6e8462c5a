/** A whole report pasted into a box: kept to the last letter on the device, never sent half, and told of. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenSession } from "../../src/app/session.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import { asText, questionPath } from "../../src/forms/answers.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { Device, enrol } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });
const NAME = questionPath("person", "name");
const RISKS = questionPath("risks", "currentRisks");
const HISTORY = questionPath("background", "history");
/** A megabyte, with an end that would be missed. */
const REPORT = `${"x".repeat(1_048_570)} END 👩🏽‍🦽`;

describe("an answer longer than a record can hold", () => {
  let server: TestServer;
  let device: Device;
  let second: Device;
  let session: OpenSession;
  let scope: ScopeId;

  const started = async (answers: readonly (readonly [typeof NAME, string])[] = []) =>
    session.startReferral("ashfield", new Map(answers));
  const reopen = async () => {
    await device.close();
    session = await device.reopen();
  };
  const answers = () => session.watchCase(scope).view.value?.answers;
  const submit = () => session.submit(scope, { declaredBy: "Worker", declaration: "True" });

  beforeAll(async () => {
    server = await startTestServer();
    device = new Device(server.url);
    session = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    await session.adoptDefinition(ashfield);
    second = await enrol(session, server.url, profile("Second"), ["coordinator"]);
  });

  afterAll(async () => {
    await device.close();
    await second.close();
    await server.close();
  });

  it("is whole in its box and in what is checked, and what else was typed becomes an entry all the same", async () => {
    const opened = await started();
    if (!opened.ok) throw new Error(opened.problem.kind);
    scope = opened.value;
    const editor = await session.edit(scope);
    editor.set(RISKS, REPORT);
    editor.set(NAME, "Person One");
    expect(await editor.flush()).toEqual({ ok: true, value: undefined });
    expect(editor.answers.value.get(RISKS)).toBe(REPORT);
    expect(editor.saved.value).toMatchObject({ state: "saved", tooLong: 1 });
    expect(answers()?.get(RISKS)).toBe(REPORT);
    expect(session.cases.value[0]?.subject).toBe("Person One");
    expect(session.safety.value.unsent).toBeGreaterThan(0);
  });

  it("is there to the last letter after the app was shut, twice, and beside what is typed then", async () => {
    await reopen();
    expect(answers()?.get(RISKS)).toBe(REPORT);
    const editor = await session.edit(scope);
    expect(editor.answers.value.get(RISKS)).toBe(REPORT);
    editor.set(HISTORY, "Moved here in spring.");
    await editor.flush();
    await reopen();
    expect((await session.edit(scope)).answers.value.get(RISKS)).toBe(REPORT);
    expect(answers()?.get(HISTORY)).toBe("Moved here in spring.");
    // One row holds it, not one for every time the app was opened.
    expect(await device.store?.local.buffer.count()).toBe(1);
  });

  it("keeps the referral from being sent without it", async () => {
    expect(await submit()).toEqual({ ok: false, problem: { kind: "too-long" } });
    expect(session.cases.value[0]?.status).toBe("draft");
  });

  it("becomes an entry once it is shortened, and leaves nothing behind", async () => {
    const editor = await session.edit(scope);
    editor.set(RISKS, "In short: falls at night.");
    await editor.flush();
    expect(editor.saved.value.tooLong).toBe(0);
    await reopen();
    expect(answers()?.get(RISKS)).toBe("In short: falls at night.");
    expect(await device.store?.local.buffer.count()).toBe(0);
    expect(await submit()).toEqual({ ok: true, value: undefined });
  });

  it("counts what JSON makes longer: 40,000 controls are six bytes each", async () => {
    const opened = await started();
    if (!opened.ok) throw new Error(opened.problem.kind);
    const editor = await session.edit(opened.value);
    const odd = "\u0001".repeat(40_000);
    editor.set(RISKS, odd);
    editor.set(NAME, "Person Two");
    expect(await editor.flush()).toEqual({ ok: true, value: undefined });
    expect(asText(editor.answers.value.get(RISKS))).toHaveLength(40_000);
    expect(editor.saved.value.tooLong).toBe(1);
  });

  it("among the first answers starts no referral at all", async () => {
    const before = session.cases.value.length;
    expect(await started([[NAME, REPORT]])).toEqual({ ok: false, problem: { kind: "too-long" } });
    expect(session.cases.value).toHaveLength(before);
  });

  it("and any other text that no reader would take is refused before it is sealed", async () => {
    const opened = await started();
    if (!opened.ok) throw new Error(opened.problem.kind);
    const tooLong = { ok: false, problem: { kind: "too-long" } };
    expect(await session.withdraw(opened.value, "w".repeat(60_000))).toEqual(tooLong);
    expect(await session.submit(opened.value, { declaredBy: "n".repeat(400), declaration: "True" })).toEqual(
      tooLong,
    );
    expect(session.quarantined.value).toEqual([]);
    expect(await session.withdraw(opened.value, "Not needed")).toEqual({ ok: true, value: undefined });
  });
});
