/**
 * A telephone that asked for notices gets one when the day has come, through the browser's real worker. The browser's
 * own push service is out of reach of a test: one on this machine stands in for it, takes what the server encrypted
 * for the browser, and what it read is handed to the worker as the browser would hand it.
 */
import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startPushService, type TestPushService } from "../support/pushService.ts";
import { unlock } from "./support/enrol.ts";
import { makeWatcher, type Watcher } from "./support/looks.ts";
import { makeReminded, MO, NAMES, type Reminded, SUBJECT } from "./support/reminded.ts";
import { pause, type Person } from "./support/world.ts";

/** What stands in for the browser's push service says to `subscribe`, and what was asked of it. */
type StandIn = {
  silent: boolean;
  asked: { key: unknown; visible: unknown } | undefined;
  subscribed: boolean;
};
type Watching = typeof globalThis & { standIn: StandIn; badges: (number | "none")[] };
/** What a service worker has of its own, and what is watched in it. */
type Worker = typeof globalThis & {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(of: { includeUncontrolled: boolean }): Promise<readonly { url: string; type: string }[]>;
  };
  badges: (number | "none")[];
  went: string[];
  readonly Clients: { readonly prototype: { openWindow(url: string): Promise<null> } };
  readonly WindowClient: { readonly prototype: { focus(): Promise<unknown> } };
  readonly NotificationEvent: new (type: string, of: { notification: Notification }) => Event;
};

describe("push", () => {
  let service: TestPushService;
  let world: Reminded;
  let mo: Person;
  let cdp: CDPSession;
  let registrationId: string;
  const look: Watcher = makeWatcher("finger", () => [SUBJECT, MO]);
  const button = (name: string) => mo.page.getByRole("button", { name, exact: true });
  const worker = () => {
    const [found] = mo.context.serviceWorkers();
    if (!found) throw new Error("no service worker");
    return found;
  };

  beforeAll(async () => {
    service = await startPushService();
    world = await makeReminded({ pushHosts: ["localhost"] });
    ({ mo } = world);
    await mo.context.grantPermissions(["notifications"], { origin: new URL(world.server.url).origin });
    const to = service.subscribe("mo");
    await mo.context.addInitScript(watchPage, to);
    await mo.page.evaluate(watchPage, to);
    cdp = await mo.context.newCDPSession(mo.page);
    registrationId = await new Promise<string>((known, fail) => {
      cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        const [first] = registrations;
        if (first) known(first.registrationId);
      });
      cdp.send("ServiceWorker.enable").catch(fail);
    });
    await worker().evaluate(watchWorker);
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`push-${task.name}`));
  });

  afterAll(async () => {
    await world?.close();
    await service?.close();
  });

  /** Waits for the service to have taken so many, and hands the newest to the worker. */
  async function receive(count: number): Promise<string> {
    for (let tries = 0; service.pushed.length < count && tries < 40; tries++) {
      await world.tick();
      await pause(500);
    }
    const data = service.pushed[count - 1]?.text ?? "";
    const origin = new URL(world.server.url).origin;
    await cdp.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
    return data;
  }

  const shown = () =>
    worker().evaluate(async () => {
      const notices = await (globalThis as Worker).registration.getNotifications();
      return notices.map(({ title, body }) => `${title}: ${body}`);
    });

  async function isShown(...expected: string[]): Promise<void> {
    let found = await shown();
    for (let tries = 0; found.join() !== expected.join() && tries < 50; tries++) {
      await pause(200);
      found = await shown();
    }
    expect(found).toEqual(expected);
  }

  /** As the platform does it when somebody presses the notice. Answers what the worker did of windows. */
  async function click(): Promise<readonly string[]> {
    await worker().evaluate(async () => {
      const self = globalThis as Worker;
      self.went = [];
      const [notification] = await self.registration.getNotifications();
      if (notification) self.dispatchEvent(new self.NotificationEvent("notificationclick", { notification }));
    });
    const went = () => worker().evaluate(() => (globalThis as Worker).went);
    for (let tries = 0; (await went()).length === 0 && tries < 50; tries++) await pause(100);
    return went();
  }

  it("that nobody answers for is given up, and the screen says what to do", async () => {
    const { page } = mo;
    await page.getByRole("link", { name: "Settings" }).first().click();
    await page.getByRole("link", { name: "Choose how you are reminded" }).click();
    await page.evaluate(() => void ((globalThis as Watching).standIn.silent = true));
    await button("Show notices on this device").click();
    await page.getByText("did not answer").waitFor({ timeout: 60_000 });
    await look.look(page, "reminders-no-push-service");
    await page.evaluate(() => void ((globalThis as Watching).standIn.silent = false));
  });

  it("is switched on with the server’s key, and a first notice shows that it works", async () => {
    const { page } = mo;
    await button("Show notices on this device").click();
    await page.getByText("This device shows a notice when something is due").waitFor();
    await look.look(page, "reminders-push-on");
    await button("Send me one now").click();
    await receive(1);
    await isShown("Confer: This is a test. Reminders from Confer reach you here.");
    const asked = await page.evaluate(() => (globalThis as Watching).standIn.asked);
    expect(asked).toEqual({ key: expect.stringMatching(/^[\w-]{87}$/), visible: true });
    // RFC 8292: the server signs with the key that the browser was given.
    expect(service.pushed[0]?.headers["authorization"]).toContain(`k=${String(asked?.key)}`);
  });

  it("says on the day of the panel’s rule how many, with no name, in the place of the one before", async () => {
    world.toWorkingDay(1);
    expect(await receive(2)).not.toMatch(NAMES);
    await isShown("Confer: You have 1 action due this week.");
    expect(await worker().evaluate(() => (globalThis as Worker).badges)).toEqual([1, 1]);
  });

  it("brings to the front a window that is open, and leaves it where it is", async () => {
    const before = mo.page.url();
    expect(await click()).toEqual(["focus"]);
    expect(mo.page.url()).toBe(before);
    await isShown();
  });

  it("opens the home page, with what is to do, where no window is", async () => {
    const { page } = mo;
    await receive(2);
    await isShown("Confer: You have 1 action due this week.");
    await page.goto("about:blank");
    const windows = () =>
      worker().evaluate(async () => {
        const found = await (globalThis as Worker).clients.matchAll({ includeUncontrolled: true });
        return found.map(({ url, type }) => `${type} ${url}`);
      });
    for (let tries = 0; (await windows()).length > 0 && tries < 50; tries++) await pause(200);
    expect(await windows()).toEqual([]);
    const [went, ...more] = await click();
    expect(more).toEqual([]);
    expect(went).toBe("open /");
    await page.goto(went?.replace("open ", "") ?? "");
    await unlock(mo);
    await page.getByText(`Visit ${SUBJECT}`).first().waitFor();
  });

  it("leaves no figure on the app’s icon once it is locked, and unlocking brings it back", async () => {
    const { page } = mo;
    const badges = () => page.evaluate(() => (globalThis as Watching).badges);
    const last = async (wanted: number | "none") => {
      for (let tries = 0; (await badges()).at(-1) !== wanted && tries < 50; tries++) await pause(200);
      expect((await badges()).at(-1)).toBe(wanted);
    };
    await last(1);
    await button("Lock").click();
    await page.getByLabel("Passphrase", { exact: true }).waitFor();
    await last("none");
    await unlock(mo);
    await last(1);
  });

  it("waits until the quiet hours that were chosen are over", async () => {
    const { page } = mo;
    await page.getByRole("link", { name: "Settings" }).first().click();
    await page.getByRole("link", { name: "Choose how you are reminded" }).click();
    await page.getByLabel("No notices on my devices from").selectOption("07:00");
    await page.getByLabel("No notices on my devices until").selectOption("10:00");
    await button("Save").click();
    await page.getByText("Saved.", { exact: true }).waitFor();
    const before = service.pushed.length;
    world.toWorkingDay(4, "09:59");
    for (let tries = 0; tries < 3; tries++) await world.tick();
    expect(service.pushed.length).toBe(before);
    world.toWorkingDay(4, "10:00");
    await receive(before + 1);
    await isShown("Confer: You have 1 action due this week.");
  });

  it("takes the figure off the icon where it counts nothing", async () => {
    const origin = new URL(world.server.url).origin;
    const data = JSON.stringify({ body: "Nothing is open.", count: 0 });
    await cdp.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
    await isShown("Confer: Nothing is open.");
    expect(await worker().evaluate(() => (globalThis as Worker).badges.at(-1))).toBe("none");
  });

  it("is switched off, and the server forgets where it was sent", async () => {
    const { page } = mo;
    await button("Stop showing them here").click();
    await button("Show notices on this device").waitFor();
    const before = service.asked.length;
    await button("Send me one now").click();
    await page.getByText("Sent, in every way").waitFor();
    await world.tick();
    await pause(1_000);
    expect(service.asked.length).toBe(before);
  });

  it("has no name in any of all that were sent", () => {
    expect(service.pushed.length).toBeGreaterThan(2);
    expect(service.pushed.filter((each) => NAMES.test(JSON.stringify(each)))).toEqual([]);
  });

  it("is on screens with nothing for axe to find, at every width", () => {
    expect(look.faults).toEqual([]);
    expect(mo.watched.faults).toEqual([]);
  });
});

