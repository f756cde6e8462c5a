/**
 * Reads a panel definition from a file. What is wrong with it comes back as sentences that name the place,
 * for whoever wrote it: a co-ordinator with a text editor, not a programmer.
 */
import { checkConditions } from "./checks/conditions.ts";
import { checkConsent } from "./checks/consent.ts";
import { checkDeadlines } from "./checks/deadlines.ts";
import { checkKeys } from "./checks/keys.ts";
import { checkMeeting } from "./checks/meeting.ts";
import { checkReferences } from "./checks/references.ts";
import { placeIn } from "./checks/places.ts";
import type { Problem } from "./checks/problem.ts";
import { issueText } from "./checks/issues.ts";
import { PanelDefinition } from "./definition.ts";

export type ParsedDefinition =
  | { readonly ok: true; readonly definition: PanelDefinition }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Deeper than any definition needs; conditions may be nested, and a hostile file must not exhaust the stack. */
const DEEPEST = 40;
/** More would only be noise: the first ones are usually the cause of the rest. */
const MOST_PROBLEMS = 50;

export function parseDefinition(json: unknown): ParsedDefinition {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return refused([{ place: "The file", sentence: "The file: does not hold a panel definition." }]);
  }
  if (isDeeper(json, DEEPEST)) {
    return refused([
      { place: "The file", sentence: "The file: is nested too deeply to be a panel definition." },
    ]);
  }
  const parsed = PanelDefinition.safeParse(json);
  if (!parsed.success) {
    return refused(
      parsed.error.issues.map((issue) => {
        const place = placeIn(json, issue.path);
        return { place, sentence: `${place}: ${issueText(issue)}.` };
      }),
    );
  }
  const definition: PanelDefinition = parsed.data;
  const problems = [
    ...checkKeys(definition),
    ...checkReferences(definition),
    ...checkConditions(definition),
    ...checkConsent(definition),
    ...checkDeadlines(definition),
    ...checkMeeting(definition),
  ];
  return problems.length > 0 ? refused(problems) : { ok: true, definition };
}

const refused = (problems: readonly Problem[]): ParsedDefinition => ({
  ok: false,
  problems: problems.slice(0, MOST_PROBLEMS),
});

/** Walks level by level rather than down, so that depth costs no stack. */
function isDeeper(json: object, levels: number): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
