/** What printed minutes carry so that they can be checked without the panel: a code, words, and the record itself. */
import type { PrintedProof } from "../forms/minutes/printed.ts";
import type { Block, Enclosure } from "./model.ts";

export const proofBlocks = ({ words, code, link, address }: PrintedProof): Block[] => [
  { kind: "heading", level: 2, text: "How to check these minutes" },
  {
    kind: "together",
    blocks: [
      {
        kind: "paragraph",
        text: `Scan the code, or open ${address} and give it this file. The page works on your own device and sends nothing. It says whether the record is the one that was signed. It cannot see this paper: compare the eight words, and whatever matters, with the record.`,
      },
      {
        kind: "facts",
        tone: "record",
        facts: [
          { label: "Eight words", value: words.join(" ") },
          { label: "Short code", value: code },
        ],
      },
      { kind: "code", text: link, alt: `Code to scan. Its short code is ${code}.` },
    ],
  },
];

const RECORD = "minutes-record.json";
const KEY = "minutes-record.pub";

/** The record, its signature and key as minisign wants them, the cases of this copy, and how to use them. */
export const proofEnclosures = ({ files }: PrintedProof): Enclosure[] => [
  { name: RECORD, text: files.record, mediaType: "application/json", says: "The record that was signed" },
  {
    name: `${RECORD}.minisig`,
    text: files.signature,
    mediaType: "text/plain",
    says: "Its signature, for minisign",
  },
  { name: KEY, text: files.publicKey, mediaType: "text/plain", says: "The key to check it with" },
  ...files.cases.map(({ name, text }) => ({
    name,
    text,
    mediaType: "application/json" as const,
    says: "One case of the record, as signed",
  })),
  {
    name: "how-to-check.txt",
    text: howTo(files.cases.map(({ name }) => name)),
    mediaType: "text/plain",
    says: "How to check the record without Confer",
  },
];

const howTo = (cases: readonly string[]): string =>
  [
    "Save all the files that are inside this PDF in one folder. Then:",
    "",
    `  minisign -V -m ${RECORD} -p ${KEY}`,
    "",
    "says whether the record is the one that was signed with that key. Whose key it is, ask the panel:",
    "anybody can make a key.",
    ...(cases.length === 0
      ? []
      : [
          "",
          `  sha256sum ${cases.join(" ")}`,
          "",
          'must give, for each case, what the record says under "sha256".',
        ]),
    "",
  ].join("\n");
