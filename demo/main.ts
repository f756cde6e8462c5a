/** `npm run demo`: a fictional partnership on the embedded store, made anew, or kept with `-- --keep`. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { todayIn } from "../src/app/caseReading.ts";
import { platformSettings } from "../src/crypto/vault.ts";
import { parseB64 } from "../src/domain/bytes.ts";
import { readConfig } from "../src/server/config.ts";
import { startServer } from "../src/server/server.ts";
import { SIGN_INS_PATH, writeSignInPage } from "./signIns.ts";
import { DEMO_PASSPHRASE, type SignIn, tellStory } from "./story.ts";

const DATA = "demo-data";
const KEPT = join(DATA, "sign-ins.json");

function fail(sentences: readonly string[]): never {
  process.stderr.write(`The demonstration did not start.\n${sentences.join("\n")}\n`);
  process.exit(1);
}

const say = (text: string) => void process.stdout.write(text);

process.umask(0o077);
const keep = process.argv.includes("--keep") && existsSync(KEPT);
if (!keep) rmSync(DATA, { recursive: true, force: true });
mkdirSync(DATA, { recursive: true });
const read = readConfig({
  ...process.env,
  CONFER_DATA_DIR: DATA,
  CONFER_STORE: "sqlite",
  CONFER_DEMONSTRATION: "true",
});
if (!read.ok) fail(read.problems);
// The story's people all ask from one address, and quickly.
const unhurried = { burst: 10_000, perSecond: 1_000 };
const server = await startServer(read.config, {
  limits: { strangers: unhurried, devices: unhurried },
  write: () => undefined,
}).catch((error: unknown) => fail([error instanceof Error ? error.message : "The reason is not known."]));

async function makeSignIns(): Promise<SignIn[]> {
  const secret = parseB64(server.setupLink?.split("#setup=")[1] ?? "", "base64url");
  if (!secret) fail([`${DATA} holds another partnership. Delete that folder and start again.`]);
  say("Making a fictional partnership, about half a minute:\n");
  const made = await tellStory(server.url, secret, platformSettings, todayIn(Date.now()), (what) =>
    say(`  ${what}\n`),
  );
  writeFileSync(KEPT, JSON.stringify(made));
  return made;
}

const signIns = keep ? (JSON.parse(readFileSync(KEPT, "utf8")) as SignIn[]) : await makeSignIns();
writeSignInPage(read.config.distDir, signIns, server.port);
say(`
Confer's demonstration is at ${server.url}${SIGN_INS_PATH}
Open that page in Chrome, Edge or Firefox and choose who to be. Everyone is invented.
The passphrase of each is: ${DEMO_PASSPHRASE}

${signIns.map((signIn) => `  ${signIn.name.padEnd(20)} http://${signIn.key}.localhost:${server.port}/`).join("\n")}

Stop it with Ctrl-C. Starting again makes everything anew; npm run demo -- --keep carries on.
`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}
