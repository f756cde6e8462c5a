import { chmodSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseConfig, readConfig } from "../../src/server/config.ts";
import { startServer } from "../../src/server/server.ts";
import { ensureDataDir } from "../../src/server/dataDir.ts";
import { makeDataDir, removeDataDir, spawnServer } from "../support/server.ts";

const dir = makeDataDir();
afterAll(() => removeDataDir(dir));

const problemsOf = (settings: unknown): string => {
  const read = parseConfig(settings);
  return read.ok ? "" : read.problems.join(" ");
};

describe("settings", () => {
  test("none at all: this machine only, SQLite", () => {
    expect(parseConfig({})).toMatchObject({
      ok: true,
      config: { host: "127.0.0.1", store: "sqlite", trustProxy: false },
    });
  });

  test("the environment wins over the file", () => {
    const file = join(dir, "confer.json");
    writeFileSync(file, JSON.stringify({ port: 1000, tlsByProxy: true, origin: "https://panel.example" }));
    const read = readConfig({ CONFER_CONFIG: file, CONFER_PORT: "2000", CONFER_DATA_DIR: "/x", OTHER: "y" });
    expect(read).toMatchObject({
      ok: true,
      config: { port: 2000, dataDir: "/x", tlsByProxy: true, origin: "https://panel.example" },
    });
  });

  test("a file that cannot be read is a problem with a sentence, not a crash", () => {
    const file = join(dir, "broken.json");
    writeFileSync(file, "{");
    for (const path of [file, join(dir, "none.json")]) {
      const read = readConfig({ CONFER_CONFIG: path });
      expect(read.ok ? "" : read.problems[0]).toContain("CONFER_CONFIG");
    }
  });

  test("mail, its sender and push services", () => {
    const read = readConfig({
      CONFER_SMTP: "smtps://user:word@mail.example:465",
      CONFER_MAIL_FROM: "confer@panel.example",
      CONFER_PUSH_HOSTS: "push.example, *.push.example",
    });
    expect(read).toMatchObject({ ok: true, config: { pushHosts: ["push.example", "*.push.example"] } });
    expect(parseConfig({ pushHosts: ["localhost"] }).ok).toBe(true);
  });

  test("false is false, also as text", () => {
    expect(readConfig({ CONFER_TRUST_PROXY: "false" })).toMatchObject({
      ok: true,
      config: { trustProxy: false },
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["a public address without an origin", { host: "0.0.0.0" }, "Set CONFER_ORIGIN"],
    ["mail from nobody", { smtp: "smtps://mail.example" }, "Set CONFER_MAIL_FROM"],
    [
      "mail that turns the check of certificates off",
      { smtp: "smtps://mail.example/?tls.rejectUnauthorized=false", mailFrom: "confer@panel.example" },
      "nothing after them",
    ],
    ["mail by another way", { smtp: "https://mail.example", mailFrom: "confer@panel.example" }, '"smtp"'],
    ["push to every host", { pushHosts: "*" }, '"pushHosts'],
    ["push to every host of a country", { pushHosts: "*.example" }, '"pushHosts'],
    [
      "push to this machine from a public address",
      { host: "0.0.0.0", origin: "https://panel.example", tlsByProxy: true, pushHosts: "localhost" },
      "Take it out of CONFER_PUSH_HOSTS",
    ],
    [
      "push to a number from a public address",
      { origin: "https://panel.example", tlsByProxy: true, pushHosts: "10.0.0.1" },
      "Take it out of CONFER_PUSH_HOSTS",
    ],
    [
      "a public address over plain http",
      { host: "0.0.0.0", origin: "http://panel.example" },
      "Put a proxy with TLS in front",
    ],
    [
      "a public address calling itself local",
      { host: "0.0.0.0", origin: "http://localhost:8420" },
      "Put a proxy with TLS in front",
    ],
    ["https that nobody ends", { origin: "https://panel.example" }, "CONFER_TLS_BY_PROXY"],
    [
      "an origin with a path",
      { origin: "https://panel.example/app", tlsByProxy: true },
      "Set CONFER_ORIGIN to https://panel.example.",
    ],
    ["a distant PostgreSQL in clear", { store: "postgres://u@db.example/confer" }, "sslmode=verify-full"],
    [
      "a distant PostgreSQL unchecked",
      { store: "postgres://u@db.example/confer?sslmode=require" },
      "sslmode=verify-full",
    ],
    [
      "a distant PostgreSQL hidden in a parameter",
      { store: "postgres://u@localhost/confer?host=db.example" },
      "sslmode=verify-full",
    ],
    ["another kind of store", { store: "mysql://db/x" }, `"store" cannot be used`],
    ["a port that is none", { port: "many" }, `"port" cannot be used`],
    ["a setting nobody knows", { prot: 1 }, "cannot be used"],
  ])("%s is refused, and says what to do", (_name, settings, sentence) => {
    expect(problemsOf(settings)).toContain(sentence);
  });

  test.each([
    { host: "0.0.0.0", origin: "https://panel.example", tlsByProxy: true },
    { store: "postgres://u@localhost/confer" },
    { store: "postgres://u@localhost/confer?host=%2Fvar%2Frun%2Fpostgresql" },
    { store: "postgres://u@db.example/confer?sslmode=verify-full" },
    { origin: "http://localhost:5173" },
  ])("%o is accepted", (settings) => {
    expect(problemsOf(settings)).toBe("");
  });

  test("a server with unsafe settings does not start", async () => {
    await expect(spawnServer({ CONFER_HOST: "0.0.0.0", CONFER_DATA_DIR: dir })).rejects.toThrow(
      "Confer did not start.\nThe server would be reachable",
    );
  });
});

test("a server that states TLS tells browsers to keep to it", async () => {
  const settings = {
    origin: "https://panel.example",
    tlsByProxy: true,
    port: 0,
    dataDir: join(dir, "tls"),
    distDir: "no-build",
  };
  const read = parseConfig(settings);
  if (!read.ok) throw new Error(read.problems.join(" "));
  const lines: string[] = [];
  const server = await startServer(read.config, { write: (line) => lines.push(line) });
  expect(server.url).toBe("https://panel.example");
  expect(server.setupLink).toMatch(/^https:\/\/panel\.example\/#setup=/);
  expect(lines.join("")).not.toContain("#setup");
  const reply = await fetch(`http://127.0.0.1:${server.port}/health`);
  expect(reply.headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains; preload");
  await server.close();
});

test.skipIf(process.platform === "win32")("the data folder is its owner's alone", () => {
  const path = join(dir, "data");
  ensureDataDir(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  const open = join(dir, "open");
  mkdirSync(open);
  chmodSync(open, 0o755);
  ensureDataDir(open);
  expect(statSync(open).mode & 0o777).toBe(0o700);
});
