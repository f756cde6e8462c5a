import { describe, expect, it } from "vitest";
import { currentConsent, NO_CONSENT } from "../../src/domain/consentPosition.ts";
import type { PanelDefinition } from "../../src/forms/definition.ts";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import { type ListedPaper, paperFacts, paperSize } from "../../src/forms/paperText.ts";
import { ReferralSnapshot } from "../../src/forms/snapshot.ts";
import { progress, sectionStatus, submissionBlockers } from "../../src/forms/status.ts";
import {
  answersOf,
  ashfield,
  ashfieldCopy,
  aware,
  COMPLETE,
  given,
  list,
  parsed,
  stamped,
  today,
} from "./fixtures.ts";

/** Ashfield, asking for a chronology (or why not), a risk assessment always, and a plan of some people only. */
const strict: PanelDefinition = parsed(
  (() => {
    const json = ashfieldCopy();
    const papers = [
      { key: "chronology", label: "Chronology", required: "orReason" },
      { key: "riskAssessment", label: "A risk assessment", required: "always" },
      {
        key: "cpaPlan",
        label: "CPA plan",
        required: "always",
        visibleWhen: { op: "is", question: "person.housingStatus", value: "private" },
      },
    ];
    list(json["papers"]).splice(0, 0, ...(papers as never[]));
    return json;
  })(),
);
const consent = currentConsent([stamped(1, aware), stamped(2, given)]);
const there = (kind: string, removed = false) => ({ kind, removed });
const listed = (kind: string, title: string, more: Partial<ListedPaper> = {}): ListedPaper => ({
  kind,
  title,
  mediaType: "application/pdf",
  sizeBytes: 1_240_000,
  pages: 3,
  order: 1,
  removed: false,
  ...more,
});
const REASON = { "papers.chronology/@reason": "With the other service." };
const messages = (entries: object, papers: readonly { kind: string; removed: boolean }[]) =>
  submissionBlockers(strict, answersOf({ ...COMPLETE, ...entries }), consent, today, papers).flatMap(
    (blocker) =>
      blocker.kind === "answers"
        ? blocker.errors.map(({ message, path }) => `${path}: ${message}`)
        : [blocker.kind],
  );
const status = (
  entries: object,
  papers: readonly { kind: string; removed: boolean }[],
  definition = strict,
) => sectionStatus(definition, "papers", answersOf({ ...COMPLETE, ...entries }), consent, today, papers);

