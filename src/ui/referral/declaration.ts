import type { PanelDefinition } from "../../forms/definition.ts";

/** For a panel that has put no declaration of its own into words. */
const USUAL =
  "What I have written is true as far as I know, says no more than the panel needs, and may be shared: the person has given consent, or a ground for sharing without it is recorded.";

/** What the person who submits declares; kept with the submission as it was shown. */
export const declarationOf = (definition: PanelDefinition): string =>
  definition.referrerDeclaration?.statement ?? USUAL;
