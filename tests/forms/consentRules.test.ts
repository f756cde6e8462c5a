/** The rules of consent: who may decide at what age, what is owed, and what a reader of the referral is shown. */
import { describe, expect, it } from "vitest";
import { addMonths } from "../../src/domain/days.ts";
import type { ConsentEvent } from "../../src/domain/consent.ts";
import { currentConsent } from "../../src/domain/consentPosition.ts";
import { consentTasks } from "../../src/domain/consentTasks.ts";
import { ageOf, decidersFor } from "../../src/forms/consentDeciders.ts";
import { consentItems } from "../../src/forms/consentItems.ts";
import type { PanelDefinition } from "../../src/forms/definition.ts";
import { sectionStatus, submissionBlockers } from "../../src/forms/status.ts";
import {
  answersOf,
  ashfield,
  aware,
  COMMON,
  COMPLETE,
  couldNotAsk,
  day,
  given,
  ground,
  refused,
  stamped,
  today,
  withdrawn,
} from "./fixtures.ts";

const position = (...events: ConsentEvent[]) =>
  currentConsent(
    events.map((event, at) => stamped(at + 1, event)),
    "person",
    today,
  );
const notSought: ConsentEvent = {
  kind: "notSought",
  ...COMMON,
  statement: "These terms ask for nothing.",
  reason: "The plan is already shared with everybody here.",
};

/** As a children's panel has it: its terms are silent on consent. */
const children = {
  ...ashfield,
  consent: {
    ...ashfield.consent,
    rule: "notRequired",
    notRequired: { statement: "These terms ask for nothing." },
    deciders: [
      { key: "self", label: "The young person", capacity: "self", ages: { from: 16 } },
      { key: "selfUnder16", label: "The child", capacity: "self", ages: { below: 16 } },
      { key: "parent", label: "A parent", capacity: "parent", ages: { below: 18 } },
      { key: "localAuthority", label: "The council", capacity: "localAuthority", ages: { below: 18 } },
      { key: "deputy", label: "A deputy", capacity: "deputy", ages: { from: 16 } },
    ],
  },
} as PanelDefinition;

describe("who may decide", () => {
  const keys = (age: number | undefined) => {
    const { fitting, others } = decidersFor(children.consent, age);
    return [fitting.map(({ key }) => key).join(" "), others.map(({ key }) => key).join(" ")];
  };

  it("puts first whom the age fits, and keeps the others within reach", () => {
    expect(keys(12)).toEqual(["selfUnder16 parent localAuthority", "self deputy"]);
    expect(keys(15)).toEqual(["selfUnder16 parent localAuthority", "self deputy"]);
    expect(keys(16)).toEqual(["self parent localAuthority deputy", "selfUnder16"]);
    expect(keys(18)).toEqual(["self deputy", "selfUnder16 parent localAuthority"]);
    expect(keys(undefined)[1]).toBe("");
  });

  it("takes the age from the question that the subject names", () => {
    const born = (birthday: unknown) =>
      ageOf(ashfield, answersOf({ "person.dateOfBirth": birthday as never }), today);
    expect(born({ day: "26", month: "11", year: "2010" })).toBe(16);
    expect(born({ day: "27", month: "11", year: "2010" })).toBe(15);
    expect(born({ day: "31", month: "2", year: "2010" })).toBeUndefined();
    expect(born({ day: "1", month: "1", year: "2099" })).toBeUndefined();
    expect(born("yesterday")).toBeUndefined();
  });
});

