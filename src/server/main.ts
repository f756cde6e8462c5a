/** `npm start`: reads the settings, starts, prints the set-up link of a first run, and stops in good order. */
import { readConfig } from "./config.ts";
import { createLog, describeFault } from "./log.ts";
import { startServer } from "./server.ts";

/** A stop that takes longer than this is cut short: what was acknowledged is durable already. */
const STOP_MS = 10_000;

function fail(sentences: readonly string[]): never {
  process.stderr.write(`Confer did not start.\n${sentences.join("\n")}\n`);
  process.exit(1);
}

process.umask(0o077);
const read = readConfig(process.env);
if (!read.ok) fail(read.problems);

const server = await startServer(read.config).catch((error: unknown) =>
  fail([error instanceof Error ? error.message : "The reason is not known."]),
);
const link = server.setupLink;
const invitation = link ? `Open this link once, to set up the partnership:\n${link}\n` : "";
process.stdout.write(`Confer is at ${server.url}\n${invitation}`);

// Node would print the message, which may quote a request. The supervisor starts the server again.
process.on("uncaughtException", (error) => {
  createLog((line) => process.stderr.write(line), Date.now)({ event: "fault", fault: describeFault(error) });
  process.exit(1);
});

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), STOP_MS).unref();
  void server.close().then(() => process.exit(0));
}
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
