/** The password register in words. */
import type { PasswordStanding } from "../../domain/passwords.ts";
import type { ToldBy } from "../../domain/records/password.ts";
import type { Tone } from "../kit/Tag.tsx";
import { counted } from "../words/backup.ts";

export const WAYS: Record<ToldBy, { readonly label: string; readonly said: string }> = {
  spoken: { label: "In person", said: "in person" },
  telephone: { label: "By telephone", said: "by telephone" },
  textMessage: { label: "By text message", said: "by text message" },
  secureEmail: { label: "By a secure email of its own", said: "by a secure email of its own" },
  post: { label: "By post", said: "by post" },
};

export const isWay = (text: string): text is ToldBy => Object.hasOwn(WAYS, text);

const daysWords = (days: number): string =>
  days === 0 ? "since today" : `for ${counted(days, "day", "days")}`;

/** "In use for 12 days." and how urgent the next is. */
export function standingWords(standing: PasswordStanding): { readonly text: string; readonly tone: Tone } {
  switch (standing.kind) {
    case "none":
      return {
        text: "No password is made yet. Until one is, each document gets a password of its own.",
        tone: "warn",
      };
    case "fresh":
      return { text: `In use ${daysWords(standing.days)}.`, tone: "neutral" };
    case "ageing":
      return { text: `In use ${daysWords(standing.days)}. Make next month’s and tell people.`, tone: "warn" };
    case "overdue":
      return {
        text: `In use ${daysWords(standing.days)}, and its month is over. Change it now.`,
        tone: "bad",
      };
  }
}
