/** Minutes as each of the panels wants them, out of one meeting that was held by each panel's own rules. */
import { describe, expect, it } from "vitest";
import { PanelDefinition } from "../../../src/forms/definition.ts";
import { composeCase } from "../../../src/forms/minutes/caseMinutes.ts";
import { minutesGaps } from "../../../src/forms/minutes/gaps.ts";
import { composeMeeting } from "../../../src/forms/minutes/meetingMinutes.ts";
import {
  type CaseMinutes,
  type MinutesBlock,
  minutesText,
  readCaseMinutes,
  readMeetingMinutes,
} from "../../../src/forms/minutes/shape.ts";
import type { MinutesSource } from "../../../src/forms/minutes/source.ts";
import { SHIPPED_PANELS } from "../../../src/forms/panels/shipped.ts";
import { heldMeeting, noteOn, notePlaces, SCOPE, SUBJECT } from "./heldMeeting.ts";

const load = async (id: string): Promise<PanelDefinition> =>
  PanelDefinition.parse(await SHIPPED_PANELS.find((panel) => panel.id === id)?.load()) as PanelDefinition;

const caseOf = (source: MinutesSource): CaseMinutes => {
  const [item] = source.agenda;
  const made = item && composeCase(source, item);
  if (!made) throw new Error("no case");
  return made;
};
const wordsIn = (value: unknown): string => JSON.stringify(value);
const table = (blocks: readonly MinutesBlock[], caption: string) =>
  blocks.find((block) => block.kind === "table" && block.caption === caption) as
    | Extract<MinutesBlock, { kind: "table" }>
    | undefined;

describe.each(SHIPPED_PANELS)("the minutes of the $name", ({ id }) => {
  it("give every section of the panel its place", async () => {
    const definition = await load(id);
    const source = heldMeeting(definition);
    const [meeting, heard] = [composeMeeting(source), caseOf(source)];
    const sections = [...meeting.before, ...meeting.after, ...heard.sections];
    const places = new Map(sections.map(({ key, blocks }) => [key, blocks]));
    for (const { key, holds = [] } of definition.minutes.sections) {
      // The head and the signature stand above and below; the columns of one table are three sections of a form.
      const elsewhere = holds.every((hold) => ["head", "signature", "actions"].includes(hold));
      if (elsewhere && !places.has(key)) continue;
      expect({ key, blocks: places.get(key)?.length ?? 0 }).not.toEqual({ key, blocks: 0 });
      expect(wordsIn(places.get(key))).not.toContain("Nothing was recorded");
    }
    const held = new Set(definition.minutes.sections.flatMap(({ holds = [] }) => holds));
    expect(held.has("attendance") && held.has("actions") && held.has("signature")).toBe(true);
    expect(definition.minutes.sections.filter(({ holds }) => holds === undefined)).toEqual([]);
  });

  it("go out by a circulation that the panel has", async () => {
    const { minutes, circulation } = await load(id);
    expect(circulation.map(({ key }) => key)).toContain(minutes.circulation);
  });

  it("hold every note of the hearing once, whether or not a section wants it", async () => {
    const definition = await load(id);
    const words = wordsIn(caseOf(heldMeeting(definition)));
    for (const part of notePlaces(definition)) {
      expect({ part, times: words.split(noteOn(part)).length - 1 }).toEqual({ part, times: 1 });
    }
  });

  it("say nothing in the meeting's own text of who is discussed, and keep the case's words in the case", async () => {
    const source = heldMeeting(await load(id));
    const meeting = minutesText(composeMeeting(source));
    for (const secret of [SUBJECT, "Clear the hall", "kitchen fire", "It meets the criteria"]) {
      expect(meeting).not.toContain(secret);
      expect(minutesText(caseOf(source))).toContain(secret);
    }
    expect(composeMeeting(source).agenda[0]).toMatchObject({ title: "Item 1: TST-7K3M9", case: SCOPE });
  });

  it("[ASH-57] record everybody present, how, and who came instead of whom", async () => {
    const { before } = composeMeeting(heldMeeting(await load(id)));
    const blocks = before.flatMap((section) => section.blocks);
    const present = table(blocks, "Present");
    expect(present?.rows.map(([name]) => name)).toEqual(["Charlie Chair", "Morgan Member"]);
    expect(wordsIn(present?.rows[1])).toContain("By telephone");
    expect(table(blocks, "Apologies")?.rows).toEqual([["Ana Away", "Housing", "Cas Cover, Housing"]]);
    expect(wordsIn(table(blocks, "Interests declared"))).toContain("Left while it was heard");
  });

  it("[ASH-84] [ASH-87] [HER-85] [HER-86] [HER-87] list actions by agency: what, who, by when", async () => {
    const blocks = caseOf(heldMeeting(await load(id))).sections.flatMap((section) => section.blocks);
    const actions = table(blocks, "Actions by agency");
    expect(actions?.columns.slice(0, 4)).toEqual(["What", "Who", "Agency", "By when"]);
    const agencies = actions?.rows.map(([, , agency]) => agency).slice(0, 2);
    expect(agencies).toEqual(["Adult care", "Housing"]);
    const clear = actions?.rows.find(([what]) => what?.startsWith("Clear the hall"));
    expect(clear?.slice(1, 5)).toEqual(["Hal Housing", "Housing", "17 December 2026", "01632 960001"]);
    expect(wordsIn(table(blocks, "Earlier actions"))).toContain("Done: Fitted in June.");
  });

  it("are read back from their text as they were written", async () => {
    const source = heldMeeting(await load(id));
    const [meeting, heard] = [composeMeeting(source), caseOf(source)];
    expect(readMeetingMinutes(minutesText(meeting))).toEqual(meeting);
    expect(readCaseMinutes(minutesText(heard))).toEqual(heard);
  });
});

