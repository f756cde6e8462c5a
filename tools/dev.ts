/** `npm run dev`: the sync server on port 8420, and Vite with live reload in front of it on 5173. */
import { createServer } from "vite";
import { readConfig } from "../src/server/config.ts";
import { startServer } from "../src/server/server.ts";

const SERVER_PATHS = ["/sync", "/session", "/join", "/setup", "/blobs", "/public", "/health"];
const DEV_PORT = 5173;
const origin = `http://localhost:${DEV_PORT}`;

const read = readConfig({ ...process.env, CONFER_ORIGIN: origin });
if (!read.ok) {
  process.stderr.write(`${read.problems.join("\n")}\n`);
  process.exit(1);
}
const server = await startServer(read.config);
const target = `http://127.0.0.1:${server.port}`;
const vite = await createServer({
  server: {
    port: DEV_PORT,
    strictPort: true,
    proxy: Object.fromEntries(SERVER_PATHS.map((path) => [path, { target }])),
  },
});
await vite.listen();
process.stdout.write(`Confer, for development, is at ${origin}\n`);
if (server.setupLink)
  process.stdout.write(`Open this link once, to set up the partnership:\n${server.setupLink}\n`);
