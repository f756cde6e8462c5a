/** From what is typed in the consent steps to the events that are kept, without a browser. */
import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { parseConsentEvent } from "../../src/domain/consent.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import ashfieldJson from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { eventWords } from "../../src/ui/referral/consent/consentWords.ts";
import { pastDateError } from "../../src/ui/screens/parts/dateError.ts";
import { type ConsentDraft, emptyDraft } from "../../src/ui/referral/consent/draft.ts";
import {
  type Common,
  couldNotAskEvent,
  givenEvent,
  refusedEvent,
} from "../../src/ui/referral/consent/events.ts";
import {
  firstGroundGap,
  groundErrors,
  needsRequest,
} from "../../src/ui/referral/consent/ground/groundErrors.ts";
import { groundEvent, offeredTo } from "../../src/ui/referral/consent/groundEvents.ts";
import type { OpenForm } from "../../src/ui/referral/DraftGate.tsx";

const TODAY = "2026-11-26" as CalendarDate;
const parsed = parseDefinition(ashfieldJson);
if (!parsed.ok) throw new Error("the panel that comes with the app does not parse");
const ashfield = parsed.definition;

const common: Common = {
  subject: "person",
  recordedBy: { name: "Rae Referrer" },
  deviceTime: "2026-11-26T14:05:00+00:00",
  offline: true,
};
const draftWith = (change: Partial<ConsentDraft>): ConsentDraft => ({
  ...emptyDraft({
    me: { name: "Rae Referrer", role: "Officer", agency: "Housing trust" },
    subjectName: "Sam Example",
    today: { day: "26", month: "11", year: "2026" },
  }),
  decider: "self",
  wording: "easyRead",
  readAloud: "yes",
  ...change,
});

const WEIGHED: Partial<ConsentDraft> = {
  reason: "notReasonable",
  share: "yes",
  grounds: ["crime"],
  groundReason: "Threats were made",
  harm: "He is hurt",
  urgency: "now",
  necessity: "Nobody else can act",
  information: "Name and address",
  informed: "yes",
};
/** As much of an open form as the pages about a ground read. */
const OPEN = { definition: () => ashfield, today: TODAY } as unknown as OpenForm;