describe("what one panel alone wants", () => {
  const sectionOf = async (id: string, key: string, source?: MinutesSource) => {
    const held = source ?? heldMeeting(await load(id));
    const meeting = composeMeeting(held);
    return [...meeting.before, ...meeting.after, ...caseOf(held).sections].find((each) => each.key === key);
  };

  it("[ASH-97] [ASH-95] says at Ashfield that people were treated fairly, and that nobody copies it without leave", async () => {
    expect(wordsIn(await sectionOf("ashfield", "fairness"))).toContain("treated fairly, with respect");
    expect(wordsIn(await sectionOf("ashfield", "copying"))).toContain("only with the chair’s permission");
  });

  it("[ASH-96] [ASH-98] carries Ashfield's marks: confidential, and sensitive material if it comes to that", async () => {
    const { handling } = composeMeeting(heldMeeting(await load("ashfield")));
    expect(handling.mark).toBe("Confidential");
    expect(wordsIn(handling.notes)).toMatch(/only those who need it.*sensitive material/);
  });

  it("[ASH-102] say by the signatures themselves whether each person there has signed the terms", async () => {
    const source = heldMeeting(await load("ashfield"));
    const opening = ({ before }: ReturnType<typeof composeMeeting>) =>
      table(
        before.flatMap(({ blocks }) => blocks),
        "Before the first case",
      )?.rows.at(-1)?.[1];
    expect(opening(composeMeeting(source))).toBe("Not signed by Morgan Member");
    const [signed] = source.attendees;
    const everybody = source.attendees.map((each) => ({ ...each, declared: signed?.declared }));
    const nobodySaidSo = {
      ...source.file,
      steps: source.file.steps.filter(({ record }) => record.type !== "opening-done"),
    };
    expect(opening(composeMeeting({ ...source, attendees: everybody, file: nobodySaidSo }))).toBe("Done");
  });

  it("[ASH-85] [ASH-89] ends a case at Ashfield with the chair's summary, and says that the statement was agreed", async () => {
    expect(wordsIn(await sectionOf("ashfield", "summary"))).toContain(noteOn("summary"));
    const opening = wordsIn(await sectionOf("ashfield", "statement"));
    expect(opening).toMatch(/statement is read out and agreed[^\]]*Done/);
    expect(opening).toContain("signed by Charlie Chair.");
    const meeting = composeMeeting(heldMeeting(await load("ashfield")));
    expect(meeting.head).toContainEqual({ label: "Venue", value: "Town hall" });
  });

  it("[HER-84] [HER-26] dates Hertfordshire's, names the key person, and says where the notes go", async () => {
    const source = heldMeeting(await load("hertfordshire"));
    expect(composeMeeting(source).head).toContainEqual({ label: "Date", value: "26 November 2026" });
    expect(wordsIn(await sectionOf("hertfordshire", "keyPerson", source))).toContain(noteOn("keyPerson"));
    expect(wordsIn(await sectionOf("hertfordshire", "filing", source))).toContain("child’s own record");
    expect(wordsIn(caseOf(source).head)).toContain("Enough agencies were there. All three of the plan.");
  });

  it("[HAR-65] puts the decision and its reason into Hartlepool and Stockton's recommendations", async () => {
    const section = wordsIn(await sectionOf("hartlepool-stockton", "recommendations"));
    expect(section).toContain("It meets the criteria.");
    expect(section).toContain(noteOn("recommendations"));
  });

  it("[OXF-13] [OXT-84] [GAP-07] keeps Oxfordshire's resources apart, its risk, its report and its strategic matters", async () => {
    const source = heldMeeting(await load("oxfordshire"));
    const of = (key: string) => sectionOf("oxfordshire", key, source).then(wordsIn);
    expect(await of("resources")).toContain("In principle, to be confirmed");
    expect(await of("recommendations")).not.toContain("Pay for a skip");
    expect(await of("risk")).toMatch(/Noted under riskLevel.*Noted under accountable/);
    expect(await of("reporting")).toContain("By 14 January 2027, in writing, from Cat Care");
    expect(await of("strategic")).toContain(noteOn("business"));
  });

  it("prints what happened by a panel that says nothing of its minutes", async () => {
    const definition = { ...(await load("ashfield")), minutes: { signedByChair: false, sections: [] } };
    const source = heldMeeting(definition);
    expect(composeMeeting(source).before.map(({ key }) => key)).toEqual(["attendance", "opening"]);
    expect(composeMeeting(source).after.map(({ key }) => key)).toEqual(["business"]);
    const keys = caseOf(source).sections.map(({ key }) => key);
    expect(keys.filter((key) => ["decision", "research", "actions", "reporting"].includes(key))).toHaveLength(
      4,
    );
  });
});

