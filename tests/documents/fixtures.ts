/** An invented referral that has one of everything, and the bundled fonts as Node reads them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NOTO_SANS } from "../../src/documents/fontUrls.ts";
import type { FontFiles } from "../../src/documents/pdf/fonts.ts";
import type { ReferralDocumentMeta } from "../../src/documents/referral.ts";
import type { WholeFollowThrough } from "../../src/forms/followThrough.ts";
import type { ReferralSnapshot } from "../../src/forms/snapshot.ts";

const read = (url: string): Uint8Array => new Uint8Array(readFileSync(fileURLToPath(url)));

export const fonts: FontFiles = {
  regular: NOTO_SANS.regular.map(read),
  bold: NOTO_SANS.bold.map(read),
};

/** 26 November 2026, 10:00 in London. */
export const CREATED_AT_MS = Date.UTC(2026, 10, 26, 10, 0);
/** Short enough for Poppler's command line, which takes at most 32 characters. */
export const PASSWORD = "otter-kettle-maple-47";

/** Words that occur in the referral and must never be readable in its protected file. */
export const SEEDED = ["Gŵynedd", "Wrenfield", "Kestrel", "pneumonia", "en-GB", "Łukasz", "Confidential"];

export const meta: ReferralDocumentMeta = {
  reference: "ACC-2026-014",
  state: "Submitted",
  submittedOn: "26 November 2026",
  referringService: "Wrenfield community nursing",
  accessNote:
    "Opened by 3 members of the panel. The person may ask for a copy of this record: write to the panel’s co-ordinator.",
  createdAtMs: CREATED_AT_MS,
};

const VISIT =
  "Lives alone in a first-floor flat. Neighbours report that the door is left open at night and that the flat is cold. Two falls since September, the second with a night on the floor before anyone knew. Treated for pneumonia in October and went home against advice.";

export const snapshot: ReferralSnapshot = {
  definitionId: "ashfield",
  definitionVersion: "3",
  panelName: "Ashfield Complex Case Panel",
  handlingMark: "Confidential: contains personal information",
  sections: [
    {
      key: "person",
      title: "The person",
      items: [
        { kind: "answer", key: "name", label: "Full name", answer: "Siân Gŵynedd" },
        { kind: "answer", key: "born", label: "Date of birth", answer: "4 March 1951" },
        {
          kind: "answer",
          key: "address",
          label: "Where do they live?",
          answer: "Flat 2\n14 Kestrel Row\nWrenfield",
        },
        {
          kind: "answer",
          key: "phone",
          label: "Is there a telephone number that is safe to call?",
          answer: null,
        },
        {
          kind: "list",
          key: "needs",
          label: "What helps them to take part?",
          answers: [
            "An interpreter (Welsh)",
            "Large print",
            "Someone they know in the room, and more time than a meeting usually allows before a question is asked again",
          ],
        },
        { kind: "list", key: "pets", label: "Are there animals in the home?", answers: [] },
      ],
    },
    {
      key: "concern",
      title: "What is worrying you",
      items: [
        {
          kind: "note",
          key: "warn",
          label: "Unsafe contact",
          text: "Do not leave messages with anyone else at this address.",
        },
        {
          kind: "answer",
          key: "story",
          label: "What has happened, and why now?",
          answer: `${VISIT}\n\n${VISIT} ${VISIT}\n${VISIT}`,
        },
        {
          kind: "table",
          key: "risks",
          label: "Current risks",
          columns: ["Risk", "How likely", "What is in place"],
          rows: [
            ["Falls", "Very likely", "Pendant alarm, not always worn. Falls clinic on 8 December 2026."],
            ["Cold home", "Likely", "Boiler reported to the landlord twice; a heater is on loan."],
            ["Exploitation", "Possible", ""],
          ],
        },
        {
          kind: "table",
          key: "agencies",
          label: "Agencies involved",
          columns: [
            "Agency",
            "Worker",
            "Telephone",
            "Since",
            "Still involved",
            "Told of this referral",
            "Notes",
          ],
          rows: [
            ["Housing", "Łukasz Wąsik", "not known", "May 2025", "Yes", "Yes", "Weekly visits"],
            ["Police", "None named", "not known", "June 2026", "No", "No", ""],
          ],
        },
      ],
    },
    {
      key: "consent",
      title: "Consent",
      items: [
        {
          kind: "signature",
          key: "signed",
          label: "Agreement to share",
          statement:
            "I have had the panel explained to me, and I agree that what is written here is shared with its members.",
          signedBy: "Siân Gŵynedd",
          how: "Drawn on a tablet, in the presence of the referrer",
          on: "26 November 2026",
          drawn: {
            width: 600,
            height: 200,
            strokes: [
              Array.from({ length: 60 }, (_, at) => [40 + at * 8, 100 + Math.sin(at / 3) * (70 - at)]).flat(),
              [330, 40],
              [80, 170, 300, 160, 540, 172],
            ],
          },
        },
        {
          kind: "signature",
          key: "worker",
          label: "Referrer’s declaration",
          statement: "What is written here is true as far as I know.",
          signedBy: "Łukasz Wąsik",
          how: "Typed",
          on: "26 November 2026",
        },
      ],
    },
    { key: "empty", title: "Papers", items: [] },
  ],
};

/** What one agency did of what it agreed to: each number another, so that none can stand in for one beside it. */
export const agencyNumbers = (agency: string): WholeFollowThrough => ({
  agency,
  agreed: 12,
  done: 7,
  inTime: 5,
  late: 2,
  notPossible: 1,
  open: 4,
  overdue: 3,
  waiting: 6,
});
