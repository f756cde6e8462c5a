/** One thing written in a place that people share: see field.ts for what becomes of it. */
import { z } from "zod";
import { type EntryId, idSchema } from "../ids.ts";
import type { Known } from "../known.ts";

/** `section.question` or `section.group/row/field` in a referral, `part` in notes. Never a name of anything real. */
const FieldPath = z.string().min(1).max(300);

/** One answer set or cleared. `replaces` marks narrative: the versions the writer had seen and wrote over. */
export const Change = z.looseObject({
  path: FieldPath,
  value: z.json(),
  replaces: z.array(idSchema<EntryId>()).max(50).optional(),
});
export type Change = Known<z.infer<typeof Change>>;
