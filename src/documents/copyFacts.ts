/** Which copy a document is and for whom, as it stands on the first page and at the foot of each. */
import { copyName, type CopyOf } from "../forms/copyOf.ts";
import type { Fact } from "./model.ts";

export const copyFacts = (copy: CopyOf | undefined): Fact[] =>
  copy ? [{ label: "Copy", value: `Number ${copyName(copy.number, copy.mark)}, for ${copy.reader}` }] : [];

/** What follows the rest of the footer. */
export const copyFooter = (copy: CopyOf | undefined): string =>
  copy ? ` · copy ${copyName(copy.number, copy.mark)} for ${copy.reader}` : "";
