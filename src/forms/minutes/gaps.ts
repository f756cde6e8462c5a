/** What is missing from minutes before they are signed. Warnings: the chair may sign all the same. */
import { notesAt, decisionAt } from "../../domain/case/discussion.ts";
import { versionsOf } from "../../domain/field.ts";
import { agreedAt } from "./actions.ts";
import { HEAD_PARTS, headOf } from "./meetingMinutes.ts";
import { type MinutesSource, partsOf, partTitle, sectionPath } from "./source.ts";

export type MinutesGap =
  | { readonly kind: "nobodyPresent" | "noVenue" | "noChair" }
  /** On the agenda, and not on this device: the minutes would not hold it. */
  | { readonly kind: "caseAway"; readonly title: string }
  | { readonly kind: "noDecision"; readonly title: string }
  | { readonly kind: "noReason"; readonly title: string }
  | { readonly kind: "noOwner" | "noDue"; readonly title: string; readonly what: string }
  /** Two people wrote at once; both stand in print. */
  | { readonly kind: "twoVersions"; readonly title: string };

export function minutesGaps(source: MinutesSource): readonly MinutesGap[] {
  const { definition, meeting, agenda, cases } = source;
  const gaps: MinutesGap[] = [];
  if (!source.attendees.some(({ present }) => present)) gaps.push({ kind: "nobodyPresent" });
  for (const [item, at] of agenda.map((each, index) => [each, index] as const)) {
    if (item.case === undefined) continue;
    const title = `Item ${at + 1}: ${item.reference ?? ""}`;
    const file = cases.get(item.case)?.file;
    if (!file) {
      gaps.push({ kind: "caseAway", title });
      continue;
    }
    const decided = decisionAt(file, meeting.key)?.record;
    const rule = definition.decisions.find(({ key }) => key === decided?.decision);
    if (!decided) gaps.push({ kind: "noDecision", title });
    else if (rule?.needsReason === true && decided.reason.trim() === "")
      gaps.push({ kind: "noReason", title });
    for (const { what, owner, due } of agreedAt(source, file)) {
      if (owner.trim() === "") gaps.push({ kind: "noOwner", title, what });
      if (due === "") gaps.push({ kind: "noDue", title, what });
    }
    for (const part of partsOf(file, meeting.key)) {
      if (notesAt(file, meeting.key, part).length > 1)
        gaps.push({ kind: "twoVersions", title: `${title}, ${partTitle(definition, part)}` });
    }
  }
  for (const { key, label } of HEAD_PARTS) {
    const versions = versionsOf(source.file.notes[sectionPath(key)]);
    if (versions.length > 1) gaps.push({ kind: "twoVersions", title: label });
  }
  return [...gaps, ...headGaps(source)];
}

/** Only where the panel's own sheet asks for them. */
function headGaps(source: MinutesSource): readonly MinutesGap[] {
  const asked = new Set(source.definition.confidentiality?.fields.map(({ is }) => is));
  const said = headOf(source).map(({ label }) => label);
  return [
    ...(asked.has("venue") && !said.includes("Venue") ? [{ kind: "noVenue" } as const] : []),
    ...(asked.has("chair") && !said.includes("Chair") ? [{ kind: "noChair" } as const] : []),
  ];
}
