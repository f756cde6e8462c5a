/** Unsent work in a file, and back: to a new device of the same person, and to one that they have. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../src/app/api.ts";
import type { BackupCopy } from "../../src/app/backup/api.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { PaperId, ScopeId } from "../../src/domain/ids.ts";
import { questionPath } from "../../src/forms/answers.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";
import { PASSPHRASE } from "../support/vaults.ts";

const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });
const NAME = questionPath("person", "name");
const RISKS = questionPath("risks", "currentRisks");
const SECRET = { passphrase: PASSPHRASE };

/** More than one chunk, and of no pattern that a swap would hide. */
const FILE = Uint8Array.from({ length: 1_200_000 }, (_, i) => (i * 31 + (i >> 12)) & 0xff);
FILE.set(new TextEncoder().encode("%PDF-1.7\n"));
const PAPER = {
  bytes: new Blob([FILE]),
  fileName: "Chronology.pdf",
  mediaType: "application/pdf",
  kind: "chronology",
  title: "Chronology",
} as const;

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`failed: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
};

describe("a backup of unsent work", () => {
  let server: TestServer;
  let lead: OpenSession;
  let worker: Device;
  let session: OpenSession;
  let scope: ScopeId;
  let paper: PaperId;
  let copy: BackupCopy;
  const devices: Device[] = [];

  const fresh = () => {
    const device = new Device(server.url);
    devices.push(device);
    return device;
  };
  const changed = async (change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) =>
    new Blob([change(new Uint8Array(await copy.file.arrayBuffer()))]);
  const settled = async (of: OpenSession) => {
    await of.syncNow();
    await until("everything sent", () => of.safety.value.unsent === 0);
  };

  beforeAll(async () => {
    server = await startTestServer();
    const device = fresh();
    lead = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    valueOf(await lead.adoptDefinition(ashfield));
    devices.push(await enrol(lead, server.url, profile("Second"), ["coordinator"]));
    worker = await enrol(lead, server.url, profile("Worker"), ["referrer"]);
    devices.push(worker);
    session = worker.session as OpenSession;
    await until("the panel's definition", () => session.panels.value.length > 0);
    await settled(session);

    worker.transport.online = false;
    scope = valueOf(await session.startReferral("ashfield", new Map()));
    const editor = await session.edit(scope);
    editor.set(NAME, "Person One");
    editor.set(RISKS, "Candles in the hall");
    valueOf(await session.keepNote("triage", "half a reason"));
    paper = valueOf(await session.addPaper(scope, PAPER, () => undefined, new AbortController().signal));
    copy = valueOf(await session.saveBackup());
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  it("has a name of a day, and says how old what it holds is", async () => {
    expect(copy.fileName).toMatch(/^confer-backup-\d{4}-\d\d-\d\d\.confer$/);
    await until("the outbox seen", () => session.backup.value.oldestMs !== undefined);
    const { oldestMs = 0, newestMs = 0, savedMs } = session.backup.value;
    expect(newestMs).toBeGreaterThanOrEqual(oldestMs);
    expect(savedMs).toBeUndefined();
    await session.noteBackupSaved(copy.madeMs);
    expect(session.backup.value.savedMs).toBe(copy.madeMs);
  });

  it("shows nothing about anybody, and is of a size that tells little", async () => {
    const text = new TextDecoder("latin1").decode(await copy.file.arrayBuffer());
    for (const told of ["Person One", "Candles", "half a reason", "Testshire", "Worker", "ASH-"]) {
      expect(text).not.toContain(told);
    }
    expect((copy.file.size - text.indexOf("confer/1/backup")) % 65_576).toBeLessThan(2_000);
  });

  it("is refused whole where a byte is changed anywhere, a part is missing, or there is more", async () => {
    const { size } = copy.file;
    const damaged = { ok: false, problem: { kind: "backup", reason: "damaged" } };
    for (const at of [40, 200, 400, size - 65_576, size - 30_000, size - 1]) {
      const bad = await changed((bytes) => bytes.with(at, (bytes[at] as number) ^ 0x10));
      const outcome = await fresh().restore(bad, SECRET);
      expect(outcome.ok, `byte ${at}`).toBe(false);
    }
    expect(await fresh().restore(await changed((bytes) => bytes.slice(0, size - 1)), SECRET)).toEqual(
      damaged,
    );
    expect(await fresh().restore(await changed((bytes) => bytes.slice(0, size - 65_576)), SECRET)).toEqual(
      damaged,
    );
    const longer = await changed((bytes) => new Uint8Array([...bytes, ...bytes.slice(size - 65_576)]));
    expect(await fresh().restore(longer, SECRET)).toEqual(damaged);
    const html = new Blob(["<!doctype html><title>Sign in</title>"]);
    expect(await fresh().restore(html, SECRET)).toMatchObject({ problem: { reason: "not-a-backup" } });
    const newer = await changed((bytes) => bytes.with(4, 9));
    expect(await fresh().restore(newer, SECRET)).toMatchObject({ problem: { reason: "newer" } });
  });

  it("opens for nobody with another passphrase, and needs a connection once", async () => {
    const wrong = await fresh().restore(copy.file, { passphrase: "seven wet otters dance slowly" });
    expect(wrong).toMatchObject({ problem: { kind: "backup", reason: "wrong-passphrase" } });
    const code = { recoveryCode: lead === undefined ? "" : (devices[0]?.recoveryCode ?? "") };
    expect(await fresh().restore(copy.file, code)).toMatchObject({ problem: { reason: "wrong-code" } });
    const offline = fresh();
    offline.transport.online = false;
    expect(await offline.restore(copy.file, SECRET)).toMatchObject({ problem: { kind: "offline" } });
  });

  it("is not taken in by another person, unlocked on their own device", async () => {
    const before = lead.cases.value.length;
    expect(await lead.importBackup(copy.file, SECRET)).toMatchObject({ problem: { reason: "other-person" } });
    expect(lead.cases.value).toHaveLength(before);
  });

  it("changes nothing on the device that saved it", async () => {
    const unsent = session.safety.value.unsent;
    const taken = valueOf(await session.importBackup(copy.file, SECRET));
    expect(taken).toMatchObject({ entries: 0, typing: 0, notes: 0, notesLeft: 1 });
    expect(session.safety.value.unsent).toBe(unsent);
  });

  it("makes a new device of the same person: what was unsent is sent, and all their cases open", async () => {
    const tablet = fresh();
    const taken = valueOf(await tablet.restore(copy.file, SECRET));
    const restored = tablet.session as OpenSession;
    expect(taken.entries).toBeGreaterThan(1);
    expect(taken).toMatchObject({ notes: 1, papers: 1, unknown: 0 });
    expect(tablet.identity?.device).not.toBe(worker.identity?.device);
    await settled(restored);
    const view = await until("the draft", () => restored.watchCase(scope).view.value);
    expect(view.answers.get(NAME)).toBe("Person One");
    expect(view.mayEdit).toBe(true);
    expect(await restored.readNote("triage")).toBe("half a reason");
    expect(restored.quarantined.value).toEqual([]);
    expect(restored.refused.value).toEqual([]);

    const again = valueOf(await restored.importBackup(copy.file, SECRET));
    expect(again).toMatchObject({ entries: 0, typing: 0, notes: 0 });
    await restored.clearNote("triage");
    valueOf(await restored.importBackup(copy.file, SECRET));
    expect(await restored.readNote("triage")).toBeUndefined();

    valueOf(await restored.submit(scope, { declaredBy: "Worker", declaration: "True" }));
    await settled(restored);
    await lead.syncNow();
    const arrived = await until("the case at the co-ordinator", () =>
      lead.cases.value.find((each) => each.scope === scope),
    );
    expect(arrived).toMatchObject({ subject: "Person One", status: "submitted" });
    const signal = new AbortController().signal;
    const opened = valueOf(await lead.openPaper(scope, paper, () => undefined, signal));
    expect(new Uint8Array(await opened.arrayBuffer())).toEqual(FILE);
    expect(lead.people.value.find((each) => each.profile?.name === "Worker")?.devices).toBe(2);
    const mine = restored.me.value.devices;
    expect(mine.map(({ isThis }) => isThis)).toEqual([false, true]);
    await tablet.close();
    devices.splice(devices.indexOf(tablet), 1);
    expect((await tablet.reopen()).cases.value).toHaveLength(1);
    devices.push(tablet);
  });

  it("leaves the old device working, and neither forks the other's history when both write", async () => {
    const tablet = devices.at(-1)?.session as OpenSession;
    worker.transport.online = true;
    await settled(session);
    await until("the two agree", () => session.cases.value.find((each) => each.status === "submitted"));
    valueOf(await lead.returnForInformation(scope, [{ text: "Who visits?" }], ""));
    await lead.syncNow();
    for (const each of [session, tablet]) {
      await each.syncNow();
      await until("the return", () => each.cases.value.find(({ status }) => status === "returned"));
    }
    const [old, fresher] = [await session.edit(scope), await tablet.edit(scope)];
    old.set(questionPath("person", "address"), "1 Test Street");
    fresher.set(questionPath("person", "knownAs"), "Jo");
    valueOf(await old.flush());
    valueOf(await fresher.flush());
    for (const each of [session, tablet, session, lead]) await each.syncNow();
    const view = await until("both answers", () => {
      const found = lead.watchCase(scope).view.value;
      return found?.answers.get(questionPath("person", "knownAs")) === "Jo" ? found : undefined;
    });
    expect(view.answers.get(questionPath("person", "address"))).toBe("1 Test Street");
    for (const each of [session, tablet, lead]) {
      expect(each.quarantined.value).toEqual([]);
      expect(each.refused.value).toEqual([]);
      expect(each.cases.value.find((found) => found.scope === scope)?.trouble).toBe(0);
    }
  });

  it("is taken in on another device of the same person that is in use, without a connection", async () => {
    const tablet = devices.at(-1) as Device;
    worker.transport.online = false;
    const second = valueOf(await session.startReferral("ashfield", new Map()));
    const editor = await session.edit(second);
    editor.set(NAME, "Person Two");
    const later = valueOf(await session.saveBackup());
    tablet.transport.online = false;
    const there = tablet.session as OpenSession;
    const taken = valueOf(await there.importBackup(later.file, SECRET));
    expect(taken.entries).toBeGreaterThan(1);
    const view = await until("the second draft", () => there.watchCase(second).view.value);
    expect(view.answers.get(NAME)).toBe("Person Two");
    tablet.transport.online = true;
    worker.transport.online = true;
    await settled(there);
    await settled(session);
    expect(there.refused.value).toEqual([]);
    expect(session.refused.value).toEqual([]);
  });
});
