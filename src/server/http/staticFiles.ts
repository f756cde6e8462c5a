/** The built app. Files whose name holds their hash never change; everything else is asked for each time. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { refuse } from "./replies.ts";

const IMMUTABLE = "public, max-age=31536000, immutable";

/** Answers whether there is a build to serve. Without one the server still syncs, as in development. */
export async function addStaticFiles(app: FastifyInstance, distDir: string): Promise<boolean> {
  const built = existsSync(join(distDir, "index.html"));
  if (built) {
    await app.register(fastifyStatic, {
      root: distDir,
      cacheControl: false,
      dotfiles: "deny",
      setHeaders(reply, path) {
        const hashed = path.startsWith(join(distDir, "assets/"));
        reply.header("cache-control", hashed ? IMMUTABLE : "no-store");
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    // An address within the app, opened afresh. A missing script must stay missing, not become a page.
    const wantsPage = request.method === "GET" && request.headers.accept?.includes("text/html");
    if (built && wantsPage) return reply.sendFile("index.html");
    return refuse(reply, "not-found");
  });
  return built;
}
