/**
 * The password register of a panel: which words open its documents, and who was told them. [ASH-06, ASH-77]
 * Nothing here is ever changed: an old password still opens what was made with it.
 */
import { z } from "zod";
import { CalendarDate } from "../calendarDate.ts";
import { type EntryId, idSchema, type UserId } from "../ids.ts";
import { MAX_NAME } from "../lengths.ts";

const Name = z.string().max(MAX_NAME);

/** Ways that are never those of the document itself. */
export const TOLD_BY = ["spoken", "telephone", "textMessage", "secureEmail", "post"] as const;
export type ToldBy = (typeof TOLD_BY)[number];

/** "2026-11". */
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const PASSWORD_RECORDS = [
  z.looseObject({
    type: z.literal("password-set"),
    definition: Name,
    /** The month whose documents it opens. */
    month: Month,
    /** As `documents/passwordRule.ts` will have it: the length and characters that every reader takes. */
    password: z.string().regex(/^[\x20-\x7e]{12,64}$/),
  }),
  z.looseObject({
    type: z.literal("password-told"),
    definition: Name,
    /** The entry that set the password which they were told. */
    password: idSchema<EntryId>(),
    users: z.array(idSchema<UserId>()).max(200),
    /** Those without an account. */
    others: Name.optional(),
    how: z.enum(TOLD_BY),
    on: CalendarDate,
  }),
] as const;
