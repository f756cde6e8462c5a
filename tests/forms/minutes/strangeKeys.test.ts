/**
 * A fifth panel whose keys are all strange, through the gate, the room and the minutes: each key of the shipped
 * panels means something to people alone, and to the code only what their definitions say of it.
 */
import { describe, expect, it } from "vitest";
import { gateRules } from "../../../src/app/meetingViews.ts";
import { gateOf } from "../../../src/domain/meeting/attendance.ts";
import { isBySigning } from "../../../src/forms/openingSteps.ts";
import { composeCase } from "../../../src/forms/minutes/caseMinutes.ts";
import { minutesGaps } from "../../../src/forms/minutes/gaps.ts";
import { composeMeeting } from "../../../src/forms/minutes/meetingMinutes.ts";
import { SHIPPED_PANELS } from "../../../src/forms/panels/shipped.ts";
import type { PanelDefinition } from "../../../src/forms/definition.ts";
import { casePartsOf } from "../../../src/ui/meeting/room/caseParts.ts";
import { parsed } from "../fixtures.ts";
import { heldMeeting } from "./heldMeeting.ts";
import { withStrangeKeys } from "./strangeKeys.ts";

/** All that the code makes of a meeting by the definition's steps. */
function madeOf(definition: PanelDefinition): string {
  const source = heldMeeting(definition);
  const rules = gateRules(definition);
  const { open, missing, unsigned } = gateOf(source.file, rules);
  const item = source.agenda[0];
  return JSON.stringify({
    rules,
    gate: { open, missing, unsigned: unsigned.map(({ name }) => name) },
    bySigning: definition.meeting.opening.map((step) => [step.heading, isBySigning(definition, step)]),
    room: casePartsOf(definition),
    meeting: composeMeeting(source),
    case: item && composeCase(source, item),
    gaps: minutesGaps(source),
  });
}

describe.each(SHIPPED_PANELS)("a fifth panel like the $name, whose keys are all strange", ({ load }) => {
  it("is gated, heard, written down and missed in the minutes as that one is", async () => {
    const definition = parsed(await load());
    const { fifth, back } = withStrangeKeys(definition);
    const made = madeOf(fifth);
    expect(JSON.parse(back(made))).toEqual(JSON.parse(madeOf(definition)));
    // It does have other keys, and nothing of the old ones is left.
    expect(fifth.meeting.perCase.every(({ key }) => /^k\d+x$/.test(key))).toBe(true);
    expect(made).toMatch(/Noted under k\d+x/);
  });
});
