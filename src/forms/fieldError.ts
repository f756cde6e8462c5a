/** One thing missing or wrong in a referral: where, and in what words. */
import type { DatePart } from "../domain/calendarDate.ts";
import type { FieldPath } from "./answers.ts";

export type FieldError = {
  /** Where to take the person: the field, or the group it belongs to. */
  readonly path: FieldPath;
  readonly sectionKey: string;
  /** Undefined for what is recorded on the consent screens. */
  readonly pageKey: string | undefined;
  readonly label: string;
  /** A sentence without its full stop, the same in the summary and beside the field. */
  readonly message: string;
  readonly kind: "missing" | "wrong";
  readonly part?: DatePart;
};