/** In the page: a push service that subscribes to `to`, and what is put on the app's icon. */
function watchPage(to: { endpoint: string; keys: { p256dh: string; auth: string } }): void {
  if (!location.protocol.startsWith("http")) return;
  const page = globalThis as Watching;
  const KEPT = "stand-in";
  page.standIn = { silent: false, asked: undefined, subscribed: sessionStorage.getItem(KEPT) !== null };
  page.badges = [];
  const keep = (subscribed: boolean) => {
    page.standIn.subscribed = subscribed;
    if (subscribed) sessionStorage.setItem(KEPT, "yes");
    else sessionStorage.removeItem(KEPT);
  };
  const subscription = {
    endpoint: to.endpoint,
    toJSON: () => to,
    unsubscribe: () => (keep(false), Promise.resolve(true)),
  } as unknown as PushSubscription;
  PushManager.prototype.getSubscription = () =>
    Promise.resolve(page.standIn.subscribed ? subscription : null);
  PushManager.prototype.subscribe = (options) => {
    if (page.standIn.silent) return new Promise(() => undefined);
    page.standIn.asked = { key: options?.applicationServerKey, visible: options?.userVisibleOnly };
    keep(true);
    return Promise.resolve(subscription);
  };
  Navigator.prototype.setAppBadge = (count) => (page.badges.push(count ?? 0), Promise.resolve());
  Navigator.prototype.clearAppBadge = () => (page.badges.push("none"), Promise.resolve());
}

/** In the worker: what is put on the icon, and where a press leads. No test may open a window or raise one. */
function watchWorker(): void {
  const self = globalThis as Worker;
  self.badges = [];
  self.went = [];
  Object.assign(self.navigator, {
    setAppBadge: (count: number) => (self.badges.push(count), Promise.resolve()),
    clearAppBadge: () => (self.badges.push("none"), Promise.resolve()),
  });
  self.WindowClient.prototype.focus = function focus() {
    self.went.push("focus");
    return Promise.resolve(this);
  };
  self.Clients.prototype.openWindow = (url) => {
    self.went.push(`open ${url}`);
    return Promise.resolve(null);
  };
}
