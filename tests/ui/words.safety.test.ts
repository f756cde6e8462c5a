import { describe, expect, it } from "vitest";
import type { Safety } from "../../src/app/api.ts";
import { deviceNoun, safetyWords } from "../../src/ui/words/safety.ts";

/** 14 November 2026 in London, winter time. */
const at = (clock: string, day = "14"): number => Date.parse(`2026-11-${day}T${clock}:00Z`);
const NOW = at("10:45");

const calm: Safety = {
  connection: "online",
  sinceMs: undefined,
  lastSyncMs: at("10:44"),
  savedMs: at("10:42"),
  unsent: 0,
  refused: 0,
  quarantined: 0,
  waiting: 0,
  storageLow: false,
  unsentPapers: 0,
  serverWentBack: false,
  syncing: false,
  clockAheadMs: undefined,
};
const say = (change: Partial<Safety>) => safetyWords({ ...calm, ...change }, "tablet", NOW);

describe("the safety line", () => {
  it("says that everything is on the server, and when that was so", () => {
    expect(say({})).toEqual({ state: "safe", text: "Everything is on the server, 10:44." });
  });

  it("counts what is only on this device", () => {
    expect(say({ unsent: 2 })).toEqual({
      state: "waiting",
      text: "Saved on this tablet 10:42. Not yet sent: 2.",
    });
  });

  it("never claims the server has everything before it has answered", () => {
    expect(say({ lastSyncMs: undefined, syncing: true }).text).toBe("Asking the server for news.");
    expect(say({ lastSyncMs: undefined }).text).toBe("Nothing waits to be sent.");
    for (const connection of ["offline", "unreachable", "not-our-server"] as const) {
      const { state, text } = say({ connection, sinceMs: at("09:15") });
      expect(state).toBe("offline");
      expect(text).not.toContain("Everything");
    }
  });

  it("says since when there is no connection, that one can carry on, and what waits", () => {
    expect(say({ connection: "offline", sinceMs: at("09:15") }).text).toBe(
      "No connection since 09:15. You can carry on.",
    );
    expect(say({ connection: "unreachable", sinceMs: at("09:15"), unsent: 3 }).text).toBe(
      "The server has not answered since 09:15. You can carry on. Not yet sent: 3.",
    );
    expect(say({ connection: "not-our-server" }).text).toContain("this network may want you to sign in");
  });

  it("gives the day with a time that is not of today", () => {
    expect(say({ lastSyncMs: at("17:20", "13") }).text).toBe(
      "Everything is on the server, 13 November 2026 at 17:20.",
    );
  });

  it("tells time as it is in London, in summer too", () => {
    const summer = Date.parse("2026-07-01T09:00:00Z");
    const words = safetyWords({ ...calm, lastSyncMs: summer }, "tablet", summer);
    expect(words.text).toBe("Everything is on the server, 10:00.");
  });

  it("puts what the person must act on before everything else, worst first", () => {
    const all = { storageLow: true, refused: 2, serverWentBack: true, quarantined: 1, unsent: 1 };
    expect(say(all).text).toMatch(/^Storage is nearly full: .*Not yet sent: 1\.$/);
    expect(say({ ...all, storageLow: false }).text).toMatch(/^The server refused 2 items\. They are still/);
    expect(say({ refused: 1 }).text).toBe("The server refused 1 item. It is still on this tablet.");
    expect(say({ serverWentBack: true, quarantined: 1 }).text).toMatch(/^The server has lost some/);
    expect(say({ quarantined: 1 }).text).toMatch(/^1 item was set aside because it could/);
    expect(say({ quarantined: 3 }).text).toMatch(/^3 items were set aside because they could/);
    for (const change of [all, { refused: 1 }, { serverWentBack: true }, { quarantined: 1 }]) {
      expect(say(change).state).toBe("trouble");
    }
  });

  it("calls the device what it is", () => {
    expect(deviceNoun(false, 400)).toBe("computer");
    expect(deviceNoun(true, 390)).toBe("phone");
    expect(deviceNoun(true, 820)).toBe("tablet");
  });
});
