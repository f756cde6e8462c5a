/**
 * What another app shares with Confer, a photo from the gallery: held in this worker's memory until the page that the
 * share opens asks for it, and nowhere else. The browser's cache would be a copy in the clear on the disk, and while
 * Confer is locked there is no key to seal it with. If the worker ends before the page asks, it is gone.
 */
import { SHARED_FIELD, SHARE_PATH, SHARED_PLACE, type SharedFile, TAKE_SHARED } from "./shared.ts";

/** Of one share; the rest is left. */
const MOST = 20;

let waiting: readonly SharedFile[] = [];

/** Listens beside what answers for the app's own files, which leaves every POST alone. */
export function addSharing(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    const isShare =
      request.method === "POST" && url.origin === worker.location.origin && url.pathname === SHARE_PATH;
    if (isShare) event.respondWith(take(request));
  });
  worker.addEventListener("message", (event) => {
    const [port] = event.ports;
    const data: unknown = event.data;
    const asked = typeof data === "object" && data !== null && "type" in data && data.type === TAKE_SHARED;
    if (!asked || !port) return;
    const given = waiting;
    waiting = [];
    port.postMessage(
      given,
      given.map(({ bytes }) => bytes),
    );
  });
}

async function take(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => undefined);
  const files = (form?.getAll(SHARED_FIELD) ?? []).filter((each) => each instanceof File);
  waiting = await Promise.all(
    files.slice(0, MOST).map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })),
  );
  return Response.redirect(SHARED_PLACE, 303);
}
