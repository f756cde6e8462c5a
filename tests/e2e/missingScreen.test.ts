/** A screen whose code never reached the device: the connection went while Confer was being put on it. */
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import { setUp, unlock } from "./support/enrol.ts";
import { makeWatcher } from "./support/looks.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

describe("a screen that is not on the device yet", () => {
  const desk = makeWatcher("mouse", () => []);
  let world: World;
  let lead: Person;

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson("Lee Lead");
    await setUp(world, lead);
  });

  afterAll(async () => {
    await world.close();
  });

  it("says so, and starts again once there is a connection", async () => {
    onTestFailed(() => world.picture("missing screen"));
    const { page } = lead;
    // The first visit is not answered by the service worker, so what it fetches can be cut off.
    await page.route(/\/Settings-/, (route) => route.abort("internetdisconnected"));
    await page.getByRole("link", { name: "Settings" }).first().click();
    await page.getByRole("heading", { level: 1, name: "This screen is not on this device yet" }).waitFor();
    await desk.look(page, "a screen that is not on the device yet");
    await page.unroute(/\/Settings-/);
    await page.getByRole("button", { name: "Start Confer again" }).click();
    await unlock(lead);
    await page.getByRole("link", { name: "Settings" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    expect(desk.faults).toEqual([]);
  });
});
