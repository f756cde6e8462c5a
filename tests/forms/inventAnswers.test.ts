import { describe, expect, it } from "vitest";
import { inventAnswers } from "../../demo/inventAnswers.ts";
import { currentConsent } from "../../src/domain/consentPosition.ts";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { askedApprovals } from "../../src/forms/approvals.ts";
import { submissionBlockers } from "../../src/forms/status.ts";
import { saidYes } from "./heldApprovals.ts";
import { aware, given, parsed, stamped, today } from "./fixtures.ts";

describe.each(SHIPPED_PANELS)("an invented referral to the $name", ({ load }) => {
  it("has nothing in the way of being sent", async () => {
    const definition = parsed(await load());
    const subject = definition.subjects[0]?.key ?? "";
    const consent = currentConsent(
      [aware, given].map((event, at) => stamped(at + 1, { ...event, subject })),
      subject,
    );
    const answers = inventAnswers(definition, "Invented", today);
    const asked = askedApprovals({ definition, answers, today }).map(({ key }) => saidYes(key));
    const blockers = submissionBlockers(definition, answers, consent, today, [], asked);
    expect(blockers.map((blocker) => JSON.stringify(blocker))).toEqual([]);
  });
});
