/**
 * Builds pages into a temporary folder and serves them as the real server must: with the strict policy, and
 * index.html for every page of the app. A violation of the policy is an error in the page, so tests can ask.
 */
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { build } from "vite";
import { contentSecurityPolicy } from "../../src/server/csp.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

export interface Served {
  /** The folder that was built. */
  dir: string;
  /** "http://localhost:12345": a secure context, so service workers run. */
  origin: string;
  /** Paths asked for, in order. */
  asked: string[];
  /** Stops answering, as if the connection had gone; the folder stays. */
  stop: () => Promise<void>;
  close: () => Promise<void>;
}

export async function buildAndServe(configFile: string): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), "confer-built-"));
  // The test runner's "test" would choose libraries' development builds: not what people are given.
  process.env["NODE_ENV"] = "production";
  await build({ configFile, logLevel: "error", build: { outDir: dir, emptyOutDir: true } });
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    asked.push(path);
    const file = join(dir, path);
    const found = existsSync(file) && statSync(file).isFile() ? file : join(dir, "index.html");
    response.writeHead(200, {
      "content-type": TYPES[extname(found)] ?? "application/octet-stream",
      "content-security-policy": contentSecurityPolicy,
      "cache-control": "no-store",
    });
    createReadStream(found).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The test server has no port");

  const stop = async (): Promise<void> => {
    if (!server.listening) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  };
  return {
    dir,
    origin: `http://localhost:${address.port}`,
    asked,
    stop,
    async close() {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