describe("papers that a panel asks for", () => {
  it("are owed until they are there, or a reason is where one will do", () => {
    expect(messages({}, [])).toEqual([
      "papers.chronology: Add the chronology, or say why it does not come with the referral",
      "papers.riskAssessment: Add the risk assessment",
    ]);
    expect(messages(REASON, [there("riskAssessment")])).toEqual([]);
    expect(messages({}, [there("chronology"), there("riskAssessment")])).toEqual([]);
  });

  it("are owed again when they are taken away, or the reason is rubbed out", () => {
    expect(messages(REASON, [there("riskAssessment", true)])).toEqual([
      "papers.riskAssessment: Add the risk assessment",
    ]);
    expect(messages({ "papers.chronology/@reason": "  " }, [there("riskAssessment")])).toHaveLength(1);
    expect(messages(REASON, [there("riskAssessment", true), there("riskAssessment")])).toEqual([]);
  });

  it("say by how much a reason is too long to be sent", () => {
    const long = { "papers.chronology/@reason": "x".repeat(2_001) };
    expect(messages(long, [there("riskAssessment")])).toEqual([
      "papers.chronology/@reason: Why the chronology does not come with the referral must be 2,000 characters or fewer. Take out 1, or attach it as a paper",
    ]);
    expect(messages(long, [there("chronology"), there("riskAssessment")])).toEqual([]);
  });

  it("where no reason will do, take none", () => {
    expect(messages({ ...REASON, "papers.riskAssessment/@reason": "Lost" }, [])).toEqual([
      "papers.riskAssessment: Add the risk assessment",
    ]);
  });

  it("are asked of those whom the condition names, and of nobody else", () => {
    const renting = { "person.housingStatus": "private" };
    const papers = [there("chronology"), there("riskAssessment")];
    expect(messages(renting, papers)).toEqual(["papers.cpaPlan: Add the CPA plan"]);
    expect(messages({}, papers)).toEqual([]);
  });

  it("show on the task list in words", () => {
    expect(status({}, [])).toMatchObject({ kind: "notStarted", text: "Not started", optional: false });
    expect(status({ "person.housingStatus": "private" }, [there("chronology")]).text).toBe(
      "2 papers missing",
    );
    expect(status(REASON, []).text).toBe("1 paper missing");
    expect(status(REASON, [there("riskAssessment")])).toMatchObject({ kind: "complete", text: "Complete" });
    expect(progress(strict, answersOf(COMPLETE), consent, today).text).toBe("9 of 10 sections");
  });

  it("that are optional count once one is there", () => {
    expect(status({}, [], ashfield)).toMatchObject({ text: "Not started", optional: true });
    expect(status({}, [there("support")], ashfield).text).toBe("Complete");
    expect(status({}, [there("other", true)], ashfield).text).toBe("Not started");
    expect(
      sectionStatus(ashfield, "papers", answersOf({ "papers/@done": "yes" }), NO_CONSENT, today).text,
    ).toBe("Complete");
  });
});

describe("papers in the record of what was sent", () => {
  const itemsOf = (entries: object, papers: readonly ListedPaper[]) => {
    const answers = answersOf({ ...COMPLETE, ...entries });
    const snapshot = makeSnapshot(strict, answers, [], { today, papers });
    expect(ReferralSnapshot.parse(snapshot)).toEqual(snapshot);
    return snapshot.sections.find(({ key }) => key === "papers")?.items;
  };

  it("are listed under their kind, in order, with what they are, pages and size", () => {
    const papers = [
      listed("riskAssessment", "Review", { order: 5, pages: 1 }),
      listed("riskAssessment", "Risk assessment of May", { order: 2 }),
      listed("riskAssessment", "Chosen by mistake", { removed: true }),
    ];
    expect(itemsOf({}, papers)).toContainEqual({
      kind: "list",
      key: "papers.riskAssessment",
      label: "A risk assessment",
      answers: ["Risk assessment of May (PDF, 3 pages, 1.2 MB)", "Review (PDF, 1 page, 1.2 MB)"],
    });
  });

  it("are replaced by the reason why one does not come", () => {
    expect(itemsOf(REASON, [])).toContainEqual({
      kind: "answer",
      key: "papers.chronology",
      label: "Chronology",
      answer: "Not attached. Reason: With the other service.",
    });
  });

  it("lose none that nobody asked for, nor one whose kind is no longer asked for", () => {
    const papers = [listed("other", "Letter"), listed("cpaPlan", "Plan"), listed("consentSheet", "Sheet")];
    expect(
      itemsOf({}, papers)
        ?.slice(2)
        .map((item) => [item.label, "answers" in item && item.answers.length]),
    ).toEqual([
      ["Reports or other papers", 0],
      ["Signed consent form", 1],
      ["Other papers", 2],
    ]);
  });

  it("are said in sizes that people use", () => {
    expect([1, 999_000, 1_000_000, 9_960_000, 38_200_000].map(paperSize)).toEqual([
      "1 KB",
      "999 KB",
      "1 MB",
      "10 MB",
      "38 MB",
    ]);
    expect(paperFacts(listed("x", "y", { mediaType: "image/jpeg", pages: 1 }))).toBe("Photograph, 1.2 MB");
    expect(paperFacts(listed("x", "y", { mediaType: "application/msword", pages: undefined }))).toBe(
      "Word file, 1.2 MB",
    );
  });
});
