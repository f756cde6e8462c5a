import { describe, expect, it } from "vitest";
import { LAW, lawOffered, type DecidingBody, type LawEntry } from "../../src/forms/law/law.ts";
import { day, today } from "./fixtures.ts";

const keys = (entries: readonly { readonly key: string }[]) => entries.map(({ key }) => key);
const bases = (body: DecidingBody, on = today) => lawOffered("basis", { on, body });

describe("the law for sharing without consent", () => {
  it("says in the file that a data protection officer confirms it", () => {
    expect(LAW.note).toContain("data protection officer confirms");
  });

  it("names nothing twice, and where each fact was read", () => {
    expect(new Set(keys(LAW.entries)).size).toBe(LAW.entries.length);
    expect(LAW.entries.filter(({ facts }) => facts.trim() === "")).toEqual([]);
  });

  it("offers recognised legitimate interests to other bodies only, from 5 February 2026", () => {
    const rli = (offered: readonly LawEntry[]) => keys(offered).filter((key) => key.startsWith("rli"));
    expect(rli(bases("other").offered)).toHaveLength(5);
    expect(rli(bases("publicAuthority").offered)).toEqual([]);
    expect(rli(bases("other", day("2026-02-04")).offered)).toEqual([]);
    expect(rli(bases("other", day("2026-02-05")).offered)).toHaveLength(5);
  });

  it("says why something is not offered", () => {
    const why = (key: string, on = today, body: DecidingBody = "publicAuthority") =>
      lawOffered(LAW.entries.find((entry) => entry.key === key)!.kind, { on, body }).notOffered.find(
        ({ entry }) => entry.key === key,
      )?.because;
    expect(why("rliCrime")).toBe("A public authority cannot use it for its own tasks.");
    expect(why("rliCrime", day("2025-12-01"), "other")).toBe("It is in force only from 5 February 2026.");
    expect(why("childrenAct16LA")).toBe("It is not in force yet.");
    expect(why("seriousViolence16", today, "other")).toBe("Only public authorities can use it.");
    const [first] = LAW.entries;
    const repealed = { ...first!, until: day("2026-01-01") };
    expect(lawOffered("basis", { on: today, body: "other" }, [repealed]).notOffered[0]?.because).toBe(
      "It has not been in force since 1 January 2026.",
    );
  });

  it("offers only what the panel names, where it names any", () => {
    const chosen = { on: today, body: "other", keys: ["publicTask"] } as const;
    expect(keys(lawOffered("basis", chosen).offered)).toEqual(["publicTask"]);
    expect(lawOffered("gateway", chosen)).toEqual({ offered: [], notOffered: [] });
  });
});
