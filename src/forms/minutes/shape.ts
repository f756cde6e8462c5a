/**
 * Minutes as they are kept and signed: words in the order they are read, nothing to be looked up. Two texts of
 * JSON: one of the meeting, which whoever was there may read, and one of each case, which lies in that case.
 * Read back tolerant: a part that a newer version wrote is shown as such, and never keeps the rest from being read.
 */
import { z } from "zod";
import type { Known } from "../../domain/known.ts";

const Fact = z.looseObject({ label: z.string(), value: z.string() });

const BLOCKS = [
  /** `quiet`: an aside, or that there is nothing. Line breaks are kept. */
  z.looseObject({ kind: z.literal("text"), text: z.string(), quiet: z.boolean().optional() }),
  z.looseObject({ kind: z.literal("facts"), title: z.string().optional(), facts: z.array(Fact) }),
  z.looseObject({
    kind: z.literal("table"),
    caption: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
] as const;
const Block = z.discriminatedUnion("kind", [...BLOCKS]);

const NEWER = "A newer version of Confer wrote a part here that this one cannot show.";
const Section = z.looseObject({
  key: z.string(),
  title: z.string(),
  blocks: z.array(z.unknown().transform(readBlock)),
});
export type MinutesBlock = Known<z.infer<typeof Block>>;

function readBlock(value: unknown): MinutesBlock {
  const read = Block.safeParse(value);
  return read.success ? read.data : { kind: "text", quiet: true, text: NEWER };
}

const Handling = z.looseObject({
  /** At the head of every page. */
  mark: z.string(),
  /** Once, under the head. */
  notes: z.array(z.string()),
});

export const MeetingMinutes = z.looseObject({
  format: z.literal(1),
  panel: z.string(),
  /** The key of the meeting. */
  meeting: z.string(),
  /** ISO day. */
  day: z.string(),
  head: z.array(Fact),
  agenda: z.array(
    z.looseObject({
      item: z.string(),
      /** "Item 3: ASH-7K3M9". */
      title: z.string(),
      kind: z.string(),
      /** The scope of its case: the minutes of it lie there. */
      case: z.string().optional(),
    }),
  ),
  /** Read before the cases, and after them. */
  before: z.array(Section),
  after: z.array(Section),
  handling: Handling,
});

export const CaseMinutes = z.looseObject({
  format: z.literal(1),
  panel: z.string(),
  meeting: z.string(),
  day: z.string(),
  item: z.string(),
  reference: z.string(),
  title: z.string(),
  head: z.array(Fact),
  sections: z.array(Section),
  handling: Handling,
});

export type MinutesFact = Known<z.infer<typeof Fact>>;
export type MinutesSection = {
  readonly key: string;
  readonly title: string;
  readonly blocks: readonly MinutesBlock[];
};
export type MeetingMinutes = Omit<Known<z.infer<typeof MeetingMinutes>>, "before" | "after"> & {
  readonly before: readonly MinutesSection[];
  readonly after: readonly MinutesSection[];
};
export type CaseMinutes = Omit<Known<z.infer<typeof CaseMinutes>>, "sections"> & {
  readonly sections: readonly MinutesSection[];
};

/** The text that is hashed and signed, and from which everything shown is read back. */
export const minutesText = (minutes: MeetingMinutes | CaseMinutes): string => JSON.stringify(minutes);

/** Undefined for text that is no minutes of the meeting. Never throws. */
export const readMeetingMinutes = (text: string): MeetingMinutes | undefined => read(MeetingMinutes, text);
export const readCaseMinutes = (text: string): CaseMinutes | undefined => read(CaseMinutes, text);

function read<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
