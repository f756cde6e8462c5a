/** Who has to agree before each panel hears a case, when, and what that keeps from being sent. */
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/forms/answers.ts";
import {
  approvalGaps,
  approvalState,
  askedApprovals,
  isSettled,
  type ListedApproval,
  stateText,
} from "../../src/forms/approvals.ts";
import type { PanelDefinition } from "../../src/forms/definition.ts";
import { lookedFor } from "../../src/forms/lookedFor.ts";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import hertfordshireJson from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import { questionIndex } from "../../src/forms/questionIndex.ts";
import { currentConsent } from "../../src/domain/consentPosition.ts";
import { answersOf, ashfield, COMPLETE, parsed, today } from "./fixtures.ts";
import { hartlepoolStockton, REQUEST } from "./hartlepoolRequest.ts";
import { asked, said, withReason } from "./heldApprovals.ts";
import { COMPLETE as OXFORDSHIRE, oxfordshire } from "./oxfordshireReferrals.ts";
import { sourcesIn } from "./requirementRows.ts";

const hertfordshire = parsed(hertfordshireJson);
type Given = Record<string, AnswerValue>;
const keysOf = (definition: PanelDefinition, answers: Given) =>
  askedApprovals({ definition, answers: answersOf(answers), today }).map(({ key }) => key);
const gapsOf = (definition: PanelDefinition, answers: Given, held: readonly ListedApproval[] = []) =>
  approvalGaps({ definition, answers: answersOf(answers), today }, held);
const approvalIn = (definition: PanelDefinition, key: string) => {
  const found = definition.approvals?.find((each) => each.key === key);
  if (!found) throw new Error(`no approval ${key}`);
  return found;
};

describe("who is asked", () => {
  it("[ASH-20] is nobody in Ashfield, whose referral prints no such section", () => {
    expect(keysOf(ashfield, COMPLETE)).toEqual([]);
    const snapshot = makeSnapshot(ashfield, answersOf(COMPLETE), [], { today });
    expect(snapshot.sections.map(({ key }) => key)).not.toContain("approvals");
  });

  it("[HER-51] is the Head of Service or senior manager in Hertfordshire, before the meeting", () => {
    expect(keysOf(hertfordshire, {})).toEqual(["headOfService"]);
    expect(approvalIn(hertfordshire, "headOfService")).toMatchObject({
      kind: "approval",
      before: "meeting",
      sources: ["HER-51"],
    });
  });

  it.each([
    ["childProtection", true],
    ["inCare", true],
    ["childInNeed", false],
    ["earlyHelp", false],
  ])("[HAR-49] [HAR-69] includes the reviewing officer under ‘%s’: %s", (status, included) => {
    const keys = keysOf(hartlepoolStockton, { ...REQUEST, "eligibility.status": [status] });
    expect(keys.includes("independentReviewer")).toBe(included);
    expect(keys).toEqual(expect.arrayContaining(["lineManager", "professionals"]));
  });

  it("[HAR-42] [HAR-46] includes the allocated worker, unless that is who asks; the timing is part of it", () => {
    const when = (allocated: string) =>
      keysOf(hartlepoolStockton, { ...REQUEST, "route.allocated": allocated }).includes("allocatedWorker");
    expect([when("other"), when("nobody"), when("me")]).toEqual([true, true, false]);
    expect(approvalIn(hartlepoolStockton, "allocatedWorker").ask).toContain("timing");
  });

  it.each([
    ["childProtection", true],
    ["lookedAfter", true],
    ["childInNeed", false],
  ])("[OXT-11] [OXT-69] includes the independent chair in Oxfordshire under ‘%s’: %s", (plan, included) => {
    const keys = keysOf(oxfordshire, { ...OXFORDSHIRE, "eligibility.plans": [plan] });
    expect(keys.includes("independentChair")).toBe(included);
  });

  it("[OXF-07] [OXF-09] [OXT-65] [OXT-66] is the key worker, the core group, both managers, and who knows the timing", () => {
    const always = ["keyWorker", "coreGroup", "timing", "seniorManager", "agencyManager"];
    expect(keysOf(oxfordshire, { "eligibility.plans": ["childInNeed"] })).toEqual(always);
    const approvals = oxfordshire.approvals?.filter(({ kind }) => kind === "approval");
    expect(approvals?.map(({ key, required }) => [key, required])).toEqual([
      ["seniorManager", "always"],
      ["agencyManager", "always"],
    ]);
  });

  it.each([
    [hertfordshire, ["referrer.approval", "referrer.approver"], ["HER-64"]],
    [
      hartlepoolStockton,
      ["eligibility.talkedTo", "route.managerName", "route.iroName", "route.timingFits"],
      ["HAR-46"],
    ],
    [oxfordshire, ["agreed.asked", "agreed.independentChair"], ["OXT-66"]],
  ] as const)("is asked once: no question of the form asks it as well (%#)", (definition, gone, kept) => {
    const index = questionIndex(definition);
    expect(gone.filter((ref) => index.has(ref))).toEqual([]);
    expect(sourcesIn([...index.values()].map(({ question }) => question))).toEqual(
      expect.arrayContaining([...kept]),
    );
  });
});

