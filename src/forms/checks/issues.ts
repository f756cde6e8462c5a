/** What a zod issue means, to somebody who has never heard of zod. No full stop. */
import type { z } from "zod";

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of fields",
};

export function issueText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.message.endsWith("received undefined")
        ? "is missing"
        : `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be one of: ${issue.values.map(String).join(", ")}`;
    case "invalid_union":
      return "is of a kind that this version does not know";
    case "too_small":
      return isOwnWords(issue.message) ? issue.message : `must have at least ${issue.minimum}`;
    case "too_big":
      return isOwnWords(issue.message) ? issue.message : `must have ${issue.maximum} or fewer`;
    default:
      return isOwnWords(issue.message) ? issue.message : "is not in the right form";
  }
}

/** Messages written in the schema begin with "must"; zod's own do not. */
const isOwnWords = (message: string): boolean => message.startsWith("must");
