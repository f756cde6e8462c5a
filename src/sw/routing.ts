/**
 * What the service worker does with a request: the policy, apart from the machinery in `sw.ts`.
 * Nothing that a server says about a person is ever put in the browser's cache: the only cached responses are
 * the app's own files, stored at install.
 */

/** First path segments that belong to the server. They always go to the network and are never stored. */
const SERVER_PATHS: ReadonlySet<string> = new Set([
  "sync",
  "session",
  "join",
  "setup",
  "blobs",
  "public",
  "notices",
  "calendar",
  "health",
  "demonstration",
]);

export type Answer = "shell" | "file" | "network";

export interface Asked {
  method: string;
  /** `Request.mode`; "navigate" when a person opens a page. */
  mode: string;
  url: URL;
  /** Whether the app's own files include this exact URL. */
  precached: boolean;
  /** The app's own origin. */
  origin: string;
}

/** "shell" is index.html (every page of the app), "file" one of the app's own files. */
export function answerFor(asked: Asked): Answer {
  const { method, mode, url, precached, origin } = asked;
  if (method !== "GET" || url.origin !== origin) return "network";
  if (SERVER_PATHS.has(url.pathname.split("/")[1] ?? "")) return "network";
  if (mode === "navigate") return "shell";
  return precached ? "file" : "network";
}

/** The one page that looks through the camera; the server says the same of it. */
const CAMERA_PAGE = "/check";

/** The shell is stored with the headers of a page that may not. */
export function permissionsFor(url: URL, stored: string): string {
  return url.pathname === CAMERA_PAGE ? stored.replace("camera=()", "camera=(self)") : stored;
}
