/** What a person is in the partnership. A person may be several things. */
import { parseAscii } from "./bytes.ts";

export const ROLES = ["chair", "coordinator", "member", "minutes", "referrer"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, string> = {
  chair: "Chair",
  coordinator: "Co-ordinator",
  member: "Panel member",
  minutes: "Minute taker",
  referrer: "Referrer",
};

/** Runs the directory and receives referrals: co-ordinators and chairs. */
export const mayLead = (roles: readonly Role[]): boolean =>
  roles.includes("coordinator") || roles.includes("chair");

/** Writes for the panel: what was decided, the minutes. */
export const mayMinute = (roles: readonly Role[]): boolean => mayLead(roles) || roles.includes("minutes");

/** Belongs to a panel, rather than only sending it referrals. */
export const hasPart = (roles: readonly Role[]): boolean => roles.some((role) => role !== "referrer");

/** Roles as signed text: sorted, comma-separated, none twice. */
export const rolesText = (roles: readonly Role[]): string => [...new Set(roles)].toSorted().join(",");

/** Reads that text back; undefined unless it is exactly what `rolesText` writes, with at least one role. */
export function parseRoles(bytes: Uint8Array): readonly Role[] | undefined {
  const text = parseAscii(bytes);
  if (!text) return undefined;
  const roles = text.split(",").map((part) => ROLES.find((role) => role === part));
  const known = roles.filter((role) => role !== undefined);
  return known.length === roles.length && rolesText(known) === text ? known : undefined;
}
