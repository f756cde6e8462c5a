/** The certificate of an organisation: who may keep one, and where it is. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenSession } from "../../src/app/session.ts";
import { Device, enrol } from "../support/device.ts";
import { issue, ORGANISATION } from "../support/organisation.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });

describe("a certificate of an organisation", () => {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  const { pem } = issue(folder, "ec:P-256");
  const devices: Device[] = [];
  let server: TestServer;
  let chair: OpenSession;
  let member: OpenSession;

  beforeAll(async () => {
    server = await startTestServer();
    const device = new Device(server.url);
    devices.push(device);
    chair = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Chair"));
    const second = await enrol(chair, server.url, profile("Mel"), ["member"]);
    devices.push(second);
    member = second.session as OpenSession;
  });
  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is kept by a chair on one device, writes nothing that travels, and is gone when it is removed", async () => {
    expect(await chair.ownCertificate()).toEqual({ kind: "none" });
    expect(await chair.keepOwnCertificate(pem)).toEqual({ ok: true, value: undefined });
    expect(await chair.ownCertificate()).toMatchObject({ kind: "kept", facts: { name: ORGANISATION } });
    expect(chair.safety.value).toMatchObject({ unsent: 0 });
    expect(await member.ownCertificate()).toEqual({ kind: "none" });
    await chair.dropOwnCertificate();
    expect(await chair.ownCertificate()).toEqual({ kind: "none" });
  });

  it("is no panel member’s to bring", async () => {
    const refused = { ok: false, problem: { kind: "not-allowed" } };
    expect(await member.keepOwnCertificate(pem)).toEqual(refused);
    expect(await member.ownCertificate()).toEqual({ kind: "none" });
  });

  it("that cannot be used is not kept in the place of one that can", async () => {
    await chair.keepOwnCertificate(pem);
    const refused = { ok: false, problem: { kind: "certificate", reason: "no-key" } };
    expect(await chair.keepOwnCertificate("Nothing of the kind")).toEqual(refused);
    expect(await chair.ownCertificate()).toMatchObject({ kind: "kept", facts: { name: ORGANISATION } });
  });
});
