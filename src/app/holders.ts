/**
 * Who holds a case. Every case that has been sent has at least two people who may let others in, so that the
 * chair can always answer for it [ASH-100]: every confirmed co-ordinator and chair is given that. And who reads the
 * password registers: everybody with a part in a panel.
 */
import type { ScopeId, UserId } from "../domain/ids.ts";
import { parseEntry } from "../domain/entry.ts";
import { type Access, ACCESS, parseMembership } from "../domain/membership/events.ts";
import { hasPart, mayLead } from "../domain/roles.ts";
import type { Outcome } from "./api.ts";
import type { Context } from "./context.ts";
import { standingOf } from "../domain/case/status.ts";
import type { RefusedChange } from "./outgoing.ts";

export const MIN_HOLDERS = 2;

const confirmed = (context: Context) =>
  (context.membership.directory?.users ?? []).filter((each) => each.state === "confirmed" && each.admitted);

/** Confirmed co-ordinators and chairs. */
export const leadersOf = (context: Context): readonly UserId[] =>
  confirmed(context)
    .filter((each) => mayLead(each.roles))
    .map((each) => each.user);

/** The people who would hold the case once it is sent: its leads now, and the leaders. */
export function holdersAfterSending(context: Context, scope: ScopeId): ReadonlySet<UserId> {
  const members = context.membership.scopes.get(scope)?.members ?? [];
  const leads = members.filter((member) => member.access === "lead").map((member) => member.user);
  return new Set([...leads, ...leadersOf(context)]);
}

/** Gives the case to every leader who does not hold it yet. */
export async function shareWithLeaders(context: Context, scope: ScopeId): Promise<Outcome> {
  for (const user of leadersOf(context)) {
    const given = await give(context, scope, user, "lead");
    if (!given.ok) return given;
  }
  return { ok: true, value: undefined };
}

/** Gives a password register to whoever has a part in a panel and does not hold it yet; leaders may pass it on. */
export async function shareRegister(context: Context, scope: ScopeId): Promise<Outcome> {
  for (const { user, roles } of confirmed(context)) {
    if (!hasPart(roles)) continue;
    const given = await give(context, scope, user, mayLead(roles) ? "lead" : "read");
    if (!given.ok) return given;
  }
  return { ok: true, value: undefined };
}

async function give(context: Context, scope: ScopeId, user: UserId, access: Access): Promise<Outcome> {
  if (hasAccess(context, scope, user, access)) return { ok: true, value: undefined };
  const granted = await context.scribe.member(() => context.vault.grant(scope, user, access));
  return granted.ok ? { ok: true, value: undefined } : granted;
}

/** Someone else's change of the chain came first: the grant is made again after it, unless it gave as much. */
export async function grantAgain(context: Context, { scope, bytes }: RefusedChange): Promise<void> {
  const parsed = parseEntry(bytes);
  const read = parsed.ok ? parseMembership(parsed.entry.body) : undefined;
  if (!read?.ok || read.event.type !== "grant") return;
  const { user, access } = read.event;
  if (hasAccess(context, scope, user, access)) return;
  await context.scribe.member(() => context.vault.grant(scope, user, access));
}

/** Whether somebody may do that much in a scope already. */
export function hasAccess(context: Context, scope: ScopeId, user: UserId, wanted: Access): boolean {
  const members = context.membership.scopes.get(scope)?.members ?? [];
  const given = members.find((member) => member.user === user)?.access;
  return given !== undefined && ACCESS.indexOf(given) >= ACCESS.indexOf(wanted);
}

/** After somebody is confirmed, or a grant was refused: every register and every sent case that this person may share. */
export async function mendHolders(context: Context): Promise<void> {
  const { user } = context.identity;
  for (const { scope, kind, members } of context.membership.scopes.values()) {
    const mine = members.some((member) => member.user === user && member.access === "lead");
    if (kind === "passwords" && mine) await shareRegister(context, scope);
    const file = context.library.shelves.get(scope)?.file;
    if (kind !== "case" || !mine || !file?.started) continue;
    const { status } = standingOf(file);
    if (status !== "draft") await shareWithLeaders(context, scope);
  }
}
