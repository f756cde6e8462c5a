/** The log holds no one and nothing. [security 2.9, attack 46] */
import { expect, test } from "vitest";
import { createLog, describeFault, type LogFields } from "../../src/server/log.ts";
import { onWire } from "../support/entries.ts";
import {
  enrol,
  openCase,
  openStream,
  removeDataDir,
  secretOf,
  setUpPartnership,
  startTestServer,
  TestClient,
} from "../support/server.ts";

const CANARY = "canary-in-a-message";

test("no id, key, cookie, address, body or message reaches it, on any path", async () => {
  let broken = false;
  const random = (length: number): Uint8Array => {
    if (broken) throw new Error(CANARY);
    return crypto.getRandomValues(new Uint8Array(length));
  };
  const server = await startTestServer({}, { random });
  const { of, founder, client } = await setUpPartnership(server);
  const member = await enrol(of, { person: founder, client });
  const scope = await openCase(of, { person: founder, client });
  const entry = of.content(founder, scope);
  await client.push(entry, entry);
  await member.client.push(of.attempt(() => of.content(member.person, scope)));
  await client.send("POST", "/sync/push", `{"${CANARY}":`);
  await client.send("GET", `/${CANARY}/${scope}?${CANARY}=${founder.user}`);
  await client.send("POST", "/sync/pull", "x".repeat(100_000));
  const stream = await openStream(client);
  await stream.next();
  broken = true;
  const failed = await new TestClient(server.url).post("/session/challenge", { device: founder.device });
  expect(failed).toMatchObject({ status: 503, body: { version: 1, error: "unavailable" } });
  stream.close();
  await server.close();

  const log = server.lines.join("");
  const secrets = [
    CANARY,
    "127.0.0.1",
    "::1",
    of.partnership,
    of.panel,
    scope,
    founder.user,
    founder.device,
    member.person.user,
  ];
  secrets.push(
    entry.header.id,
    onWire(entry).slice(0, 40),
    secretOf(server.setupLink as string),
    client.cookie as string,
  );
  secrets.push((client.cookie as string).split(".")[1] as string);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  // And it did record: every line one of ours, the fault among them.
  const lines = server.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.length).toBeGreaterThan(15);
  expect(
    lines.some((line) => line["event"] === "fault" && String(line["fault"]).startsWith("Error src/server/")),
  ).toBe(true);
  removeDataDir(server.dataDir);
});

test("a field that is not on the list is left out", () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => 0,
  );
  log({ event: "request", status: 200, body: CANARY } as LogFields);
  expect(lines).toEqual([`{"at":"1970-01-01T00:00:00.000Z","event":"request","status":200}\n`]);
});

test("an error is told by its class, its code and our line, never by its message", () => {
  const error = Object.assign(new TypeError(CANARY), {
    code: "ECONNRESET",
    stack: `TypeError: ${CANARY}\n at x (/a/src/server/push.ts:12:3)`,
  });
  expect(describeFault(error)).toBe("TypeError ECONNRESET src/server/push.ts:12");
  expect(describeFault(Object.assign(new Error("x"), { code: `a ${CANARY}`, stack: "" }))).toBe("Error");
  expect(describeFault(CANARY)).toBe("not an error");
});
