/** Every row that a referral has to hold is in the definition of its panel; a sentence for each that is not. */
import { describe, expect, it } from "vitest";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { REFERRAL_KINDS, REQUIREMENT_ROWS, rowsOf, sourcesIn } from "./requirementRows.ts";

/** Which panel's definition carries which documents. */
const CARRIED: Record<string, readonly (keyof typeof REQUIREMENT_ROWS)[]> = {
  ashfield: ["ASH"],
  hertfordshire: ["HER"],
