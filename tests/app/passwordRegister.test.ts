/** Who holds the password registers, on real devices over a real server. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../src/app/api.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { ScopeId, UserId } from "../../src/domain/ids.ts";
import type { Role } from "../../src/domain/roles.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });
const succeeds = (outcome: Outcome) => expect(outcome).toEqual({ ok: true, value: undefined });

describe("[ASH-06] the password register", () => {
  let server: TestServer;
  let founder: Device;
  let lead: OpenSession;
  const devices: Device[] = [];

  const join = async (name: string, roles: readonly Role[]): Promise<Device> => {
    const device = await enrol(lead, server.url, profile(name), roles);
    devices.push(device);
    return device;
  };
  const passwordsFor = (device: Device): readonly string[] =>
    device.session?.panels.value.flatMap(({ passwords }) => passwords.map(({ password }) => password)) ?? [];
  const registersOn = async (device: Device): Promise<readonly ScopeId[]> =>
    ((await device.vault?.scopes()) ?? [])
      .filter(({ kind }) => kind === "passwords")
      .map(({ scope }) => scope);
  const userOf = (device: Device): UserId => device.session?.me.value.user as UserId;
  const setFor = async (month: string): Promise<string> => {
    const before = passwordsFor(founder);
    succeeds(await lead.setPassword("ashfield", month));
    return until("the new password", () => passwordsFor(founder).find((each) => !before.includes(each)));
  };
  const arrives = (device: Device, password: string) =>
    until("the password", () => passwordsFor(device).includes(password));

  beforeAll(async () => {
    server = await startTestServer();
    founder = new Device(server.url);
    devices.push(founder);
    lead = await founder.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    succeeds(await lead.adoptDefinition(ashfield));
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  it("reaches everybody with a part in a panel, whoever joins later too, and nobody who only refers", async () => {
    const [member, referrer] = [await join("Member", ["member"]), await join("Referrer", ["referrer"])];
    const password = await setFor("2026-11");
    await arrives(member, password);
    const later = await join("Second", ["coordinator", "referrer"]);
    await arrives(later, password);

    await referrer.session?.syncNow();
    expect(await registersOn(referrer)).toEqual([]);
    const [register] = await registersOn(founder);
    const held = (await referrer.store?.allEntries()) ?? [];
    expect(held.filter(({ scope }) => scope === register)).toEqual([]);
    expect(passwordsFor(referrer)).toEqual([]);
  });

  it("is given to a referrer who becomes a member", async () => {
    const newcomer = await join("Newcomer", ["referrer"]);
    succeeds(await lead.changeRoles(userOf(newcomer), ["member"]));
    await arrives(newcomer, passwordsFor(founder)[0] ?? "");
  });

  it("begins anew when somebody’s part ends: the next password never reaches them, and the old ones stay", async () => {
    const [leaving, staying] = [await join("Leaving", ["member"]), await join("Staying", ["member"])];
    const before = passwordsFor(founder);
    await arrives(leaving, before[0] ?? "");
    succeeds(await lead.changeRoles(userOf(leaving), ["referrer"]));
    const next = await setFor("2026-12");
    await arrives(staying, next);
    expect(passwordsFor(founder)).toEqual([...before, next]);
    await leaving.session?.syncNow();
    expect(await registersOn(founder)).toHaveLength(2);
    expect(await registersOn(leaving)).toHaveLength(1);
  });

  it("takes no word of whoever does not lead", async () => {
    const member = await join("Other", ["member"]);
    await arrives(member, passwordsFor(founder)[0] ?? "");
    expect(await member.session?.setPassword("ashfield", "2027-01")).toMatchObject({
      problem: { kind: "not-allowed" },
    });
  });

  it("[ASH-77] keeps who was told beside the password, in whichever register that lies", async () => {
    const [password] = lead.panels.value[0]?.passwords ?? [];
    if (!password) throw new Error("no password");
    const telling = { password: password.entry, users: [], others: "A visitor", how: "telephone" } as const;
    succeeds(await lead.notePasswordTold("ashfield", { ...telling, on: "2026-11-26" as never }));
    await until("the note", () => (lead.panels.value[0]?.passwords[0]?.told.length ?? 0) > 0);
  });
});
