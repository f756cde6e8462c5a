/** The safety line: one sentence or two, always true, the worst thing first. */
import type { Safety } from "../../app/api.ts";
import { clockOf, dayOf, isoDayOf } from "../caseFile/when.ts";

/** "trouble": the person has to do something. "waiting": something is only on this device. */
export type SafetyWords = {
  readonly state: "safe" | "waiting" | "offline" | "trouble";
  readonly text: string;
};

export type DeviceNoun = "tablet" | "phone" | "computer";

/** `nowMs`: times of another day are shown with their day. `near`: a last moment that bites soon, said after. */
export function safetyWords(safety: Safety, device: DeviceNoun, nowMs: number, near?: string): SafetyWords {
  const { state, text } = safeWords(safety, device, nowMs);
  return { state, text: near === undefined ? text : `${text} ${near}` };
}

function safeWords(safety: Safety, device: DeviceNoun, nowMs: number): SafetyWords {
  const trouble = troubleText(safety, device);
  if (trouble !== undefined) return { state: "trouble", text: trouble };
  const unsent = safety.unsent > 0 ? ` Not yet sent: ${safety.unsent}.` : "";
  const since = safety.sinceMs === undefined ? "" : ` since ${timeWords(safety.sinceMs, nowMs)}`;
  switch (safety.connection) {
    case "offline":
      return { state: "offline", text: `No connection${since}. You can carry on.${unsent}` };
    case "unreachable":
      return { state: "offline", text: `The server has not answered${since}. You can carry on.${unsent}` };
    case "not-our-server":
      return {
        state: "offline",
        text: `Another page answers in place of the server${since}: this network may want you to sign in. You can carry on.${unsent}`,
      };
    case "online":
      return onlineWords(safety, device, nowMs);
  }
}

function onlineWords(safety: Safety, device: DeviceNoun, nowMs: number): SafetyWords {
  if (safety.unsent > 0) {
    const at = safety.savedMs === undefined ? "" : ` ${timeWords(safety.savedMs, nowMs)}`;
    return { state: "waiting", text: `Saved on this ${device}${at}. Not yet sent: ${safety.unsent}.` };
  }
  if (safety.lastSyncMs === undefined) {
    return {
      state: "waiting",
      text: safety.syncing ? "Asking the server for news." : "Nothing waits to be sent.",
    };
  }
  return { state: "safe", text: `Everything is on the server, ${timeWords(safety.lastSyncMs, nowMs)}.` };
}

/** What the person has to act on, worst first; undefined when there is nothing. */
function troubleText(safety: Safety, device: DeviceNoun): string | undefined {
  const rest = safety.unsent > 0 ? ` Not yet sent: ${safety.unsent}.` : "";
  if (safety.storageLow) {
    return `Storage is nearly full: make room on this ${device} so that work can be saved.${rest}`;
  }
  if (safety.refused > 0) {
    const items = safety.refused === 1 ? "1 item. It is" : `${safety.refused} items. They are`;
    return `The server refused ${items} still on this ${device}.${rest}`;
  }
  if (safety.serverWentBack) {
    return `The server has lost some of what it had. Your copy on this ${device} is kept.${rest}`;
  }
  if (safety.quarantined > 0) {
    const items =
      safety.quarantined === 1
        ? "1 item was set aside because it"
        : `${safety.quarantined} items were set aside because they`;
    return `${items} could not be trusted.${rest}`;
  }
  return undefined;
}

/** "10:42" today, "14 November 2026 at 10:42" on any other day. */
export function timeWords(ms: number, nowMs: number): string {
  return isoDayOf(ms) === isoDayOf(nowMs) ? clockOf(ms) : `${dayOf(ms)} at ${clockOf(ms)}`;
}

/** What to call the thing in the person's hands. `coarse`: it is touched; sizes in CSS pixels. */
export function deviceNoun(coarse: boolean, shorterSide: number): DeviceNoun {
  if (!coarse) return "computer";
  return shorterSide < 600 ? "phone" : "tablet";
}
