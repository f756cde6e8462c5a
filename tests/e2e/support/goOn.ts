/** From a device in the test's process, which is quick, to a browser, where something is looked at. */
import { formatIdentity } from "../../../src/app/identityStore.ts";
import type { ChromiumOptions } from "../../support/chromium.ts";
import type { Device } from "../../support/device.ts";
import { PASSPHRASE } from "../../support/vaults.ts";
import { unlock } from "./enrol.ts";
import type { Person, World } from "./world.ts";

/** Their device is closed, and a browser goes on with it, unlocked. The world has to be a demonstration. */
export async function goOnInBrowser(
  world: World,
  device: Device,
  name: string,
  options: ChromiumOptions = {},
): Promise<Person> {
  await device.session?.syncNow();
  const { identity } = device;
  await device.close();
  if (!identity) throw new Error(`${name} has no identity`);
  const person = await world.makePerson(name, options);
  await person.page.goto(`/#demonstration=${formatIdentity(identity)}`);
  await unlock(person, PASSPHRASE);
  await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return person;
}
