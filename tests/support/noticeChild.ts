/**
 * A server process of its own whose clock is ahead: `node tests/support/noticeChild.ts <settings as JSON> <ms ahead>`.
 * It prints its address, and looks for what is due every 50 ms.
 */
import { parseConfig } from "../../src/server/config.ts";
import { startServer } from "../../src/server/server.ts";

const [settings = "{}", ahead = "0"] = process.argv.slice(2);
const read = parseConfig(JSON.parse(settings));
if (!read.ok) throw new Error(read.problems.join(" "));
const server = await startServer(read.config, {
  now: () => Date.now() + Number(ahead),
  write: () => undefined,
  everyMinute(work) {
    const timer = setInterval(() => void work(), 50);
    return () => clearInterval(timer);
  },
});
process.stdout.write(`at ${server.url}\n`);
