/**
 * The certificate of an organisation, all the way by the screens: brought by the chair under Settings, refused where it cannot be
 * used, and found again by `pdfsig` and by the page that checks in the minutes that the chair then hands over.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensure } from "../../demo/ensure.ts";
import type { OpenSession } from "../../src/app/session.ts";
import { addDays } from "../../src/domain/days.ts";
import { londonDateOf } from "../../src/domain/londonTime.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { run, withFile } from "../documents/tools.ts";
import type { Device } from "../support/device.ts";
import { issue, type Issued, ISSUER, ORGANISATION } from "../support/organisation.ts";
import { makeWatcher } from "./support/looks.ts";
import { foundPanel, joinByLink, releasedMeeting, startedCase } from "./support/meetingWorld.ts";
import { takePdf, type TakenPdf } from "./support/takePdf.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

const CHAIR = "Charlie Chair";
const SUBJECT = "Person Rowan (invented)";
/** Places in the list of BIP-39 of words with three letters. */
const SHORT_WORDS = [19, 25, 38, 42, 43, 51, 81, 93];

describe("the certificate of an organisation, by the screens", () => {
  let world: World;
  let device: Device;
  let lead: OpenSession;
  let chair: Person;
  let anybody: Person;
  const folders: string[] = [];
  const desk = makeWatcher("mouse", () => [SUBJECT, CHAIR]);

  const issued = (kind: Parameters<typeof issue>[1], days?: number): Issued => {
    const folder = mkdtempSync(join(tmpdir(), "certificate-"));
    folders.push(folder);
    return issue(folder, kind, days);
  };
  const says = ({ page }: Person, text: string | RegExp) =>
    page.locator("main").getByText(text).first().waitFor({ timeout: 60_000 });
  const openSettings = async (): Promise<void> => {
    await chair.page.getByRole("link", { name: "Settings" }).first().click();
    await chair.page.getByRole("heading", { name: "Certificate of your organisation" }).waitFor();
  };
  const choose = async (...texts: readonly string[]): Promise<void> => {
    const files = texts.map((text, at) => ({
      name: `organisation-${at}.pem`,
      mimeType: "application/x-pem-file",
      buffer: Buffer.from(text),
    }));
    await chair.page.locator("#own-certificate").setInputFiles(files);
  };
  const openMinutes = async ({ page }: Person): Promise<void> => {
    await page.getByRole("link", { name: "Home" }).first().click();
    await page
      .getByRole("link", { name: /at 10:00, / })
      .first()
      .click({ timeout: 60_000 });
    await page.getByRole("link", { name: "Minutes", exact: true }).click({ timeout: 60_000 });
    await page.getByRole("heading", { level: 1, name: /Minutes of / }).waitFor();
  };
  /** Poppler's commands take passwords of 32 characters and the app's are longer: the next one drawn is of eight short words. */
  const takeWithShortWords = async (): Promise<TakenPdf> => {
    await chair.page.evaluate((words) => {
      const draw = crypto.getRandomValues.bind(crypto);
      const once: typeof draw = (array) => {
        if (!(array instanceof Uint8Array) || array.length !== words.length * 2) return draw(array);
        crypto.getRandomValues = draw;
        array.set(words.flatMap((word) => [word >> 8, word & 255]));
        return array;
      };
      crypto.getRandomValues = once;
    }, SHORT_WORDS);
    const taken = await takePdf(chair.page);
    expect(taken.password.length).toBeLessThanOrEqual(32);
    return taken;
  };
  const pdfsig = ({ bytes, password }: TakenPdf): string =>
    withFile(bytes, (path) => run("pdfsig", ["-upw", password, path]).out);

  /** By somebody who belongs to no panel, with the password they were told. */
  const checkOutside = async ({ bytes, password }: TakenPdf): Promise<void> => {
    const { page } = anybody;
    await page.goto("/check");
    await page.getByLabel("Password of the PDF, if it has one").fill(password);
    await page
      .locator("#check-file")
      .setInputFiles({ name: "minutes.pdf", mimeType: "application/pdf", buffer: Buffer.from(bytes) });
    await says(anybody, "The file is as it was made");
    await says(anybody, "The record is what was signed");
  };
  const factOf = (key: string) =>
    anybody.page.locator(".govuk-summary-list__row", { hasText: key }).locator("dd").innerText();

  beforeAll(async () => {
    world = await makeWorld();
    ({ device, lead } = await foundPanel(world, ashfield));
    chair = await world.makePerson(CHAIR, { viewport: { width: 1280, height: 900 } });
    anybody = await world.makePerson("Anybody");
    await joinByLink(lead, chair, "Testshire", ["chair"]);
    const date = addDays(londonDateOf(Date.now()), 3);
    const key = `ashfield-${date}`;
    const line = await startedCase(lead, "ashfield", SUBJECT, "ASH-7K3M9");
    const meeting = { key, definition: "ashfield", date, start: "10:00" };
    await releasedMeeting(lead, meeting, [line], [CHAIR]);
    const reason = "";
    ensure(await lead.noteCase(line.case, [{ type: "decided", meeting: key, decision: "suitable", reason }]));
    await lead.syncNow();
  });

  afterAll(async () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    await device.close();
    await world.close();
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`certificate-${task.name}`));
  });

  it("is refused where it cannot be used, in words for who brought it", async () => {
    const own = issued("ec:P-256");
    const locked = withFile(
      new TextEncoder().encode(own.key),
      (path) => run("openssl", ["pkcs8", "-topk8", "-in", path, "-passout", "pass:one"]).out,
    );
    await openSettings();
    for (const [texts, title] of [
      [[own.certificate], "The certificate’s key is missing"],
      [[locked, own.certificate], "The certificate’s key has a password"],
      [[issued("ec:P-256").key, own.certificate], "The certificate and the key do not belong together"],
      [[issued("ec:P-256", -1).pem], "The certificate has run out"],
    ] as const) {
      await choose(...texts);
      await says(chair, title);
      await says(chair, "Nothing was kept, and nothing left this device.");
    }
    await desk.look(chair.page, "settings, a certificate refused");
    const { page } = chair;
    await page.getByRole("button", { name: "Choose a certificate and its key" }).waitFor();
    expect(await page.getByText("Signs as", { exact: true }).count()).toBe(0);
  });

  it("is kept, and says whom it names, by whom it was issued and how long it lasts", async () => {
    await choose(issued("ec:P-256").pem);
    await says(chair, /^Kept\. PDFs of minutes/);
    for (const words of [ORGANISATION, ISSUER, "Valid until"]) await says(chair, words);
    expect(await chair.page.getByText("The certificate has run out").count()).toBe(0);
    await desk.look(chair.page, "settings, a certificate kept");
  });

  it("signs the minutes that the chair hands over: pdfsig names it, and so does the page that checks", async () => {
    const { page } = chair;
    await openMinutes(chair);
    await page.getByRole("button", { name: "Read to the end and sign" }).click();
    await page.getByLabel("By typing my name").check();
    await page.getByLabel("I have read the minutes to the end").check();
    await page.getByRole("button", { name: "Sign the minutes" }).click();
    await says(chair, /Signed by Charlie Chair, Worker/);
    const taken = await takeWithShortWords();
    const said = pdfsig(taken);
    for (const words of ["Signature is Valid.", "Total document signed"]) expect(said).toContain(words);
    expect(said).toContain(`Signer Certificate Common Name: ${ORGANISATION}`);
    await checkOutside(taken);
    expect(await factOf("Signed with")).toBe(ORGANISATION);
    expect(await factOf("Issued, as it says, by")).toBe(ISSUER);
    await says(anybody, /does not look up whether the certificate was withdrawn/);
    await desk.look(anybody.page, "check, a file of an organisation");
  });

  it("gives way to another with an RSA key, and to the device’s own key when it is removed", async () => {
    const { page } = chair;
    await openSettings();
    await choose(issued("rsa:2048").pem);
    await says(chair, /^Kept\. PDFs of minutes/);
    await openMinutes(chair);
    const byRsa = await takeWithShortWords();
    expect(pdfsig(byRsa)).toContain("Signature is Valid.");
    expect(pdfsig(byRsa)).toContain(`Signer Certificate Common Name: ${ORGANISATION}`);
    await checkOutside(byRsa);
    expect(await factOf("Signed with")).toBe(ORGANISATION);

    await openSettings();
    await page.getByRole("button", { name: "Remove the certificate" }).click();
    await says(chair, /^Removed\. /);
    await openMinutes(chair);
    const byDevice = await takeWithShortWords();
    expect(pdfsig(byDevice)).toContain("Signature is Valid.");
    expect(pdfsig(byDevice)).toMatch(/Signer Certificate Common Name: Confer file key/);
    await checkOutside(byDevice);
    expect(await anybody.page.getByText("Issued, as it says, by").count()).toBe(0);
  });

  it("tells nothing in an address or a title, and fits every screen", () => {
    expect(desk.faults).toEqual([]);
    expect([...chair.watched.faults, ...anybody.watched.faults]).toEqual([]);
  });
});
