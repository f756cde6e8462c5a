/**
 * Tells a screen when a newer version of the app is waiting, and applies it when the person says so.
 * Nothing here reloads by itself: a reload during typing is how work is lost.
 */
import { createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import { Workbox } from "workbox-window";
import { trustedServiceWorker } from "./trustedTypes.ts";

/**
 * "ready": a new version is stored and waits. "replaced": another tab has applied it, so this tab still runs
 * the old code and should be reloaded before it opens a screen it has not loaded yet.
 */
export type UpdateState = "none" | "ready" | "replaced";

export interface AppUpdate {
  state: Accessor<UpdateState>;
  /** True once every file of the app is stored, so that it opens without a connection. */
  worksOffline: Accessor<boolean>;
  /** The person chose to update: switches to the new version and reloads this tab, once. */
  apply: () => void;
  /** Asks the server for a newer version now. Failing (no connection) is silent: the next check will do. */
  check: () => Promise<void>;
}

const nothing: AppUpdate = {
  state: () => "none",
  worksOffline: () => false,
  apply: () => undefined,
  check: () => Promise.resolve(),
};

/** Call once, at start. Registers the service worker; does nothing in development or where there is none. */
export function createAppUpdate(): AppUpdate {
  if (import.meta.env.DEV || !("serviceWorker" in navigator)) return nothing;

  const [state, setState] = createSignal<UpdateState>("none");
  const [worksOffline, setWorksOffline] = createSignal(navigator.serviceWorker.controller !== null);
  const workbox = new Workbox(trustedServiceWorker());
  let chosen = false;
  const reloadOnce = (): void => {
    if (!chosen) return;
    chosen = false;
    location.reload();
  };

  workbox.addEventListener("installed", () => setWorksOffline(true));
  workbox.addEventListener("waiting", () => setState("ready"));
  workbox.addEventListener("controlling", () => (chosen ? reloadOnce() : setState("replaced")));
  // A tab opened by a forced reload has no controller, and so never hears "controlling".
  workbox.addEventListener("activated", reloadOnce);
  const registered = workbox.register().catch(() => undefined);

  return {
    state,
    worksOffline,
    apply() {
      chosen = true;
      if (state() === "replaced") reloadOnce();
      else workbox.messageSkipWaiting();
    },
    async check() {
      await registered;
      await workbox.update().catch(() => undefined);
    },
  };
}
