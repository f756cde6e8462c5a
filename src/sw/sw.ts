/**
 * The service worker: makes the app open without a connection. It stores the app's own files at install and
 * answers from them; it stores nothing else (see `routing.ts`). A new version waits until the person chooses
 * it: the page sends SKIP_WAITING, never this worker by itself, because an update under an open form could
 * lose what is being typed.
 */
import { cleanupOutdatedCaches, getCacheKeyForURL, matchPrecache, precache } from "workbox-precaching";
import type { PrecacheEntry } from "workbox-precaching";
import { noticeOf } from "./notice.ts";
import { answerFor, permissionsFor } from "./routing.ts";
import { addSharing } from "./sharing.ts";

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (string | PrecacheEntry)[] };

/** Not on every platform. */
type Badging = {
  readonly setAppBadge?: (count: number) => Promise<void>;
  readonly clearAppBadge?: () => Promise<void>;
};

const SHELL = "/index.html";

precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();
addSharing(self);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const precached = getCacheKeyForURL(url.href) !== undefined;
  const { method, mode } = request;
  const answer = answerFor({ method, mode, url, precached, origin: self.location.origin });
  if (answer === "network") return;
  event.respondWith(answer === "shell" ? page(url, request) : stored(url.href, request));
});

/** A file the browser has thrown away is fetched again rather than failing. */
async function stored(path: string, request: Request): Promise<Response> {
  return (await matchPrecache(path)) ?? fetch(request);
}

const PERMISSIONS = "permissions-policy";

async function page(url: URL, request: Request): Promise<Response> {
  const shell = await stored(SHELL, request);
  const said = shell.headers.get(PERMISSIONS);
  if (said === null || permissionsFor(url, said) === said) return shell;
  const headers = new Headers(shell.headers);
  headers.set(PERMISSIONS, permissionsFor(url, said));
  return new Response(shell.body, { status: shell.status, statusText: shell.statusText, headers });
}

/** Says how many, and links to the app. A later one takes the place of the one before. */
self.addEventListener("push", (event) => {
  const { title, options, count } = noticeOf(event.data?.text());
  const badge: Badging = self.navigator;
  const badged = count === 0 ? badge.clearAppBadge?.() : count && badge.setAppBadge?.(count);
  event.waitUntil(
    Promise.all([
      self.registration.showNotification(title, options),
      Promise.resolve(badged).catch(() => undefined),
    ]),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openHome());
});

/** The home page has all that is somebody's to do. A window that is open is brought to the front as it is: somebody may be typing in it. */
async function openHome(): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const [open] = windows;
  if (open) await open.focus();
  else await self.clients.openWindow("/");
}

self.addEventListener("message", (event) => {
  const data: unknown = event.data;
  const type = typeof data === "object" && data !== null && "type" in data ? data.type : undefined;
  if (type === "SKIP_WAITING") void self.skipWaiting();
});