describe("[GAP-17] a panel whose terms ask for neither consent nor a ground", () => {
  const kinds = (...events: ConsentEvent[]) =>
    submissionBlockers(children, answersOf(COMPLETE), position(...events), today).map(({ kind }) => kind);

  it("still asks whether the person knows", () => {
    expect(kinds()).toEqual(["consent", "answers"]);
    expect(kinds(notSought)).toEqual(["answers"]);
    expect(sectionStatus(children, "consent", answersOf({}), position(aware), today).text).toBe(
      "1 answer missing",
    );
  });

  it("is content with consent, with a ground, or with the reason why nothing was recorded", () => {
    for (const enough of [given, ground, notSought]) expect(kinds(aware, enough)).toEqual([]);
    expect(kinds(aware)).toEqual(["consent"]);
    expect(kinds(aware, couldNotAsk)).toEqual(["consent"]);
    expect(kinds(aware, couldNotAsk, notSought)).toEqual([]);
  });

  it("never sets that reason against somebody’s no", () => {
    for (const no of [refused, withdrawn]) {
      expect(kinds(aware, no, notSought)).toEqual(["consent"]);
      expect(kinds(aware, notSought, no)).toEqual(["consent"]);
      expect(kinds(aware, no, notSought, ground)).toEqual([]);
    }
  });

  it("lets no other panel be content with it", () => {
    const kindsHere = submissionBlockers(ashfield, answersOf(COMPLETE), position(aware, notSought), today);
    expect(kindsHere).toMatchObject([{ kind: "consent" }]);
  });
});

describe("[GAP-16] consent with a date for looking at it again", () => {
  const until = (date: string): ConsentEvent => ({ ...given, reviewOn: day(date) });

  it("stands until that date, is due a month before it, and is out of date after it", () => {
    expect(position(until("2026-12-27"))).toMatchObject({ mayShare: true, review: undefined });
    expect(position(until("2026-12-26"))).toMatchObject({ mayShare: true, review: "due" });
    expect(position(until("2026-11-26"))).toMatchObject({ mayShare: true, review: "due" });
    expect(position(until("2026-11-25"))).toMatchObject({ mayShare: false, review: "expired" });
  });

  it("says what to do once it is out of date, and lets a ground stand in", () => {
    const blockers = (...events: ConsentEvent[]) =>
      submissionBlockers(ashfield, answersOf(COMPLETE), position(aware, ...events), today);
    expect(blockers(until("2026-11-25"))).toMatchObject([
      {
        kind: "consent",
        message:
          "Consent was good until 25 November 2026. Ask again and record the answer, or record the ground for sharing",
      },
    ]);
    expect(blockers(until("2026-11-25"), ground)).toEqual([]);
    expect(blockers(until("2026-11-25"), given)).toEqual([]);
  });

  it("is a task from a month before, and late after", () => {
    expect(consentTasks(position(until("2027-03-01")), today)).toEqual([]);
    expect(consentTasks(position(until("2026-12-01")), today)).toMatchObject([
      { kind: "reviewConsent", late: false },
    ]);
    expect(consentTasks(position(until("2026-11-01")), today)).toMatchObject([
      { kind: "reviewConsent", late: true },
    ]);
  });

  it("ends on the last day of a shorter month", () => {
    expect(addMonths(day("2026-08-31"), 6)).toBe("2027-02-28");
    expect(addMonths(day("2026-01-31"), -2)).toBe("2025-11-30");
    expect(addMonths(day("2026-12-01"), 12)).toBe("2027-12-01");
  });
});

