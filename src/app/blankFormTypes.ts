/** A panel's referral form on paper. A part of the surface in api.ts. */
import type { OpenFile } from "./exportTypes.ts";
import type { Outcome } from "./outcome.ts";

export type BlankFormActions = {
  /** Of the form in force, in clear: nothing about anybody is in it. */
  blankForm(definition: string): Promise<Outcome<OpenFile>>;
};
