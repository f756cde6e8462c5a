import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConsentEvent, parseConsentEvent } from "../../src/domain/consent.ts";
import { currentConsent, NO_CONSENT } from "../../src/domain/consentPosition.ts";
import {
  aware,
  COMMON,
  couldNotAsk,
  entryId,
  given,
  ground,
  refused,
  stamped,
  today,
  verbal,
  withdrawn,
} from "../forms/fixtures.ts";

const told = (...names: string[]): ConsentEvent => ({
  kind: "recipientsTold",
  ...COMMON,
  names,
  outcome: "told",
  on: today,
  by: { name: "Sam Sample" },
});
const notSought: ConsentEvent = { kind: "notSought", ...COMMON, statement: "Not asked for.", reason: "None" };

const after = (...events: ConsentEvent[]) =>
  currentConsent(events.map((event, at) => stamped(at + 1, event)));

describe("where consent stands", () => {
  it("is nothing before anything is recorded", () => {
    expect(after()).toEqual(NO_CONSENT);
  });

  it("[ASH-135] is given, and information may be shared", () => {
    expect(after(given)).toMatchObject({ state: "given", mayShare: true });
  });

  it("[ASH-135] is given in part where the person set limits", () => {
    expect(after({ ...given, extent: "partial", limits: "Not my landlord" }).state).toBe("givenInPart");
  });

  it("[ASH-138] counts when given by word of mouth", () => {
    expect(after(verbal).mayShare).toBe(true);
  });

  it("[ASH-72] does not let information be shared after a refusal or when nobody could ask", () => {
    expect(after(refused)).toMatchObject({ state: "refused", mayShare: false });
    expect(after(couldNotAsk)).toMatchObject({ state: "couldNotAsk", mayShare: false });
  });

  it("[ASH-72] lets information be shared on a recorded ground, and keeps the refusal", () => {
    expect(after(refused, ground)).toMatchObject({ state: "refused", mayShare: true });
  });

  it("keeps knowing, deciding and the ground apart", () => {
    expect(after(aware)).toMatchObject({
      state: "notRecorded",
      mayShare: false,
      awareness: { aware: "yes" },
    });
  });

  it("[GAP-16] ends with a withdrawal, while a ground goes on", () => {
    expect(after(given, withdrawn)).toMatchObject({ state: "withdrawn", mayShare: false });
    expect(after(given, ground, withdrawn)).toMatchObject({ state: "withdrawn", mayShare: true });
  });

  it("can be given again after a withdrawal", () => {
    expect(after(given, withdrawn, verbal).state).toBe("given");
  });

  it("is not undone by failing to ask again", () => {
    expect(after(given, couldNotAsk).state).toBe("given");
  });

  it("leaves out what was recorded in error, and keeps it in the history", () => {
    const slip: ConsentEvent = {
      kind: "recordedInError",
      ...COMMON,
      event: entryId(1),
      reason: "Wrong person",
    };
    const position = after(given, slip);
    expect(position).toMatchObject({ state: "notRecorded", mayShare: false });
    expect(position.history).toHaveLength(2);
  });

  it("drops a ground that has ended, and one that says not to share", () => {
    const ended: ConsentEvent = {
      kind: "groundEnded",
      ...COMMON,
      ground: entryId(1),
      reason: "Risk is gone",
    };
    expect(after(ground, ended).mayShare).toBe(false);
    expect(after({ ...ground, share: false }).mayShare).toBe(false);
  });

  it("keeps a differing view beside the deciding one", () => {
    const parent = { name: "A Parent", capacity: "parent", decides: false } as const;
    const position = after(given, { ...refused, giver: parent });
    expect(position.state).toBe("given");
    expect(position.otherVoices).toHaveLength(1);
  });

  it("[GAP-16] asks for every recipient to be told, until each has been or is named again", () => {
    expect(after(given, withdrawn).toTell).toEqual(["The district council", "The police"]);
    expect(after(given, { ...withdrawn, told: ["The police"] }).toTell).toEqual(["The district council"]);
    expect(after(given, withdrawn, told("The police", "The district council")).toTell).toEqual([]);
    expect(after(given, withdrawn, { ...given, recipients: ["The police"] }).toTell).toEqual([
      "The district council",
    ]);
    expect(after(given, { ...withdrawn, recipients: ["A charity"] }).toTell).toEqual(["A charity"]);
    expect(after(given, refused).toTell).toEqual([]);
  });

  it("asks for nobody to be told where the withdrawal was a slip, or was not the deciding one", () => {
    const slip: ConsentEvent = { kind: "recordedInError", ...COMMON, event: entryId(2), reason: "Misheard" };
    expect(after(given, withdrawn, slip)).toMatchObject({ state: "given", toTell: [] });
    const parent = { name: "A Parent", capacity: "parent", decides: false } as const;
    expect(after(given, { ...withdrawn, giver: parent }).toTell).toEqual([]);
  });

  it("belongs to one person: another's consent is not this one's", () => {
    expect(after({ ...given, subject: "someoneElse" }).state).toBe("notRecorded");
  });

  it("is the same in whatever order events arrive, and however often", () => {
    const events = [
      aware,
      given,
      couldNotAsk,
      notSought,
      withdrawn,
      told("The police"),
      ground,
      verbal,
      refused,
    ].map((event, at) => stamped(at + 1, event));
    const expected = currentConsent(events);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
        (shuffled) => {
          expect(currentConsent(shuffled)).toEqual(expected);
        },
      ),
    );
  });

  it("agrees on every device where two events bear one instant", () => {
    const one = stamped(1, given, 5);
    const two = { ...stamped(2, withdrawn, 5), order: [5, 0, "device-b"] as const };
    expect(currentConsent([two, one]).state).toBe("withdrawn");
    expect(currentConsent([one, two]).state).toBe("withdrawn");
  });
});

describe("a consent event from storage", () => {
  it.each([aware, given, verbal, refused, couldNotAsk, withdrawn, ground, notSought, told("A")])(
    "of kind $kind is read back whole",
    (event) => {
      expect(parseConsentEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, event });
    },
  );

  it("keeps a field that a newer version added", () => {
    expect(parseConsentEvent({ ...given, mood: "calm" })).toMatchObject({
      ok: true,
      event: { mood: "calm" },
    });
  });

  it("is refused with the place of the fault", () => {
    const outcome = parseConsentEvent({ ...given, obtainedOn: "2026-02-30" });
    expect(outcome).toMatchObject({ ok: false, sentence: expect.stringContaining("obtainedOn") as string });
    expect(parseConsentEvent(null).ok).toBe(false);
  });
});
