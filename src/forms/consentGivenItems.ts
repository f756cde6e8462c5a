/** Consent that was given, in the order of the panel's form and then with all that gives it weight [ASH-135…138]. */
import type { ConsentEventOf, Giver, ShownWording } from "../domain/consent.ts";
import { parseCalendarDate } from "../domain/calendarDate.ts";
import { clean, type DateText } from "./answerText.ts";
import { consentPath } from "./consentGaps.ts";
import { answerItem, capacityText, linesSaid, listItem, named } from "./consentText.ts";
import type { PanelDefinition } from "./definition.ts";
import type { Section } from "./definition/section.ts";
import type { SnapshotItem } from "./snapshot.ts";

type Given = ConsentEventOf<"given">;

export function givenItems(
  definition: PanelDefinition,
  section: Section,
  event: Given,
  date: DateText,
): readonly SnapshotItem[] {
  const { record } = definition.consent;
  const { signing, excluded } = event;
  const path = (part: Parameters<typeof consentPath>[1]): string => consentPath(section, part);
  const witness = signing.way === "verbal" && signing.witness ? `. Witness: ${named(signing.witness)}` : "";
  const asked = signing.way === "verbal" ? `${named(signing.obtainedBy)}${witness}` : null;
  return [
    signatureItem(definition, section, event, date),
    answerItem(path("obtainedOn"), record.obtainedOn.label, date(event.obtainedOn)),
    answerItem(path("obtainedBy"), record.obtainedBy.label, asked),
    ...linesSaid([[path("limits"), record.limits.label, event.limits]]),
    listItem(`${section.key}.recipients`, "Shared with", event.recipients),
    ...(excluded && excluded.recipients.length > 0
      ? [listItem(`${path("limits")}/recipients`, "Not shared with", excluded.recipients)]
      : []),
    ...(excluded && excluded.categories.length > 0
      ? [
          listItem(
            `${path("limits")}/categories`,
            "Not shared at all",
            excluded.categories.map(({ wording }) => wording),
          ),
        ]
      : []),
    ...giverItems(section, event.giver, date),
    answerItem(path("wording"), "Wording that was shown", wordingText(definition, event.wording)),
    ...linesSaid([
      [`${path("wording")}/purpose`, "What for", event.purpose],
      [`${path("signature")}/paper`, "Where the signed sheet is", paperText(event)],
      [
        `${path("signature")}/seen`,
        "Who saw them sign",
        signing.way === "paper" ? named(signing.obtainedBy) : undefined,
      ],
    ]),
    answerItem(
      `${path("wording")}/withdraw`,
      "Told how to withdraw",
      event.toldHowToWithdraw ? "Yes" : "Not recorded",
    ),
    ...linesSaid([[path("review"), "To be looked at again", event.reviewOn && date(event.reviewOn)]]),
    answerItem(`${path("wording")}/written`, "Written down", writtenText(event, date)),
  ];
}

/** Who they are to the person, what was seen, and who judged that they can decide. */
export function giverItems(section: Section, giver: Giver, date: DateText): readonly SnapshotItem[] {
  const path = consentPath(section, "giver");
  const judged = giver.abilityJudged;
  const by = judged && `Judged by ${named(judged.by)}${judged.on ? `, ${date(judged.on)}` : ""}.`;
  const ability = [giver.ability, by].filter((part) => part !== undefined && part.trim() !== "").join(" ");
  return linesSaid([
    [path, "Who decided", `${giver.name}, ${capacityText(giver)}`],
    [`${path}/evidence`, "What was seen", giver.evidence],
    [`${path}/ability`, "Able to make this decision", ability],
  ]);
}

const FORMATS = { standard: "", easyRead: ", easy read" } as const;

/** "English"; the language's code where this version of the form has no wording in it. */
const languageOf = ({ consent }: PanelDefinition, { key, language }: ShownWording): string =>
  consent.wordings.find((wording) => wording.key === key && wording.language === language)?.languageName ??
  language;

function wordingText(definition: PanelDefinition, wording: ShownWording): string {
  const { version, format, readAloud, interpreter } = wording;
  const aloud = readAloud ? ", read aloud" : ", not read aloud";
  const with_ = interpreter ? `, interpreter ${interpreter}` : "";
  return `Version ${version}, ${languageOf(definition, wording)}${FORMATS[format]}${aloud}${with_}`;
}

const paperText = ({ signing }: Given): string | undefined =>
  signing.way === "paper"
    ? [signing.paper, signing.attached === undefined ? undefined : "photographed, among the papers"]
        .filter((part) => part !== undefined && part !== "")
        .join("; ")
    : undefined;

const writtenText = ({ recordedBy, deviceTime, offline }: Given, date: DateText): string =>
  `By ${named(recordedBy)}; the device’s clock said ${clockText(deviceTime, date)}${offline ? ", without a connection" : ""}`;

/** "2026-11-26T14:05:00+00:00" → "26 November 2026, 14:05 (UTC+00:00)": the wall clock, and how far from UTC. */
function clockText(deviceTime: string, date: DateText): string {
  const [, day, time, offset] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[:.\d]*(.+)$/.exec(deviceTime) ?? [];
  const on = parseCalendarDate(day);
  return on && time && offset ? `${date(on)}, ${time} (UTC${offset === "Z" ? "" : offset})` : deviceTime;
}

function signatureItem(
  definition: PanelDefinition,
  section: Section,
  event: Given,
  date: DateText,
): SnapshotItem {
  const { signing, wording, giver } = event;
  const ways = definition.consent.ways;
  const how = ways.find(({ way }) => way === signing.way)?.label ?? signing.way;
  const aloud = wording.readAloud ? ", read aloud" : "";
  const interpreter = wording.interpreter ? `, interpreter ${wording.interpreter}` : "";
  return {
    kind: "signature",
    key: consentPath(section, "signature"),
    label: definition.consent.record.signature.label,
    statement: clean(signing.way === "typed" ? signing.declaration : wording.text),
    signedBy: clean(signing.way === "typed" ? signing.name : giver.name),
    how: clean(
      `${how}. Wording ${wording.version}, ${languageOf(definition, wording)}${aloud}${interpreter}`,
    ),
    on: date(event.obtainedOn),
    ...(signing.way === "drawn" ? { drawn: copyDrawn(signing.signature) } : {}),
  };
}

const copyDrawn = ({
  width,
  height,
  strokes,
}: {
  width: number;
  height: number;
  strokes: readonly (readonly number[])[];
}) => ({
  width,
  height,
  strokes: strokes.map((stroke) => [...stroke]),
});
