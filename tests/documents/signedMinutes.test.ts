/** Minutes signed twice over, asked of other people's tools: pdfsig, openssl and minisign. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../src/documents/photo/codeIn.ts";
import { readSignedBytes } from "../../src/documents/signedBytes.ts";
import type { Vault } from "../../src/crypto/vault.ts";
import { makePartnership } from "../support/vaults.ts";
import { PASSWORD } from "./fixtures.ts";
import { ORIGIN, provenMinutes, signedFile, type SignedTwice } from "./printedMinutes.ts";
import { all, readStructure } from "./structure.ts";
import { decrypted, greyPage, leaks, run, textOf, withFile } from "./tools.ts";

let vault: Vault;
let proven: SignedTwice;
let bytes: Uint8Array<ArrayBuffer>;
let sealed: string;

beforeAll(async () => {
  const { people } = await makePartnership([["chair"]]);
  vault = people[1]?.vault as Vault;
  proven = await provenMinutes(vault);
  ({ bytes, sealed } = await signedFile(vault, proven.printed));
});

/** pdfsig's exit code does not tell a broken signature from a good one: its words do. */
const pdfsig = (file: Uint8Array): string =>
  withFile(file, (path) => run("pdfsig", ["-upw", PASSWORD, path]).out);

const GOOD = ["Signature is Valid.", "Total document signed"];
const says = (file: Uint8Array): boolean => GOOD.every((words) => pdfsig(file).includes(words));

/** What our own page makes of a file. */
async function judged(file: Uint8Array): Promise<string> {
  const read = readSignedBytes(file);
  if (read.kind !== "signed") return read.kind;
  const { kind } = await vault.checkFile(read.covered, read.signature);
  return read.whole ? kind : `${kind}, and more after it`;
}

/** The files inside, with the folder that they were saved in for as long as `use` runs. */
const withEnclosed = <T>(use: (folder: string) => T): T =>
  withFile(bytes, (path, folder) => {
    const ran = run("pdfdetach", ["-upw", PASSWORD, "-saveall", "-o", folder, path]);
    expect(ran.error).toBe("");
    return use(folder);
  });

const flipped = (file: Uint8Array, at: number): Uint8Array => {
  const other = file.slice();
  other[at] = (other[at] as number) ^ 1;
  return other;
};

describe("the signature over the file", () => {
  it("is valid for pdfsig, over the whole encrypted file, by a name that is nobody’s", () => {
    const said = pdfsig(bytes);
    for (const words of [...GOOD, "ETSI.CAdES.detached", "SHA-256"]) expect(said).toContain(words);
    expect(said).toMatch(/Signer Certificate Common Name: Confer file key [\dA-F]{4}-[\dA-F]{4}\n/);
    expect(leaks(bytes, ["Charlie", "Chair", "Alder", "Ashfield", "minutes-record", "case-1"])).toEqual([]);
  });

  it("is valid for openssl as CAdES", () => {
    const read = readSignedBytes(bytes);
    if (read.kind !== "signed") throw new Error(read.kind);
    withFile(read.covered, (content, folder) => {
      const signature = join(folder, "signature.der");
      const whole = read.signature.slice(0, 4 + (read.signature[2] ?? 0) * 256 + (read.signature[3] ?? 0));
      writeFileSync(signature, whole);
      const printed = run("openssl", ["pkcs7", "-inform", "DER", "-in", signature, "-print_certs"]).out;
      expect(printed).toContain("Confer file key");
      const trusted = join(folder, "certificate.pem");
      writeFileSync(trusted, printed);
      const verify = ["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-CAfile", trusted];
      const files = ["-in", signature, "-content", content, "-out", join(folder, "out")];
      // "any": openssl knows no purpose of signing documents.
      const ran = run("openssl", [...verify, "-purpose", "any", ...files]);
      expect(ran.error).toContain("CAdES Verification successful");
      expect(ran.code).toBe(0);
    });
  });

  it("is found right by the page that checks, with dates within which it was made", async () => {
    const read = readSignedBytes(bytes);
    if (read.kind !== "signed") throw new Error(read.kind);
    const checked = await vault.checkFile(read.covered, read.signature);
    if (checked.kind !== "right") throw new Error(checked.kind);
    expect(checked.certificate.fromMs).toBeLessThan(Date.now());
    expect(checked.certificate.untilMs).toBeGreaterThan(Date.now());
  });

  it("misses no byte that was flipped, added or taken away, wherever it is", async () => {
    const read = readSignedBytes(bytes);
    if (read.kind !== "signed") throw new Error(read.kind);
    const inSignature = Buffer.from(bytes).indexOf("/Contents <") + 30;
    const places = [9, 1_500, bytes.length >> 1, bytes.length - 300, inSignature];
    for (const at of places) {
      const other = flipped(bytes, at);
      expect(says(other), `pdfsig, byte ${at}`).toBe(false);
      expect(await judged(other), `byte ${at}`).not.toBe("right");
    }
    const longer = new Uint8Array([...bytes, 10]);
    expect(pdfsig(longer)).toContain("Not total document signed");
    expect(await judged(longer)).toBe("right, and more after it");
    expect(await judged(bytes.slice(0, -1))).not.toBe("right");
  });

  it("does not outlive a second save", async () => {
    const again = withFile(bytes, (path, folder) => {
      const out = join(folder, "again.pdf");
      run("qpdf", [`--password=${PASSWORD}`, path, out]);
      return new Uint8Array(readFileSync(out));
    });
    expect(says(again)).toBe(false);
    expect(await judged(again)).not.toBe("right");
  });

  it("is made by the same key each time on one device, and by another where that key cannot be opened", async () => {
    const nameIn = (file: Uint8Array) => /Common Name: (.*)/.exec(pdfsig(file))?.[1];
    const second = await signedFile(vault, proven.printed, { sealed });
    expect(second.sealed).toBe(sealed);
    expect(nameIn(second.bytes)).toBe(nameIn(bytes));
    const other = await signedFile(vault, proven.printed, { sealed: `${sealed.slice(0, -4)}AAAA` });
    expect(other.sealed).not.toBe(sealed);
    expect(nameIn(other.bytes)).not.toBe(nameIn(bytes));
  });

  it("leaves the structure whole: the field is in it, with words", async () => {
    const { tree, problems } = await readStructure(decrypted(bytes, PASSWORD));
    expect(problems).toEqual([]);
    expect(all(tree, "Form").map(({ alt }) => alt)).toEqual([
      "Shows whether this file was changed after it was made",
    ]);
  });
});

