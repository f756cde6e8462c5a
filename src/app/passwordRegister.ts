/**
 * The panels' password registers. They lie in a scope of their own, which is given to everybody with a part in a panel
 * and to nobody who only refers: see `shareRegister` in holders.ts.
 *
 * [Note: a new register] Keys do not rotate yet. So when somebody's part ends, the next password goes into a new
 * scope, which they were never given; the old one stays, for what its passwords open. Two leaders who each make the
 * first password without seeing the other make two scopes as well. All that this person holds read as one.
 */
import { makePassword } from "../documents/password.ts";
import { inOrder } from "../domain/happened.ts";
import type { ScopeId } from "../domain/ids.ts";
import { type PanelPassword, registerOf } from "../domain/passwords.ts";
import type { PasswordRecord } from "../domain/records/record.ts";
import { hasPart, mayLead } from "../domain/roles.ts";
import type { Session } from "./api.ts";
import { type Context, rolesOf } from "./context.ts";
import { hasAccess, shareRegister } from "./holders.ts";
import type { Outcome } from "./outcome.ts";

/** A panel's register, oldest first; empty for those who have no part in the panel. */
export function passwordsOf(context: Context, definition: string): readonly PanelPassword[] {
  if (!hasPart(rolesOf(context, context.identity.user))) return [];
  const files = registers(context).flatMap((scope) => context.library.shelves.get(scope)?.passwords ?? []);
  const sets = files.flatMap((file) => file.sets).filter(({ record }) => record.definition === definition);
  return registerOf(inOrder(sets), inOrder(files.flatMap((file) => file.told)));
}

export function makePasswordActions(context: Context): Pick<Session, "setPassword" | "notePasswordTold"> {
  const { vault, scribe, identity } = context;

  const openRegister = async (): Promise<Outcome<ScopeId>> => {
    const opened = await scribe.member(() => vault.openScope("passwords"));
    return opened.ok ? { ok: true, value: opened.value.scope } : opened;
  };

  const write = async (record: PasswordRecord): Promise<Outcome> => {
    if (!mayLead(rolesOf(context, identity.user))) return { ok: false, problem: { kind: "not-allowed" } };
    const kept = registers(context).find((scope) => isFit(context, scope));
    const register: Outcome<ScopeId> = kept ? { ok: true, value: kept } : await openRegister();
    if (!register.ok) return register;
    const written = await scribe.write(register.value, [record]);
    return written.ok ? shareRegister(context, register.value) : written;
  };

  return {
    setPassword: (definition, month) =>
      write({ type: "password-set", definition, month, password: makePassword(context.random) }),
    notePasswordTold: (definition, { users, others, ...telling }) =>
      write({
        type: "password-told",
        definition,
        users: [...users],
        ...(others === "" ? {} : { others }),
        ...telling,
      }),
  };
}

/** In an order that every device agrees on. */
const registers = ({ membership }: Context): readonly ScopeId[] =>
  [...membership.scopes.values()]
    .filter(({ kind }) => kind === "passwords")
    .map(({ scope }) => scope)
    .toSorted();

/** Whether a new password may go into it: this person can write there, and nobody reads who has no part. */
function isFit(context: Context, scope: ScopeId): boolean {
  const members = context.membership.scopes.get(scope)?.members ?? [];
  return (
    hasAccess(context, scope, context.identity.user, "contribute") &&
    members.every(({ user }) => hasPart(rolesOf(context, user)))
  );
}
