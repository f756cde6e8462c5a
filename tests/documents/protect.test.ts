import { describe, expect, it } from "vitest";
import { PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { PDFDocument } from "@cantoo/pdf-lib";
import { makeOpenPdf } from "../../src/documents/openPdf.ts";
import { protect, saveOpen } from "../../src/documents/pdf/protect.ts";
import { renderPdf } from "../../src/documents/pdf/render.ts";
import { makeReferralDocument } from "../../src/documents/referral.ts";
import { makeReferralPdf } from "../../src/documents/referralPdf.ts";
import { PASSWORD, SEEDED, fonts, meta, snapshot } from "./fixtures.ts";
import { readStructure, textValue } from "./structure.ts";
import { decrypted, leaks, run, textOf, withFile } from "./tools.ts";

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const model = makeReferralDocument(snapshot, meta);

async function made(password = PASSWORD): Promise<Uint8Array> {
  const outcome = await makeReferralPdf({ snapshot, meta, password }, fonts, random);
  if (outcome.kind !== "made") throw new Error("The password was refused");
  return outcome.bytes;
}

const bytes = await made();

describe("a protected referral [ASH-76]", () => {
  it("is encrypted with AES-256, revision 6, in streams, strings and files", () => {
    const shown = withFile(
      bytes,
      (path) => run("qpdf", [`--password=${PASSWORD}`, "--show-encryption", path]).out,
    );
    expect(shown).toMatch(/^R = 6$/m);
    expect(shown.match(/encryption method: AESv3$/gm)).toHaveLength(3);
  });

  it("may be printed, copied and read by a screen reader, and not changed", () => {
    const shown = withFile(
      bytes,
      (path) => run("qpdf", [`--password=${PASSWORD}`, "--show-encryption", path]).out,
    );
    expect(shown).toContain("extract for accessibility: allowed");
    expect(shown).toContain("extract for any purpose: allowed");
    expect(shown).toContain("print high resolution: allowed");
    expect(shown).toContain("modify anything: not allowed");
    expect(shown).toContain("Supplied password is user password");
    expect(shown).not.toContain("Supplied password is owner password");
  });

  it("opens with its password, without a complaint from qpdf", () => {
    withFile(bytes, (path) => {
      expect(run("qpdf", ["--requires-password", path]).code).toBe(0);
      expect(run("qpdf", [`--password=${PASSWORD}`, "--check", path])).toMatchObject({ code: 0, error: "" });
      expect(run("pdftotext", ["-upw", PASSWORD, path, "-"]).out).toContain("Siân Gŵynedd");
    });
  });

  it.each(["otter-kettle-maple-48", "", "owner"])("does not open with %j", (wrong) => {
    withFile(bytes, (path) => {
      expect(run("qpdf", [`--password=${wrong}`, "--check", path]).code).toBe(2);
      expect(run("pdfinfo", ["-upw", wrong, path]).code).toBe(1);
      expect(run("pdftotext", ["-upw", wrong, path, "-"]).out).toBe("");
    });
  });

  it("shows no word of the record in its bytes", () => {
    expect(leaks(bytes, SEEDED)).toEqual([]);
  });

  it("leaves no readable string outside its streams", () => {
    const outside = Buffer.from(bytes)
      .toString("latin1")
      .replaceAll(/stream\r?\n[\s\S]*?endstream/g, "")
      .replaceAll(/\/(?:O|U|OE|UE|Perms)\s*<[0-9A-Fa-f]*>/g, "")
      .replaceAll(/\/ID\s*\[[^\]]*\]/g, "");
    expect(outside.match(/\([^)]{2,}\)|<FEFF[0-9A-Fa-f]*>/g) ?? []).toEqual([]);
  });

  it("still says its title and language once it is opened", async () => {
    const { pdf, problems } = await readStructure(decrypted(bytes, PASSWORD));
    expect(pdf.getTitle()).toBe("Referral ACC-2026-014, Ashfield Complex Case Panel");
    expect(textValue(pdf.catalog.lookup(PDFName.of("Lang")))).toBe("en-GB");
    expect(problems).toEqual([]);
  });

  it("differs each time, since its keys do", async () => {
    expect(Buffer.from(await made()).equals(Buffer.from(bytes))).toBe(false);
  });
});

/** A document with strings where a careless save leaves them readable: in the catalog and on a page. */
async function withDirectStrings(): Promise<PDFDocument> {
  const { pdf } = await renderPdf(model, fonts);
  pdf.catalog.set(PDFName.of("Lang"), PDFString.of("en-GB"));
  pdf.getPage(0).node.set(PDFName.of("Seed"), PDFHexString.fromText("Kestrel"));
  return pdf;
}

describe("the leak scan", () => {
  it("finds a word as soon as strings are not moved before encryption", async () => {
    const pdf = await withDirectStrings();
    await pdf.flush();
    pdf.encrypt({ userPassword: PASSWORD, ownerPassword: "another-owner-password" });
    const careless = await pdf.save({ useObjectStreams: true });
    expect(leaks(careless, SEEDED)).toEqual(["Kestrel as hex utf16be", "en-GB as latin1", "en-GB as utf8"]);
  });

  it("finds nothing in the same document saved through the one place that does", async () => {
    const outcome = await protect(await withDirectStrings(), PASSWORD, random);
    if (outcome.kind !== "protected") throw new Error("The password was refused");
    expect(leaks(outcome.bytes, SEEDED)).toEqual([]);
    const { pdf: read } = await readStructure(decrypted(outcome.bytes, PASSWORD));
    expect(textValue(read.getPage(0).node.lookup(PDFName.of("Seed")))).toBe("Kestrel");
  });

  it("would see words in a file that is not encrypted", async () => {
    const { pdf } = await renderPdf(model, fonts);
    expect(leaks(await pdf.save({ useObjectStreams: false }), ["en-GB"])).not.toEqual([]);
  });
});

describe("saving", () => {
  it.each(["", "short", "dŵr-kettle-maple", "x7-".repeat(22), "aaaaaaaaaaaaaa"])(
    "refuses the password %j",
    async (password) => {
      const outcome = await makeReferralPdf({ snapshot, meta, password }, fonts, random);
      expect(outcome.kind).toBe("password-refused");
      const { pdf } = await renderPdf(model, fonts);
      expect((await protect(pdf, password, random)).kind).toBe("password-refused");
    },
  );

  it("opens with a password of 64 characters", async () => {
    const long = "otter kettle maple quartz bramble lantern pebble thicket harbo47";
    expect(long).toHaveLength(64);
    expect(textOf(decrypted(await made(long), long))).toContain("Gŵynedd");
  });

  it("happens once: a second time would encrypt what is encrypted", async () => {
    const { pdf } = await renderPdf(model, fonts);
    await protect(pdf, PASSWORD, random);
    await expect(protect(pdf, PASSWORD, random)).rejects.toThrow(/saved once/);
    await expect(saveOpen(pdf)).rejects.toThrow(/saved once/);
  });

  it("in clear gives the same bytes for the same record", async () => {
    const [one, again] = [await makeOpenPdf(model, fonts), await makeOpenPdf(model, fonts)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(again.bytes))).toBe(true);
  });
});
