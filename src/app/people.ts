/** Who belongs, as screens show it: the directory's facts joined with the profiles, which only members can read. */
import { profileKey } from "../domain/panelBook.ts";
import type { Me, Person } from "./api.ts";
import { type Context, profileOf } from "./context.ts";

export async function meOf(context: Context): Promise<Me> {
  const { user } = context.identity;
  const found = context.membership.directory?.users.find((each) => each.user === user);
  const admitted = found?.state === "confirmed" && found.admitted;
  const words = admitted ? [] : ((await context.vault.checkWords(user)) ?? []);
  return {
    user,
    roles: found?.roles ?? [],
    devices: (found?.devices ?? []).map(({ device, addedMs }) => ({
      addedMs,
      isThis: device === context.identity.device,
    })),
    profile: profileOf(context, user),
    standing: admitted ? { kind: "admitted" } : { kind: "waiting", words },
  };
}

/** Members first, then people to confirm, then open and closed invites. */
export async function peopleOf(context: Context): Promise<readonly Person[]> {
  const { directory } = context.membership;
  if (!directory) return [];
  const users = await Promise.all(
    directory.users.map(async ({ user, invite, roles, state, admitted, devices }): Promise<Person> => {
      const confirmed = state === "confirmed" && admitted;
      return {
        user,
        invite,
        roles,
        profile: profileOf(context, user),
        state: confirmed ? "confirmed" : "to-confirm",
        expiresMs: undefined,
        devices: devices.length,
        words: confirmed ? undefined : await context.vault.checkWords(user),
      };
    }),
  );
  const { profiles } = context.library.book;
  const invites = directory.invites
    .filter((invite) => invite.state !== "accepted")
    .map(({ invite, roles, state, expiresMs }): Person => {
      const expired = expiresMs < context.now();
      return {
        user: undefined,
        invite,
        roles,
        profile: profiles[profileKey({ invite })]?.value,
        state: state === "cancelled" ? "invite-cancelled" : expired ? "invite-expired" : "invited",
        expiresMs,
        devices: 0,
        words: undefined,
      };
    });
  const rank: Record<Person["state"], number> = {
    "to-confirm": 0,
    confirmed: 1,
    invited: 2,
    "invite-expired": 3,
    "invite-cancelled": 4,
  };
  return [...users, ...invites].toSorted((a, b) => rank[a.state] - rank[b.state]);
}
