/** Working through what waits for a decision, one referral after another. */
import { describe, expect, it } from "vitest";
import type { CaseSummary } from "../../src/app/api.ts";
import { NOWHERE, placeInQueue, placeWords, type PlaceInQueue } from "../../src/ui/caseFile/queue.ts";
import { queueTag } from "../../src/ui/words/cases.ts";
import { isNews } from "../../src/ui/words/news.ts";

const DAY_MS = 86_400_000;
const summary = (scope: string, sentDay: number, more: Partial<CaseSummary> = {}): CaseSummary =>
  ({
    scope,
    definitionId: "ashfield",
    status: "submitted",
    answered: false,
    submittedMs: sentDay * DAY_MS,
    updatedMs: 0,
    ...more,
  }) as CaseSummary;
const CASES = [
  summary("newest", 9),
  summary("elsewhere", 1, { definitionId: "oxfordshire" }),
  summary("oldest", 2),
  summary("answered", 8, { answered: true }),
  summary("decided", 5, { status: "accepted" }),
];
const placeOf = (scope: string, cases: readonly CaseSummary[] = CASES, before: PlaceInQueue = NOWHERE) =>
  placeInQueue(cases, scope as CaseSummary["scope"], before);
const at = (...given: Parameters<typeof placeOf>) => {
  const { previous, next, ...rest } = placeOf(...given);
  return { ...rest, previous: previous?.scope, next: next?.scope };
};
const without = (scope: string) =>
  CASES.map((each) => (each.scope === scope ? { ...each, status: "declined" as const } : each));

describe("the place of a referral among those that wait", () => {
  it("goes through answered returns, then from the oldest on, of one panel", () => {
    expect(at("answered")).toEqual({ at: 1, waiting: 3, previous: undefined, next: "oldest" });
    expect(at("oldest")).toEqual({ at: 2, waiting: 3, previous: "answered", next: "newest" });
    expect(at("newest")).toEqual({ at: 3, waiting: 3, previous: "oldest", next: undefined });
    expect(at("elsewhere")).toMatchObject({ at: 1, waiting: 1, next: undefined });
  });

  it("goes on from a decided one to the next in turn, and then to those that were passed over", () => {
    expect(at("oldest", without("oldest"), placeOf("oldest"))).toMatchObject({
      at: undefined,
      next: "newest",
    });
    expect(at("newest", without("newest"), placeOf("newest"))).toMatchObject({
      waiting: 2,
      next: "answered",
    });
    // A colleague has decided the one that came next.
    const both = without("oldest").filter(({ scope }) => scope !== ("newest" as CaseSummary["scope"]));
    expect(at("oldest", both, placeOf("oldest"))).toMatchObject({ waiting: 1, next: "answered" });
  });

  it("is said in words", () => {
    const words = (...given: Parameters<typeof placeOf>) => placeWords(placeOf(...given));
    expect(words("oldest")).toBe("2 of 3 to decide");
    expect(words("elsewhere")).toBe("The only one to decide");
    expect(words("decided")).toBe("3 left to decide");
    expect(words("decided", CASES.slice(4))).toBe("No other referral waits for a decision.");
  });
});

describe("how far triage has come", () => {
  const tag = (looked: CaseSummary["looked"]) => queueTag({ looked } as CaseSummary).text;
  it("is new, read, or begun, whoever began", () => {
    expect(tag({ opened: false, points: 0, of: 14 })).toBe("New");
    expect(tag({ opened: true, points: 0, of: 14 })).toBe("Read");
    expect(tag({ opened: false, points: 9, of: 14 })).toBe("9 of 14 points answered");
  });
});

it("what somebody else decided is news for two weeks", () => {
  expect(isNews(0, 13 * DAY_MS)).toBe(true);
  expect(isNews(0, 14 * DAY_MS)).toBe(false);
});
