/** What keeps a referral from being sent, as lines to read, each with the way to it. */
import { approvalPath } from "../../forms/approvalItems.ts";
import type { PanelDefinition } from "../../forms/definition.ts";
import type { SubmissionBlocker } from "../../forms/status.ts";
import { placeOf } from "./changePlaces.ts";

export type BlockerLine = {
  readonly text: string;
  /** The rest of the case's address; undefined where it is on no page. */
  readonly place: string | undefined;
  readonly otherWays: readonly string[];
};

/** At least one line for each blocker: Submit never stays silent. */
export function blockerLines(
  definition: PanelDefinition,
  blocker: SubmissionBlocker,
): readonly BlockerLine[] {
  const to = (path: string | undefined): string | undefined => {
    const place = placeOf(definition, blocker.sectionKey, path);
    return place === undefined || place === "consent" ? place : `${place}?from=check`;
  };
  switch (blocker.kind) {
    case "answers":
      return blocker.errors.map(({ message, path }) => ({ text: message, place: to(path), otherWays: [] }));
    case "approval":
      return [{ text: blocker.message, place: to(approvalPath(blocker.key)), otherWays: [] }];
    case "consent":
      return [{ text: blocker.message, place: to(undefined), otherWays: [] }];
    case "eligibility":
    case "stop":
      return [
        {
          text: blocker.message,
          place: to(lastPage(definition, blocker.sectionKey)),
          otherWays: blocker.otherWays,
        },
      ];
  }
}

/** Any path of the section that is on no page leads to its last one. */
const lastPage = (definition: PanelDefinition, sectionKey: string): string | undefined =>
  sectionKey === definition.eligibility.section.key ? `${sectionKey}.exception` : undefined;