describe("what a reader is shown of consent", () => {
  const section = ashfield.sections.find(({ kind }) => kind === "consent")!;
  const lines = (...events: ConsentEvent[]) =>
    consentItems(ashfield, section, position(...events), (date) => date).map((item) => {
      switch (item.kind) {
        case "answer":
          return `${item.label}: ${item.answer ?? "-"}`;
        case "list":
          return `${item.label}: ${item.answers.join(" | ")}`;
        case "note":
          return `${item.label}: ${item.text}`;
        default:
          return item.label;
      }
    });

  it("says the language by its name, and the device’s clock as a day and a time", () => {
    const key = ashfield.consent.wordings[0]?.key ?? "";
    const read = lines({ ...given, wording: { ...given.wording, key } });
    expect(read).toContain("Wording that was shown: Version 1, English, read aloud");
    expect(read.find((line) => line.startsWith("Written down"))).toContain(
      "the device’s clock said 2026-11-26, 10:15 (UTC+00:00), without a connection",
    );
  });

  it("[ASH-135] [ASH-136] [ASH-137] [ASH-138] begins with the panel’s own boxes, in their order", () => {
    const { record, awareness } = ashfield.consent;
    const labels = [
      awareness.label,
      record.decision.label,
      record.signature.label,
      record.obtainedOn.label,
      record.obtainedBy.label,
    ];
    expect(
      lines(aware, given)
        .slice(0, 5)
        .map((line, at) => line.startsWith(labels[at]!)),
    ).toEqual(labels.map(() => true));
  });

  it("names who decided, with what right, what was seen, and who judged that they could", () => {
    const attorney = {
      name: "Robin Example",
      capacity: "attorney",
      relation: "Someone with a lasting power of attorney that covers this",
      evidence: "Register checked on 20 November",
      ability: "Lost the thread twice",
      abilityJudged: { by: { name: "Dr Ash", role: "GP" }, on: day("2026-11-20") },
      decides: true,
    } as const;
    const shown = lines({ ...given, giver: attorney });
    expect(shown).toContain(
      "Who decided: Robin Example, Someone with a lasting power of attorney that covers this",
    );
    expect(shown).toContain("What was seen: Register checked on 20 November");
    expect(shown).toContain(
      "Able to make this decision: Lost the thread twice Judged by Dr Ash, GP, 2026-11-20.",
    );
  });

  it("[ASH-135] says whom and what the person left out", () => {
    const shown = lines({
      ...given,
      extent: "partial",
      excluded: { recipients: ["The police"], categories: [{ key: "money", wording: "Money and benefits" }] },
    });
    expect(shown).toContain("Not shared with: The police");
    expect(shown).toContain("Not shared at all: Money and benefits");
  });

  it("keeps a parent’s word beside a young person’s, the same or another", () => {
    const parent = { name: "A Parent", capacity: "parent", decides: false } as const;
    const voices = (event: ConsentEvent) => lines(given, event).filter((line) => line.startsWith("Another"));
    expect(voices({ ...refused, giver: parent })).toEqual([
      "Another view: A Parent (with parental responsibility) said no, 2026-11-25. Leave me be",
    ]);
    expect(voices({ ...given, giver: parent })).toHaveLength(1);
    expect(position(given, { ...refused, giver: parent }).state).toBe("given");
  });

  it("[GAP-03] prints law with its words, harm, urgency, who advised, and a decision not to share", () => {
    const full = {
      ...ground,
      harm: "Fire",
      urgency: { key: "now", wording: "Now" },
      basis: {
        article6: "It is part of the work that the law gives us",
        reliedOn: [
          { key: "publicTask", kind: "basis", wording: "Our work", law: "UK GDPR, article 6(1)(e)" },
        ],
      },
      decidingBody: "publicAuthority",
      advisedBy: [{ name: "Dana", role: "Data protection officer" }],
      request: { by: "Safeguarding Adults Board", reference: "SAB 7" },
    } satisfies ConsentEvent;
    const shown = lines(full, { ...full, share: false, reason: "Too little is known" });
    expect(shown).toContain("Lawful basis: Our work (UK GDPR, article 6(1)(e))");
    expect(shown).toContain("What harm is feared: Fire");
    expect(shown).toContain("Body that decided: A public authority");
    expect(shown).toContain("Advised by: Dana, Data protection officer");
    expect(shown).toContain("Asked for by: Safeguarding Adults Board, SAB 7");
    expect(shown).toContain("Decided not to share. Grounds weighed: There is a safeguarding risk.");
    expect(shown).toContain("Reason: Too little is known");
  });

  it("[GAP-16] names who has still to be told, and notes consent that is out of date", () => {
    expect(lines(given, withdrawn)).toContain(
      "Still to be told of the withdrawal: The district council | The police",
    );
    expect(lines({ ...given, reviewOn: day("2026-10-01") }).join("\n")).toContain("Consent is out of date");
  });
});
