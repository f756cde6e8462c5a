/**
 * Files that another app has shared with Confer: in this page's memory until they are added to an action, let go of,
 * or Confer locks.
 */
import { createSignal } from "solid-js";
import { type SharedFile, TAKE_SHARED } from "../sw/shared.ts";

/** "lost": something was shared, and the worker that held it has ended since. */
const [shared, setShared] = createSignal<readonly File[] | "lost">([]);

export const sharedFiles = (): readonly File[] => {
  const now = shared();
  return now === "lost" ? [] : now;
};
export const sharedWasLost = (): boolean => shared() === "lost";

export const forgetShared = (): void => void setShared([]);

/** Each is taken once. */
export function takeShared(): readonly File[] {
  const files = sharedFiles();
  forgetShared();
  return files;
}

/** Call once, at start: also while Confer is locked, since the worker does not wait for long. */
export function askForShared(): void {
  const { searchParams, pathname } = new URL(location.href);
  if (!searchParams.has("shared")) return;
  // Loaded again, the page has nothing to ask for.
  history.replaceState(history.state, "", pathname);
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return void setShared("lost");
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", ({ data }: MessageEvent<readonly SharedFile[]>) => {
    setShared(data.length === 0 ? "lost" : data.map(({ name, bytes }) => new File([bytes], name)));
    port1.close();
  });
  port1.start();
  worker.postMessage({ type: TAKE_SHARED }, [port2]);
}
