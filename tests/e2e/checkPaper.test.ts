/** From the printed page to the answer: the code looked at through a camera, and read off a photo, in a real browser. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Vault } from "../../src/crypto/vault.ts";
import { PASSWORD } from "../documents/fixtures.ts";
import { provenMinutes, signedFile, type SignedTwice } from "../documents/printedMinutes.ts";
import { decrypted, greyPage, run, textOf, withFile } from "../documents/tools.ts";
import { makePartnership } from "../support/vaults.ts";
import { makeWatcher } from "./support/looks.ts";
import { filmOf, photoOf } from "./support/paperPictures.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

const RIGHT = "The signature in the code is right";

describe("the code on paper", () => {
  let world: World;
  let proven: SignedTwice;
  let open: Uint8Array;
  let last: number;
  let holder: Person;
  let watcher: Person;
  let without: Person;
  const folder = mkdtempSync(join(tmpdir(), "film-"));
  const phone = makeWatcher("finger", () => []);
  const sent: string[] = [];

  const says = ({ page }: Person, words: string) => page.getByText(words, { exact: true }).waitFor();
  /** Somebody at a device whose camera shows this film; without one it has no camera. `ask`: what the browser answers for them. */
  const make = async (name: string, film: Uint8Array | undefined, ask: "yes" | "no" = "yes") => {
    const path = join(folder, `${name}.y4m`);
    if (film) writeFileSync(path, film);
    const camera = [
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${path}`,
      ask === "yes" ? "--use-fake-ui-for-media-stream" : "--deny-permission-prompts",
    ];
    const args = film ? camera : [];
    const person = await world.makePerson(name, { args, touch: true, viewport: { width: 390, height: 844 } });
    person.page.on("request", (request) => {
      if (request.method() !== "GET") sent.push(`${request.method()} ${request.url()}`);
    });
    await person.page.goto("/check");
    await person.page.getByRole("heading", { level: 1, name: "Check minutes" }).waitFor();
    return person;
  };
  const button = ({ page }: Person, name: string) => page.getByRole("button", { name, exact: true });
  /** The tracks that the page was given, as they are now. */
  const tracks = ({ page }: Person) =>
    page.evaluate(() => {
      const given = (globalThis as { givenTracks?: MediaStreamTrack[] }).givenTracks ?? [];
      return given.map(({ readyState }) => readyState);
    });
  const countTracks = ({ page }: Person) =>
    page.evaluate(() => {
      const given: MediaStreamTrack[] = [];
      (globalThis as { givenTracks?: MediaStreamTrack[] }).givenTracks = given;
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wish) => {
        const stream = await ask(wish);
        given.push(...stream.getTracks());
        return stream;
      };
    });

  beforeAll(async () => {
    const { people } = await makePartnership([["chair"]]);
    const vault = people[1]?.vault as Vault;
    proven = await provenMinutes(vault);
    const { bytes } = await signedFile(vault, proven.printed);
    open = decrypted(bytes, PASSWORD);
    last = Number(/Page 1 of (\d+)/.exec(textOf(open))?.[1]);
    world = await makeWorld();
    const page = greyPage(open, last, 150);
    holder = await make("Holder", filmOf(page));
    watcher = await make("Watcher", filmOf(page, "blank"));
    without = await make("Without", undefined);
  });

  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`paper-${task.name}`));
  });

  it("is read through the camera, checked, and the camera let go of", async () => {
    await countTracks(holder);
    await button(holder, "Use the camera").click();
    await says(holder, RIGHT);
    for (const word of proven.proof.keyWords)
      await holder.page.locator("ol", { hasText: word }).first().waitFor();
    expect(await tracks(holder)).toEqual(["ended"]);
    expect(await holder.page.locator("video").count()).toBe(0);
    await button(holder, "Use the camera").waitFor();
  });

  it("is looked for until somebody stops it, goes elsewhere or turns the page away", async () => {
    const { page } = watcher;
    await countTracks(watcher);
    await button(watcher, "Use the camera").click();
    await page.getByLabel("What the camera sees").waitFor();
    await phone.look(page, "check, the camera looks for the code");
    expect(await tracks(watcher)).toEqual(["live"]);
    await button(watcher, "Stop the camera").click();
    await expect.poll(() => tracks(watcher)).toEqual(["ended"]);
    await button(watcher, "Use the camera").click();
    await page.getByLabel("What the camera sees").waitFor();
    await page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await expect.poll(() => tracks(watcher)).toEqual(["ended", "ended"]);
  });

  it("is read off a photo by a device without a camera, askew and in shadow", async () => {
    const { page } = without;
    expect(await button(without, "Use the camera").count()).toBe(0);
    const png = withFile(open, (path, at) => {
      const out = join(at, "page");
      run("pdftoppm", [
        "-r",
        "200",
        "-png",
        "-singlefile",
        "-f",
        String(last),
        "-l",
        String(last),
        path,
        out,
      ]);
      return new Uint8Array(readFileSync(`${out}.png`));
    });
    const photo = await photoOf(page, png);
    await page
      .locator("#check-photo")
      .setInputFiles({ name: "paper.jpg", mimeType: "image/jpeg", buffer: photo });
    await says(without, RIGHT);
    await says(without, "The key that signed, in words");
    await phone.look(page, "check, read off a photo");
  });

  it("is not looked for through a camera that is refused, and the page says what else there is", async () => {
    const refuser = await make("Refuser", filmOf(greyPage(open, last, 150)), "no");
    await button(refuser, "Use the camera").click();
    await says(refuser, "The camera may not be used here");
    await phone.look(refuser.page, "check, the camera is refused");
    expect(await refuser.page.locator("video").count()).toBe(0);
    expect(refuser.watched.faults).toEqual([]);
    await refuser.close();
  });

  it("is not found where there is none, which is said in a way that helps", async () => {
    const { page } = without;
    const empty = Buffer.from("No picture at all");
    await page
      .locator("#check-photo")
      .setInputFiles({ name: "paper.jpg", mimeType: "image/jpeg", buffer: empty });
    await says(without, "No code was found in that photo");
  });

  it("is offered the camera by the service worker’s page as by the server’s, without a connection too", async () => {
    const { page } = holder;
    await page.goto("/");
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.goto("/check");
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await holder.offline(true);
    await page.goto("/check");
    await button(holder, "Use the camera").click();
    await says(holder, RIGHT);
    await holder.offline(false);
  });

  it("leaves no trace: nothing sent, no policy broken, and every screen fits", () => {
    expect(sent).toEqual([]);
    expect(phone.faults).toEqual([]);
    for (const { watched } of [holder, watcher, without]) expect(watched.faults).toEqual([]);
  });
});
