/** People, roles and invites in words. */
import type { Person } from "../../app/api.ts";
import type { Role } from "../../domain/roles.ts";
import { ROLE_NAMES, ROLES } from "../../domain/roles.ts";
import { withoutTurns } from "../../domain/withoutTurns.ts";
import type { Tone } from "../kit/Tag.tsx";

/** Up to three letters for the top bar, which is seen over shoulders: "Ada Okoro" is "AO". */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== "");
  return words
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0).toLocaleUpperCase("en-GB"))
    .slice(0, 3)
    .join("");
}

/** On screens only. */
export const personName = (person: Person): string =>
  person.profile ? withoutTurns(person.profile.name) : "Somebody without a name yet";

/** "Co-ordinator and chair". */
export function rolesWords(roles: readonly Role[]): string {
  const names = ROLES.filter((role) => roles.includes(role)).map((role) => ROLE_NAMES[role]);
  if (names.length === 0) return "No role";
  const [first = "", ...rest] = names;
  const lower = rest.map((name) => name.toLowerCase());
  const last = lower.pop();
  return last === undefined ? first : `${[first, ...lower].join(", ")} and ${last}`;
}

/** What each role may do, beside its tick. */
export const ROLE_HINTS = {
  chair: "Sees every referral, and decides with the co-ordinator",
  coordinator: "Receives referrals, invites and confirms people, sets panels and dates",
  member: "Reads the cases that are shared with them",
  minutes: "Keeps the record of meetings",
  referrer: "Writes and sends referrals",
} satisfies Record<Role, string>;

export const PERSON_STATES = {
  invited: { text: "Invited", tone: "neutral" },
  "invite-expired": { text: "Invite too old", tone: "warn" },
  "invite-cancelled": { text: "Invite cancelled", tone: "neutral" },
  "to-confirm": { text: "To be confirmed", tone: "info" },
  confirmed: { text: "Confirmed", tone: "good" },
} satisfies Record<Person["state"], { text: string; tone: Tone }>;
