/** What the minutes screens say. */
import type { MinutesGap } from "../../../forms/minutes/gaps.ts";

export function gapWords(gap: MinutesGap): string {
  switch (gap.kind) {
    case "nobodyPresent":
      return "Nobody is recorded as present.";
    case "noVenue":
      return "The venue is not recorded.";
    case "noChair":
      return "Nobody is recorded as chair.";
    case "caseAway":
      return `${gap.title}: this case is not on this device. The minutes would not hold it.`;
    case "noDecision":
      return `${gap.title}: no decision is recorded.`;
    case "noReason":
      return `${gap.title}: the decision has no reason, and needs one.`;
    case "noOwner":
      return `${gap.title}: nobody is named for “${gap.what}”.`;
    case "noDue":
      return `${gap.title}: “${gap.what}” has no date.`;
    case "twoVersions":
      return `${gap.title}: two people wrote at the same time. Both print. Edit it to make one of the two.`;
  }
}

/** What a signature means, read before it is given and kept with it. */
export const SIGNING_MEANS =
  "By signing I confirm that I have read these minutes and that they are a true record of the meeting.";
export const PUBLISHING_MEANS =
  "These minutes are published as the record of the meeting. The panel’s papers do not ask for a signature.";