describe("words of one's own", () => {
  const noted = (path: string, value: string) =>
    ({ type: "meeting-noted", changes: [{ path, value }] }) as const;

  it("replace a statement, and stand under anything else", async () => {
    const meeting = [
      noted("minutes/fairness", "Said otherwise."),
      noted("minutes/attendance", "One left early."),
    ];
    const { before, after } = composeMeeting(heldMeeting(await load("ashfield"), { meeting }));
    expect(after.find(({ key }) => key === "fairness")?.blocks).toEqual([
      { kind: "text", text: "Said otherwise." },
    ]);
    expect(before.find(({ key }) => key === "attendance")?.blocks.at(-1)).toMatchObject({
      text: "One left early.",
    });
  });

  it("of two people at once both print, and that is said before signing", async () => {
    const at = (value: string) =>
      ({
        type: "minuted",
        meeting: "m1",
        changes: [{ path: "weather", value, replaces: [] }],
      }) as const;
    const source = heldMeeting(await load("ashfield"), { case: [at("Rain."), at("Sun.")] });
    expect(wordsIn(caseOf(source))).toContain("Rain.\\n\\nSun.");
    expect(minutesGaps(source)).toContainEqual({ kind: "twoVersions", title: "Item 1: TST-7K3M9, Weather" });
  });
});

describe("what is missing before signing", () => {
  it("is each action without somebody or a date, each case without a decision, and nothing else", async () => {
    const definition = await load("ashfield");
    expect(minutesGaps(heldMeeting(definition))).toEqual([
      { kind: "noDue", title: "Item 1: TST-7K3M9", what: "Call weekly" },
    ]);
    const source = heldMeeting(definition);
    expect(minutesGaps({ ...source, cases: new Map() })).toEqual([
      { kind: "caseAway", title: "Item 1: TST-7K3M9" },
    ]);
    const undecided = { type: "decided", meeting: "m1", decision: "notSuitable", reason: " " } as const;
    expect(minutesGaps(heldMeeting(definition, { case: [undecided] }))).toContainEqual({
      kind: "noReason",
      title: "Item 1: TST-7K3M9",
    });
  });
});

describe("minutes that a newer version wrote", () => {
  it("are shown as far as this version knows them", async () => {
    const heard = caseOf(heldMeeting(await load("ashfield")));
    const text = JSON.stringify({
      ...heard,
      mood: "calm",
      sections: [
        {
          key: "a",
          title: "A",
          blocks: [
            { kind: "map", at: 1 },
            { kind: "text", text: "Kept" },
          ],
        },
      ],
    });
    const blocks = readCaseMinutes(text)?.sections[0]?.blocks ?? [];
    expect(wordsIn(blocks[0])).toContain("A newer version");
    expect(blocks[1]).toMatchObject({ text: "Kept" });
    expect(readCaseMinutes("{")).toBeUndefined();
    expect(readMeetingMinutes(text)).toBeUndefined();
  });
});
