/** What each panel's own rules say of triage: its checklist, its four ways, and what is written elsewhere. */
import { describe, expect, it } from "vitest";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { list, type Json } from "./fixtures.ts";
import { sentences } from "./breaking.ts";

async function panel(id: string) {
  const parsed = parseDefinition(await SHIPPED_PANELS.find((each) => each.id === id)?.load());
  if (!parsed.ok) throw new Error(`${id} does not parse`);
  return parsed.definition;
}
const outcome = async (id: string, kind: string) =>
  (await panel(id)).triage.outcomes.find((each) => each.kind === kind);
const point = async (id: string, key: string) =>
  (await panel(id)).triage.checklist.find((each) => each.key === key);

describe.each(SHIPPED_PANELS)("triage of the $name", ({ id }) => {
  it("has a checklist and each of the four ways once, with a reason for all but acceptance", async () => {
    const { triage } = await panel(id);
    expect(triage.checklist.length).toBeGreaterThan(10);
    expect(triage.outcomes.map(({ kind, needsReason }) => [kind, needsReason])).toEqual([
      ["accept", false],
      ["return", true],
      ["decline", true],
      ["urgentOutsidePanel", true],
    ]);
  });
});

describe("triage", () => {
  it("[ASH-75] [ASH-08] in Ashfield sends back for what is missing, and looks again at the following meeting", async () => {
    expect((await outcome("ashfield", "return"))?.hint).toContain("keeps its reference");
    expect((await outcome("ashfield", "return"))?.hint).toContain("following meeting");
  });

  it("[ASH-49] [ASH-82] in Ashfield says that a refusal is told with its reason and goes into the log", async () => {
    expect((await outcome("ashfield", "decline"))?.sources).toEqual(["ASH-49", "ASH-82"]);
  });

  it("[HER-52] [HER-02] [HER-08] in Hertfordshire asks whether it is for escalation, in time, and can wait", async () => {
    expect((await point("hertfordshire", "purpose"))?.sources).toContain("HER-52");
    expect((await point("hertfordshire", "inTime"))?.sources).toContain("HER-02");
    expect((await point("hertfordshire", "canWait"))?.sources).toContain("HER-08");
    expect((await outcome("hertfordshire", "urgentOutsidePanel"))?.hint).toContain("telephone or email");
  });

  it("[HAR-27] [OXT-44] [OXT-45] asks of children's cases whether they truly do not move", async () => {
    expect((await point("hartlepool-stockton", "notMoving"))?.sources).toContain("HAR-27");
    expect((await point("oxfordshire", "stuck"))?.sources).toContain("OXT-44");
    expect((await point("oxfordshire", "noProgress"))?.sources).toContain("OXT-45");
  });

  it("[HAR-44] [HAR-45] [HAR-71] in Hartlepool and Stockton has a refusal written on the child's record", async () => {
    const { records, roles } = await panel("hartlepool-stockton");
    const decline = await outcome("hartlepool-stockton", "decline");
    expect(records.find(({ key }) => key === decline?.filedIn)?.sources).toEqual(["HAR-45", "HAR-71"]);
    expect(roles.find(({ key }) => key === "serviceManager")?.means).toBe("coordinator");
  });

  it("names no record that the panel does not keep", () => {
    const broken = sentences(
      (json: Json) =>
        void Object.assign(list((json["triage"] as Json)["outcomes"])[2]!, { filedIn: "nowhere" }),
    );
    expect(broken[0]).toContain("‘nowhere’, which does not exist");
  });
});