describe("the signature over the record", () => {
  it("is right for minisign, and every case for sha256sum, from what lies in the file", () => {
    withEnclosed((folder) => {
      expect(readdirSync(folder).filter((name) => name !== "file.pdf")).toEqual([
        "case-1.json",
        "how-to-check.txt",
        "minutes-record.json",
        "minutes-record.json.minisig",
        "minutes-record.pub",
      ]);
      const record = join(folder, "minutes-record.json");
      expect(readFileSync(record, "utf8")).toBe(proven.record);
      const ran = run("minisign", ["-V", "-m", record, "-p", join(folder, "minutes-record.pub")]);
      expect(ran.code).toBe(0);
      expect(ran.out).toContain("Trusted comment: Confer minutes record 1, signed on 2026-11-27");
      const { out } = run("sha256sum", [join(folder, "case-1.json")]);
      const { cases } = JSON.parse(proven.record) as { cases: { sha256: string }[] };
      expect(out.split(" ")[0]).toBe(cases[0]?.sha256);
    });
  });

  it.each([
    ["one flipped byte", (text: string) => text.replace("Charlie", "Charlje")],
    ["one byte more", (text: string) => `${text}\n`],
    ["a second save by another program", (text: string) => JSON.stringify(JSON.parse(text), null, 4)],
  ])("breaks with %s, for minisign and for the page", (_, change) => {
    withEnclosed((folder) => {
      const record = join(folder, "minutes-record.json");
      const changed = change(readFileSync(record, "utf8"));
      writeFileSync(record, changed);
      expect(run("minisign", ["-V", "-m", record, "-p", join(folder, "minutes-record.pub")]).code).not.toBe(
        0,
      );
      const { signatureFile, publicKeyFile } = proven.proof;
      const check = (text: string) =>
        vault.checkRecord(new TextEncoder().encode(text), signatureFile, publicKeyFile);
      expect(check(changed)).toMatchObject({ signature: "wrong" });
      expect(check(changed).words).not.toEqual(proven.proof.words);
      expect(check(proven.record)).toMatchObject({ signature: "right", words: proven.proof.words });
    });
  });

  it("breaks with a changed comment or signature file, and says what it cannot read", () => {
    const { signatureFile, publicKeyFile } = proven.proof;
    const record = new TextEncoder().encode(proven.record);
    const check = (text: string) => vault.checkRecord(record, text, publicKeyFile).signature;
    expect(check(signatureFile.replace("2026-11-27", "2026-11-28"))).toBe("wrong");
    expect(check(`${signatureFile}x`)).toBe("unreadable");
    expect(check("")).toBe("unreadable");
    expect(vault.checkRecord(record, undefined, publicKeyFile).signature).toBe("none");
  });

  it("stands on paper, and is read off it: printed, scanned at 150 to the inch, and checked", () => {
    const open = decrypted(bytes, PASSWORD);
    const text = textOf(open);
    expect(text).toContain("How to check these minutes");
    expect(text).toContain(proven.proof.words.join(" "));
    expect(text).toContain(proven.proof.code);
    const pages = Number(/Page 1 of (\d+)/.exec(text)?.[1]);
    for (const dotsPerInch of [150, 200]) {
      const link = codeOf(greyPage(open, pages, dotsPerInch), 0) ?? "";
      const payload = link.slice(`${ORIGIN}/check#`.length);
      expect(link).toBe(`${ORIGIN}/check#${proven.proof.payload}`);
      expect(vault.readCode(payload)).toMatchObject({
        right: true,
        words: proven.proof.words,
        code: proven.proof.code,
      });
    }
  });

  it("is wrong in a code of which any part was changed, and no code at all when cut", () => {
    const { payload } = proven.proof;
    for (const at of [10, 100, 150, 210]) {
      const letter = payload[at] === "A" ? "B" : "A";
      const read = vault.readCode(payload.slice(0, at) + letter + payload.slice(at + 1));
      expect(read?.right, `letter ${at}`).toBe(false);
    }
    expect(vault.readCode(payload.slice(0, -1))).toBeUndefined();
    expect(vault.readCode(`${payload}A`)).toBeUndefined();
  });

  it("is by a key that is the person’s own on every device, and signs for nobody who is locked out", async () => {
    const again = await provenMinutes(vault);
    expect(again.proof.keyWords).toEqual(proven.proof.keyWords);
    expect(again.proof.payload).toBe(proven.proof.payload);
    const { people } = await makePartnership([["chair"]]);
    const other = people[1]?.vault as Vault;
    expect((await provenMinutes(other)).proof.keyWords).not.toEqual(proven.proof.keyWords);
    other.lock();
    expect(() => other.proveRecord("x", "y")).toThrow();
    await expect(other.signFile(new Uint8Array(1), undefined)).rejects.toThrow();
  });
});
