/** The page that checks minutes, in a real browser under the real policy: nobody signed in, and nothing sent. */
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import type { Vault } from "../../src/crypto/vault.ts";
import { PASSWORD } from "../documents/fixtures.ts";
import { provenMinutes, signedFile, type SignedTwice } from "../documents/printedMinutes.ts";
import { makePartnership } from "../support/vaults.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

describe("the page that checks minutes", () => {
  let world: World;
  let anybody: Person;
  let proven: SignedTwice;
  let bytes: Uint8Array<ArrayBuffer>;
  const sent: string[] = [];

  beforeAll(async () => {
    const { people } = await makePartnership([["chair"]]);
    const vault = people[1]?.vault as Vault;
    proven = await provenMinutes(vault);
    ({ bytes } = await signedFile(vault, proven.printed));
    world = await makeWorld();
    anybody = await world.makePerson("Anybody");
    anybody.page.on("request", (request) => {
      if (request.method() !== "GET" || request.url().includes(proven.proof.payload.slice(0, 20)))
        sent.push(`${request.method()} ${request.url()}`);
    });
  });

  afterAll(() => world.close());

  const choose = (file: Uint8Array) =>
    anybody.page
      .locator("#check-file")
      .setInputFiles({ name: "minutes.pdf", mimeType: "application/pdf", buffer: Buffer.from(file) });
  const says = (words: string) => anybody.page.getByText(words, { exact: true }).waitFor();

  it("opens from the code on paper, and says what the code alone can tell", async () => {
    onTestFailed(() => world.picture("check-code"));
    const { page } = anybody;
    await page.goto(`/check#${proven.proof.payload}`);
    await says("The signature in the code is right");
    expect(new URL(page.url()).hash).toBe("");
    for (const word of proven.proof.keyWords) await page.locator("ol", { hasText: word }).first().waitFor();
  });

  it("finds a PDF and its record right, and paper and file to be of one record", async () => {
    onTestFailed(() => world.picture("check-right"));
    await anybody.page.getByLabel("Password of the PDF, if it has one").fill(PASSWORD);
    await choose(bytes);
    await says("The file is as it was made");
    await says("The record is what was signed");
    await says("Paper and file are of the same record");
    for (const [width, scheme] of [
      [1280, "light"],
      [820, "dark"],
      [390, "light"],
    ] as const) {
      await anybody.page.emulateMedia({ colorScheme: scheme });
      await anybody.page.setViewportSize({ width, height: 900 });
      await world.picture(`check-right-${width}`);
    }
    await anybody.page.setViewportSize({ width: 1280, height: 900 });
  });

  it("notices a byte changed and a byte more", async () => {
    onTestFailed(() => world.picture("check-wrong"));
    const changed = bytes.slice();
    changed[2_000] = (changed[2_000] as number) ^ 1;
    await choose(changed);
    await says("The file was changed");
    await choose(new Uint8Array([...bytes, 10]));
    await says("Something was added to the file");
    await world.picture("check-added");
  });

  it("sent nothing, kept nothing, and broke no policy", async () => {
    expect(sent).toEqual([]);
    expect(anybody.watched.faults).toEqual([]);
    expect([...anybody.watched.hosts]).toHaveLength(1);
    const kept = await anybody.page.evaluate(async () => (await indexedDB.databases()).length);
    expect(kept).toBe(0);
  });

  it("is linked from where somebody arrives who belongs to no panel", async () => {
    onTestFailed(() => world.picture("check-arrival"));
    const { page } = anybody;
    await page.goto("/");
    const link = page.getByRole("link", { name: "Check whether they are the ones that were signed" });
    await link.waitFor();
    for (const width of [1280, 820, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await world.picture(`check-arrival-${width}`);
    }
    await link.click();
    await page.getByRole("heading", { level: 1, name: "Check minutes" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/check");
    expect(anybody.watched.faults).toEqual([]);
  });
});
