/** Checks minutes for whoever has them, without a session: the vault's calls that need no key, and the reader of PDFs. */
import type { Bytes } from "../domain/bytes.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import type { Enclosed } from "../documents/guard/readEnclosed.ts";
import { readSignedBytes } from "../documents/signedBytes.ts";
import { readRecordFile } from "../forms/minutes/recordFile.ts";
import type { Checker, FileJudgement, Judged, PaperCode, RecordJudgement } from "./checkTypes.ts";

export type CheckerParts = {
  readonly vault: Pick<VaultPort, "checkFile" | "checkRecord" | "hashMinutes" | "readCode" | "sha256">;
  readonly readEnclosed: (file: Bytes, password: string) => Promise<Enclosed>;
};

type Named = { readonly name: string; readonly bytes: Bytes };

const LARGEST_BYTES = 200 * 1024 * 1024;
const WORDS = 8;

export function makeChecker({ vault, readEnclosed }: CheckerParts): Omit<Checker, "readPicture"> {
  const judgeFile = async (bytes: Bytes): Promise<FileJudgement> => {
    const read = readSignedBytes(bytes);
    if (read.kind === "none") return { kind: "unsigned" };
    if (read.kind !== "signed") return { kind: read.kind };
    const checked = await vault.checkFile(read.covered, read.signature);
    return checked.kind === "right" && !read.whole ? { kind: "added" } : checked;
  };

  const judgeRecord = async (files: readonly Named[]): Promise<RecordJudgement | undefined> => {
    const texts = files.map(({ name, bytes }) => ({ name, bytes, text: new TextDecoder().decode(bytes) }));
    const ending = (end: string) => texts.find(({ name }) => name.toLowerCase().endsWith(end));
    const signature = ending(".minisig");
    // The file that the signature is named after; else the one that is a record.
    const file =
      texts.find(({ name }) => signature?.name.toLowerCase() === `${name.toLowerCase()}.minisig`) ??
      texts.find(({ text }) => readRecordFile(text) !== undefined);
    if (!file) return undefined;
    const checked = await vault.checkRecord(file.bytes, signature?.text, ending(".pub")?.text);
    const record = readRecordFile(file.text);
    const named = record?.cases.map(({ hash }) => hash);
    const whole = record !== undefined && (await vault.hashMinutes(record.minutes, named)) === record.hash;
    const others = texts.filter((each) => each !== file && /case.*\.json$/i.test(each.name));
    const cases = await Promise.all(
      others.map(async ({ name, text }) => {
        const sha256 = await vault.sha256(text);
        const known = record?.cases.some((each) => each.sha256 === sha256) ?? false;
        return { name, state: known ? ("right" as const) : ("foreign" as const) };
      }),
    );
    return { ...checked, record, whole, cases };
  };

  return {
    async judge(files, password): Promise<Judged> {
      if (files.some(({ size }) => size > LARGEST_BYTES))
        return { file: undefined, missing: "damaged", record: undefined };
      const read = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      );
      const pdf = read.find(({ bytes }) => isPdf(bytes));
      const file = pdf && (await judgeFile(pdf.bytes));
      const enclosed = pdf && (await readEnclosed(pdf.bytes, password));
      const inside = enclosed?.kind === "opened" ? enclosed.files.map(ownBytes) : [];
      const record = await judgeRecord([...read.filter((each) => each !== pdf), ...inside]);
      const why = enclosed && enclosed.kind !== "opened" ? enclosed.kind : "none";
      return { file, record, missing: record ? undefined : why };
    },

    async readCode(typed): Promise<PaperCode> {
      const text = typed.trim();
      const payload = text.slice(text.indexOf("#") + 1);
      const code = await vault.readCode(payload);
      if (code) return { kind: "link", code };
      const words = text
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter((word) => word !== "");
      if (words.length === WORDS && !/\d/.test(text)) return { kind: "words", text: words.join(" ") };
      const short = text.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
      return /^[\dA-Z]{16}$/.test(short) ? { kind: "short", text: short } : { kind: "none" };
    },
  };
}

const ownBytes = ({ name, bytes }: { name: string; bytes: Uint8Array }): Named => ({
  name,
  bytes: new Uint8Array(bytes),
});

/** Readers look for the mark in the first kilobyte. */
function isPdf(bytes: Bytes): boolean {
  let head = "";
  for (const byte of bytes.subarray(0, 1024)) head += String.fromCharCode(byte);
  return head.includes("%PDF-");
}
