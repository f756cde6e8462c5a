/** An address that mail can be sent to, as it is typed. Whether somebody reads it, only a mail tells. */
import { z } from "zod";

const MailAddress = z.email().max(254);

export const isMailAddress = (text: string): boolean => MailAddress.safeParse(text).success;
