/** What is written about somebody's agreement to a referral: that they were asked, what they said, or why nobody was. */
import { z } from "zod";
import { CalendarDate } from "../calendarDate.ts";
import { type EntryId, idSchema, type ReminderId, type UserId } from "../ids.ts";
import { MAX_NAME, MAX_PROSE } from "../lengths.ts";

const Name = z.string().max(MAX_NAME);
const Prose = z.string().max(MAX_PROSE);
/** Of one of the definition's approvals. */
const ApprovalKey = Name;

/** `sentBack`: not as it stands. `consulted`: somebody whose view was asked for has given it. */
export const APPROVAL_OUTCOMES = ["approved", "sentBack", "consulted"] as const;
export type ApprovalOutcome = (typeof APPROVAL_OUTCOMES)[number];

/** `app`: by the person asked, on a device of theirs. The others are written down by the author. */
export const APPROVAL_WAYS = ["app", "spoken", "paper"] as const;
export type ApprovalWay = (typeof APPROVAL_WAYS)[number];

export const APPROVAL_RECORDS = [
  /** The author asks a colleague, who is let in to read the draft and answer. */
  z.looseObject({
    type: z.literal("approval-asked"),
    key: ApprovalKey,
    user: idSchema<UserId>(),
    words: Prose,
    /** Random: what the server knows the asking by when it reminds somebody. Without one, a name made of the case's key. */
    reminder: idSchema<ReminderId>().optional(),
  }),
  z.looseObject({
    type: z.literal("approval-answered"),
    key: ApprovalKey,
    outcome: z.enum(APPROVAL_OUTCOMES),
    words: Prose,
    /** Who said it. They need not be anybody in the partnership. */
    by: z.looseObject({ name: Name, position: Name.optional(), agency: Name.optional() }),
    on: CalendarDate,
    how: z.enum(APPROVAL_WAYS),
    /** Who took it down; for an answer that was spoken or on paper. */
    takenBy: Name.optional(),
    /** The newest change of the answers that they had read. */
    seen: idSchema<EntryId>().optional(),
  }),
  /** Why the referral goes without it. An empty reason takes that back. */
  z.looseObject({ type: z.literal("approval-waived"), key: ApprovalKey, reason: Prose }),
] as const;