describe("what is not agreed yet", () => {
  const senior = approvalIn(oxfordshire, "seniorManager");
  const worker = approvalIn(oxfordshire, "keyWorker");
  const head = approvalIn(hertfordshire, "headOfService");

  it("[OXT-65] [OXF-09] keeps a referral from being sent until the manager has approved it", () => {
    expect(isSettled(senior, undefined)).toBe(false);
    expect(isSettled(senior, asked("seniorManager"))).toBe(false);
    expect(isSettled(senior, said("seniorManager", "sentBack"))).toBe(false);
    expect(isSettled(senior, withReason("seniorManager", "Away"))).toBe(false);
    expect(isSettled(senior, said("seniorManager", "approved"))).toBe(true);
    expect(isSettled(senior, said("seniorManager", "approved", { changedSince: 3 }))).toBe(true);
  });

  it("[OXF-07] is settled by what the key worker said, or by why nobody could ask", () => {
    expect(isSettled(worker, asked("keyWorker"))).toBe(false);
    expect(isSettled(worker, said("keyWorker", "consulted"))).toBe(true);
    expect(isSettled(worker, withReason("keyWorker", "None is allocated"))).toBe(true);
    expect(isSettled(worker, { ...asked("keyWorker"), reason: "No answer for a week" })).toBe(true);
  });

  it("[HER-51] lets a referral go in time once the Head of Service has been asked, and not if it was sent back", () => {
    expect(isSettled(head, undefined)).toBe(false);
    expect(isSettled(head, asked("headOfService"))).toBe(true);
    expect(isSettled(head, said("headOfService", "sentBack"))).toBe(false);
    expect(isSettled(head, asked("headOfService", said("headOfService", "sentBack")))).toBe(true);
  });

  it("is said with what to do, in the order of the definition", () => {
    const held = [asked("seniorManager"), said("agencyManager", "sentBack"), said("timing", "consulted")];
    expect(
      gapsOf(oxfordshire, { "eligibility.plans": ["childInNeed"] }, held).map(({ message }) => message),
    ).toEqual([
      "Talking it over with the key worker: ask them, or say why the referral goes without it",
      "Talking it over with the core group: ask them, or say why the referral goes without it",
      "Authorisation by your senior manager: wait for Lee Sample (Health) to answer",
      "Approval by the manager from your agency who attends the panel: change what Lee Sample sent back, and ask again",
    ]);
  });

  it("stays approved when it is asked again, and open again when it had been sent back", () => {
    const kindOf = (held: ListedApproval) => approvalState(held).kind;
    expect(kindOf(asked("a", said("a", "approved")))).toBe("approved");
    expect(kindOf(asked("a", said("a", "sentBack")))).toBe("asked");
  });
});

describe("what was said", () => {
  const itemsOf = (held: readonly ListedApproval[]) =>
    makeSnapshot(hertfordshire, answersOf({}), [], { today, approvals: held }).sections.find(
      ({ key }) => key === "approvals",
    );

  it("[HER-51] is in the referral that is read and printed: name, job, date, way, words, changes since", () => {
    const told = said("headOfService", "approved", {
      words: "Yes, before Christmas.",
      how: "spoken",
      takenBy: "Sam Sample",
      changedSince: 2,
    });
    expect(itemsOf([told])).toMatchObject({
      title: "Who has agreed",
      items: [
        {
          label: "Approval by the Head of Service or senior manager",
          answers: [
            "Approved by Lee Sample, Head of Service, on 25 November 2026, spoken, taken down by Sam Sample. 2 answers changed since: Yes, before Christmas.",
          ],
        },
      ],
    });
  });

  it("says who was asked and when while nobody has answered, and what was said before", () => {
    expect(itemsOf([])?.items).toMatchObject([{ answers: ["Not asked"] }]);
    const again = asked("headOfService", said("headOfService", "sentBack", { words: "Add the school." }));
    expect(itemsOf([again])?.items).toMatchObject([
      {
        answers: [
          "Sent back by Lee Sample, Head of Service, on 25 November 2026: Add the school.",
          "Asked Lee Sample (Health) on 24 November 2026. No answer yet",
        ],
      },
    ]);
    expect(stateText(approvalState(withReason("a", "On leave")))).toBe("Not asked. Reason: On leave");
  });

  it("answers the point of the panel’s checklist", () => {
    const point = (held: readonly ListedApproval[]) =>
      lookedFor({ definition: hertfordshire, answers: answersOf({}), today }, currentConsent([]), held).find(
        ({ key }) => key === "approval",
      )?.state;
    expect(point([])).toBe("nothing");
    expect(point([said("headOfService", "approved")])).toBe("answered");
  });
});
