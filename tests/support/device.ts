/** People's devices for tests: the demonstration's, with the cheapest passphrase cost the floor allows. */
import { Device as AnyDevice } from "../../demo/device.ts";
import { ensure } from "../../demo/ensure.ts";
import type { OpenSession } from "../../src/app/session.ts";
import { parseB64, type Bytes } from "../../src/domain/bytes.ts";
import type { Profile } from "../../src/domain/panelBook.ts";
import type { Role } from "../../src/domain/roles.ts";
import { PASSPHRASE, testSettings } from "./vaults.ts";

export class Device extends AnyDevice {
  constructor(url: string) {
    super(url, testSettings, PASSPHRASE);
  }

  /** `secretB64`: as `secretOf` reads it from the set-up link. */
  foundWith(secretB64: string, name: string, profile: Profile): Promise<OpenSession> {
    return this.found(parseB64(secretB64) as Bytes, name, profile);
  }
}

/** Polls until `read` gives a value, and says what it waited for when it does not. */
export async function until<T>(what: string, read: () => T | undefined | false, ms = 15_000): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const value = read();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Invites, joins and confirms a person, all as their screens would. */
export async function enrol(
  lead: OpenSession,
  url: string,
  profile: Profile,
  roles: readonly Role[],
): Promise<Device> {
  const invited = ensure(await lead.invite(profile, roles));
  const device = new Device(url);
  const session = await device.join(invited.link);
  await lead.syncNow();
  const person = await until("the newcomer to appear", () =>
    lead.people.value.find((each) => each.state === "to-confirm"),
  );
  const confirmed = person.user && (await lead.confirm(person.user));
  if (!confirmed || !confirmed.ok) throw new Error("confirm failed");
  await session.syncNow();
  await until("admission", () => session.me.value.standing.kind === "admitted");
  return device;
}
