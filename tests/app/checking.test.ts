/** The page that checks minutes: what it makes of files, records and codes, with a vault that nobody unlocked. */
import { beforeAll, describe, expect, it } from "vitest";
import { isSameRecord } from "../../src/app/checkTypes.ts";
import { makeChecker } from "../../src/app/checking.ts";
import { createVault, type Vault } from "../../src/crypto/vault.ts";
import { inThread } from "../../src/crypto/vaultPort.ts";
import { readEnclosed } from "../../src/documents/guard/readEnclosed.ts";
import { PASSWORD } from "../documents/fixtures.ts";
import { ORIGIN, provenMinutes, signedFile, type SignedTwice } from "../documents/printedMinutes.ts";
import { makePartnership, testSettings } from "../support/vaults.ts";

let proven: SignedTwice;
let bytes: Uint8Array<ArrayBuffer>;
const checker = makeChecker({ vault: inThread(await createVault(testSettings)), readEnclosed });

beforeAll(async () => {
  const { people } = await makePartnership([["chair"]]);
  const vault = people[1]?.vault as Vault;
  proven = await provenMinutes(vault);
  ({ bytes } = await signedFile(vault, proven.printed));
});

const pdf = (content: Uint8Array<ArrayBuffer> = bytes): File => new File([content], "minutes.pdf");
const text = (name: string, content: string): File => new File([content], name);
const loose = (record = proven.record): File[] => [
  text("minutes-record.json", record),
  text("minutes-record.json.minisig", proven.proof.signatureFile),
  text("minutes-record.pub", proven.proof.publicKeyFile),
];

describe("checking a PDF", () => {
  it("finds file, record and case right, and names the key that signed", async () => {
    const judged = await checker.judge([pdf()], PASSWORD);
    expect(judged.file?.kind).toBe("right");
    expect(judged.record).toMatchObject({
      signature: "right",
      whole: true,
      cases: [{ name: "case-1.json", state: "right" }],
      words: proven.proof.words,
      keyWords: proven.proof.keyWords,
    });
    expect(judged.record?.record?.name).toBe("Charlie Chair");
  });

  it("judges the file without its password, and says that the record needs it", async () => {
    for (const password of ["", "another passphrase"]) {
      const judged = await checker.judge([pdf()], password);
      expect([judged.file?.kind, judged.missing, judged.record]).toEqual(["right", "locked", undefined]);
    }
  });

  it("tells a changed file from one that something was added to, and both from one without a signature", async () => {
    const changed = bytes.slice();
    changed[2_000] = (changed[2_000] as number) ^ 1;
    const kindOf = async (content: Uint8Array<ArrayBuffer>) =>
      (await checker.judge([pdf(content)], "")).file?.kind;
    expect(await kindOf(changed)).toBe("changed");
    expect(await kindOf(new Uint8Array([...bytes, 10]))).toBe("added");
    expect(await kindOf(new TextEncoder().encode("%PDF-1.7\n%%EOF"))).toBe("unsigned");
    const twice = new Uint8Array([...bytes, ...new TextEncoder().encode("/ByteRange [0 1 2 3]")]);
    expect(await kindOf(twice)).toBe("several");
  });

  it("takes no range that leaves out more than a signature", async () => {
    const at = Buffer.from(bytes).indexOf("/ByteRange");
    const wide = bytes.slice();
    wide.set(new TextEncoder().encode("/ByteRange [ 0 1 20"), at);
    expect((await checker.judge([pdf(wide)], "")).file?.kind).toBe("odd");
  });
});

describe("checking a record by itself", () => {
  it("finds it right with its signature and key, and says what is missing without", async () => {
    expect((await checker.judge(loose(), "")).record).toMatchObject({ signature: "right", whole: true });
    expect((await checker.judge(loose().slice(0, 1), "")).record?.signature).toBe("none");
    expect(await checker.judge([text("holiday.txt", "Sun")], "")).toEqual({
      file: undefined,
      missing: "none",
      record: undefined,
    });
  });

  it("finds it wrong with a byte changed, or a byte more", async () => {
    for (const changed of [proven.record.replace("Charlie", "Charlje"), `${proven.record} `])
      expect((await checker.judge(loose(changed), "")).record?.signature).toBe("wrong");
  });

  it("finds a file of a case foreign that was changed", async () => {
    const judged = await checker.judge([...loose(), text("case-1.json", "{}")], "");
    expect(judged.record?.cases).toEqual([{ name: "case-1.json", state: "foreign" }]);
  });
});

describe("what stands on paper", () => {
  it("is read as a link, words or a short code, however it was typed, and compared with the record", async () => {
    const { words, code, payload } = proven.proof;
    const typed = [
      `${ORIGIN}/check#${payload}`,
      payload,
      words.join(" ").toUpperCase(),
      words.join(", "),
      code.toLowerCase().replaceAll("0", "o"),
      code.replaceAll("-", " "),
    ];
    for (const each of typed) {
      expect(isSameRecord(await checker.readCode(each), proven.proof), each).toBe(true);
      expect(isSameRecord(await checker.readCode(each), { words: [], code: "" }), each).toBe(false);
    }
    expect((await checker.readCode("seven words are not enough for that")).kind).toBe("none");
    expect((await checker.readCode(payload.slice(1))).kind).toBe("none");
  });
});
