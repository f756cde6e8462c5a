/** Steps of a meeting's opening, read by what they bring and never by their keys. */
import type { OpeningStep } from "./definition/meeting.ts";
import type { PanelDefinition } from "./definition.ts";

/** Nobody says that this step is done: it is once each person there has signed. [ASH-102] */
export const isBySigning = (
  { declaration }: Pick<PanelDefinition, "declaration">,
  { brings }: Pick<OpeningStep, "brings">,
): boolean => brings === "declarations" && declaration?.signed === "everyMeeting";
