/** One line of a log that a panel keeps, about a case or about itself: the same shape wherever it is written. */
import { z } from "zod";
import { CalendarDate } from "../calendarDate.ts";
import { type EntryId, idSchema } from "../ids.ts";
import type { Known } from "../known.ts";
import { MAX_NAME, MAX_PROSE } from "../lengths.ts";

const Name = z.string().max(MAX_NAME);

export const LOG_LINE = {
  /** A key of the definition's `records`. */
  kind: Name,
  /** By the keys of that log's fields; days as ISO dates. */
  values: z
    .array(z.looseObject({ field: Name, value: z.string().max(MAX_PROSE) }))
    .min(1)
    .max(20),
  on: CalendarDate,
  /** The line that this one puts right or carries on, which stays beside it. */
  corrects: idSchema<EntryId>().optional(),
};

const LogLine = z.looseObject(LOG_LINE);
export type LogLine = Known<z.infer<typeof LogLine>>;
