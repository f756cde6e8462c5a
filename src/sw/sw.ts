/**
 * The service worker: makes the app open without a connection. It stores the app's own files at install and
 * answers from them; it stores nothing else (see `routing.ts`). A new version waits until the person chooses
 * it: the page sends SKIP_WAITING, never this worker by itself, because an update under an open form could
 * lose what is being typed.
 */
import { cleanupOutdatedCaches, getCacheKeyForURL, matchPrecache, precache } from "workbox-precaching";
import type { PrecacheEntry } from "workbox-precaching";
import { answerFor } from "./routing.ts";

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (string | PrecacheEntry)[] };

const SHELL = "/index.html";

precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const precached = getCacheKeyForURL(url.href) !== undefined;
  const { method, mode } = request;
  const answer = answerFor({ method, mode, url, precached, origin: self.location.origin });
  if (answer === "network") return;
  event.respondWith(stored(answer === "shell" ? SHELL : url.href, request));
});

/** A file the browser has thrown away is fetched again rather than failing. */
async function stored(path: string, request: Request): Promise<Response> {
  return (await matchPrecache(path)) ?? fetch(request);
}

self.addEventListener("message", (event) => {
  const data: unknown = event.data;
  const type = typeof data === "object" && data !== null && "type" in data ? data.type : undefined;
  if (type === "SKIP_WAITING") void self.skipWaiting();
});