describe("a consent record", () => {
  test("[ASH-136] keeps a drawn signature, and the wording exactly as it was on the screen", () => {
    const drawn = { width: 100, height: 50, strokes: [[1, 2, 3, 4]] };
    const event = givenEvent(common, draftWith({ answer: "full", way: "drawn" }), ashfield, drawn);
    expect(event.signing).toEqual({ way: "drawn", signature: drawn });
    expect(event.wording.text).toContain(ashfield.name);
    expect(event.wording.text).toContain("Framework");
    expect(event.wording.text).not.toMatch(/[{}]/);
    expect(parseConsentEvent(JSON.parse(JSON.stringify(event))).ok).toBe(true);
  });

  test("[ASH-138] says who obtained a spoken yes, and names a witness only where there was one", () => {
    const spoken = draftWith({ answer: "full", way: "verbal" });
    const alone = givenEvent(common, spoken, ashfield, undefined);
    expect(alone.signing).toEqual({
      way: "verbal",
      obtainedBy: { name: "Rae Referrer", role: "Officer", agency: "Housing trust" },
    });
    const witness = { name: "Wim Witness", role: "", agency: "" };
    const seen = givenEvent(common, { ...spoken, witness }, ashfield, undefined);
    expect(seen.signing).toHaveProperty("witness", { name: "Wim Witness" });
  });

  test("keeps limits only with a yes that has limits", () => {
    const limits = "Not my landlord";
    const partial = givenEvent(
      common,
      draftWith({ answer: "partial", way: "typed", limits }),
      ashfield,
      undefined,
    );
    expect(partial).toMatchObject({ extent: "partial", limits });
    const full = givenEvent(common, draftWith({ answer: "full", way: "typed", limits }), ashfield, undefined);
    expect(full).not.toHaveProperty("limits");
  });

  test("takes a no without any wording having been shown, and says it in words", () => {
    const event = refusedEvent(common, draftWith({ wording: "", wishes: "Leave me be" }), ashfield);
    expect(event).not.toHaveProperty("wording");
    expect(parseConsentEvent(JSON.parse(JSON.stringify(event))).ok).toBe(true);
    expect(eventWords(event)).toBe("Sam Example said no on 26 November 2026. “Leave me be”");
  });

  test("[ASH-72] keeps a ground with its wording, its reason and why consent is not relied on", () => {
    const draft = draftWith({
      reason: "notReasonable",
      share: "yes",
      grounds: ["crime"],
      groundReason: "Threats were made",
      necessity: "Nobody else can act",
      informed: "no",
      informedBecause: "It would warn him",
    });
    expect(couldNotAskEvent(common, draft, ashfield.consent).reason.key).toBe("notReasonable");
    const event = groundEvent(common, draft, ashfield, TODAY);
    const crime = ashfield.consent.withoutConsent.grounds.find(({ key }) => key === "crime");
    expect(event.grounds).toEqual([{ key: "crime", wording: crime?.label }]);
    expect(event.informed).toEqual({ answer: "no", because: "It would warn him" });
    expect(event.recipients).toEqual(ashfield.consent.recipients);
    expect(parseConsentEvent(JSON.parse(JSON.stringify(event))).ok).toBe(true);
  });

  test("keeps the law as it was shown, and leaves it to somebody who knows where nobody is sure", () => {
    const decided = { ...WEIGHED, body: "publicAuthority", basis: "publicTask" } as const;
    const event = groundEvent(
      common,
      draftWith({ ...decided, conditions: ["unlawfulActs"] }),
      ashfield,
      TODAY,
    );
    expect(event.basis).toMatchObject({
      article6: "UK GDPR, article 6(1)(e): public task",
      reliedOn: [
        { key: "publicTask", kind: "basis", law: "UK GDPR, article 6(1)(e): public task" },
        { key: "unlawfulActs", kind: "condition" },
      ],
    });
    expect(event.whyWithoutConsent.law).toContain("paragraph 18(b)");
    expect(parseConsentEvent(JSON.parse(JSON.stringify(event))).ok).toBe(true);
    const unsure = groundEvent(common, draftWith({ ...decided, basis: "unsure" }), ashfield, TODAY);
    expect(unsure).toMatchObject({ basisToConfirm: true });
    expect(unsure).not.toHaveProperty("basis");
  });

  test("counts a choice in law only for the body and the day it is open to", () => {
    const gap = (change: Partial<ConsentDraft>) => {
      const draft = draftWith({ ...WEIGHED, conditions: ["unlawfulActs"], ...change });
      return firstGroundGap({ draft, open: OPEN });
    };
    expect(gap({ body: "other", basis: "rliCrime" })).toBeUndefined();
    expect(gap({ body: "publicAuthority", basis: "rliCrime" })).toBe("law");
    expect(gap({ body: "other", basis: "rliCrime", on: { day: "4", month: "2", year: "2026" } })).toBe("law");
    expect(gap({ body: "other", basis: "" })).toBe("law");
    expect(gap({ body: "other", basis: "unsure", conditions: [] })).toBeUndefined();
    expect(gap({ share: "no", information: "" })).toBeUndefined();
    expect(gap({ body: "other", basis: "rliRequest" })).toBe("decided");
    expect(gap({ body: "other", basis: "rliRequest", requestBy: "The county council" })).toBeUndefined();
    expect(
      needsRequest({ draft: draftWith({ ...WEIGHED, share: "no", basis: "rliRequest" }), open: OPEN }),
    ).toBe(false);
    expect(offeredTo(draftWith({ body: "" }), ashfield, "basis", TODAY).offered).toEqual([]);
  });

  test("names recipients, whom the person left out, and what is not to be said at all", () => {
    const draft = draftWith({
      answer: "partial",
      way: "typed",
      added: ["The food bank"],
      notAsked: ["Framework"],
      leftOut: ["Nottinghamshire Police"],
      keptBack: ["money"],
    });
    const event = givenEvent(common, draft, ashfield, undefined);
    expect(event.recipients).toContain("The food bank");
    expect(event.recipients).not.toContain("Framework");
    expect(event.recipients).not.toContain("Nottinghamshire Police");
    expect(event.excluded).toEqual({
      recipients: ["Nottinghamshire Police"],
      categories: [{ key: "money", wording: "Money and benefits" }],
    });
    // The wording named those who were asked about, when it was shown.
    expect(event.wording.text).toContain("Nottinghamshire Police");
    expect(event.wording.text).not.toContain("Framework");
    expect(givenEvent(common, { ...draft, answer: "full" }, ashfield, undefined)).not.toHaveProperty(
      "excluded",
    );
  });

  test("[GAP-16] computes when consent is looked at again, where the panel says after how long", () => {
    const panel = { ...ashfield, consent: { ...ashfield.consent, reviewAfterMonths: 6 } };
    const draft = draftWith({ answer: "full", way: "typed" });
    expect(givenEvent(common, draft, panel, undefined).reviewOn).toBe("2027-05-26");
    expect(givenEvent(common, draft, ashfield, undefined)).not.toHaveProperty("reviewOn");
  });

  test("takes a text to its last letter, and one letter more is told of beside its box", () => {
    const [name, text] = ["n".repeat(300), "t".repeat(20_000)];
    const person = { name, role: name, agency: name };
    const full = draftWith({
      ...{ ...WEIGHED, informed: "no", informedBecause: text, reason: "notReasonable", reasonDetail: text },
      ...{ groundReason: text, harm: text, necessity: text, information: text, wishes: text, capacity: text },
      ...{ decidedBy: person, advisedBy: person, requestBy: name, requestReference: name, giverName: name },
      ...{ body: "publicAuthority", basis: "unsure" },
    });
    expect(firstGroundGap({ draft: full, open: OPEN })).toBeUndefined();
    const recorded = [
      groundEvent({ ...common, recordedBy: person }, full, ashfield, TODAY),
      refusedEvent(common, full, ashfield),
      couldNotAskEvent(common, full, ashfield.consent),
    ];
    expect(recorded.map((event) => parseConsentEvent(JSON.parse(JSON.stringify(event))).ok)).toEqual([
      true,
      true,
      true,
    ]);
    const long = { ...full, decidedBy: { ...person, role: `${name}n` }, harm: `${text}t` };
    const said = (["weighed", "decided"] as const).flatMap((page) =>
      groundErrors(page, { draft: long, open: OPEN }).filter((error) => error !== undefined),
    );
    expect(said).toEqual([
      { fieldId: "harm", text: "What harm is feared must be 20,000 characters or fewer. Take out 1" },
      { fieldId: "decided-by-role", text: "The job must be 300 characters or fewer. Take out 1" },
    ]);
  });

  test("names nobody as told where it was decided not to share", () => {
    const draft = draftWith({ reason: "refused", share: "no", grounds: ["crime"], informed: "yes" });
    expect(groundEvent(common, draft, ashfield, TODAY)).toMatchObject({ share: false, recipients: [] });
  });

  test("refuses a date that is not yet, and names the box of one that never was", () => {
    const at = (day: string, month: string) =>
      pastDateError("on", { day, month, year: "2026" }, "the date", "2026-11-26");
    expect(at("26", "11")).toBeUndefined();
    expect(at("27", "November")?.text).toContain("past");
    expect(at("31", "13")?.fieldId).toBe("on-month");
  });
});
