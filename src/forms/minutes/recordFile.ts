/**
 * The record of minutes as a file: what the chair signed, in one text that is the same on every device, so that its
 * signature can be checked without Confer. It holds what is said of the meeting, and of each case two hashes: so whoever
 * may not read a case has the same file. Source: docs/protocol.md section 10.
 */
import { z } from "zod";

const FORMAT = "confer-minutes-record/1";

const Drawn = z.object({ width: z.number(), height: z.number(), strokes: z.array(z.array(z.number())) });

/** Strict: a field that this version does not know is signed words that it could not show. */
const RecordFile = z.strictObject({
  format: z.literal(FORMAT),
  name: z.string(),
  position: z.string(),
  /** ISO day. */
  on: z.string(),
  how: z.enum(["drawn", "typed", "none"]),
  meaning: z.string(),
  /** Why these replace earlier minutes; "" where they do not. */
  reason: z.string(),
  signature: Drawn.optional(),
  /** Names `minutes` and `cases` together: docs/protocol.md section 9. */
  hash: z.string(),
  /** In the order heard. `sha256`: of the case's own file, in hexadecimal. */
  cases: z.array(z.strictObject({ item: z.string(), hash: z.string(), sha256: z.string() })),
  /** The text of the meeting, exactly as signed. */
  minutes: z.string(),
});
export type RecordFile = z.infer<typeof RecordFile>;

/** What a kept record says of itself; undefined fields are left out of the file. */
export type SignedRecord = {
  readonly name: string;
  readonly position?: string | undefined;
  readonly on: string;
  readonly how: "drawn" | "typed";
  readonly unsigned?: boolean | undefined;
  readonly meaning: string;
  readonly amends?: string | undefined;
  readonly reason?: string | undefined;
  readonly signature?:
    | {
        readonly width: number;
        readonly height: number;
        readonly strokes: readonly (readonly number[])[];
      }
    | undefined;
  readonly hash: string;
  readonly cases: readonly {
    readonly item: string;
    readonly hash: string;
    readonly sha256?: string | undefined;
  }[];
  readonly minutes: string;
};

/** Every field in this order and no other, two spaces to a level, one line end at the end. */
export function recordText(record: SignedRecord): string {
  const { signature } = record;
  const file: RecordFile = {
    format: FORMAT,
    name: record.name,
    position: record.position ?? "",
    on: record.on,
    how: record.unsigned === true ? "none" : record.how,
    meaning: record.meaning,
    reason: record.amends === undefined ? "" : (record.reason ?? ""),
    ...(signature
      ? {
          signature: {
            width: signature.width,
            height: signature.height,
            strokes: signature.strokes.map((stroke) => [...stroke]),
          },
        }
      : {}),
    hash: record.hash,
    cases: record.cases.map(({ item, hash, sha256 }) => ({ item, hash, sha256: sha256 ?? "" })),
    minutes: record.minutes,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Signed together with the record, and shown by minisign. */
export const recordComment = ({ on, unsigned }: Pick<SignedRecord, "on" | "unsigned">): string =>
  `Confer minutes record 1, ${unsigned === true ? "published" : "signed"} on ${on}`;

/** Undefined for what is no record, or one that this version cannot show whole. Never throws. */
export function readRecordFile(text: string): RecordFile | undefined {
  try {
    return RecordFile.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
