/**
 * Everything that a case holds about the person, as texts in the order they are read: what a copy for that person
 * is made from. Each text has an id that stays the same, so that what was marked once is marked again. [ASH-100]
 * Papers are listed here; each is given or withheld as a whole (`withhold.ts`). Drawn signatures are left out.
 */
import { formatCalendarDate, parseCalendarDate } from "../../domain/calendarDate.ts";
import { actionsOf } from "../../domain/case/actions.ts";
import type { CaseFile } from "../../domain/case/caseFile.ts";
import { decisionsOf, filedOf, promisesOf } from "../../domain/case/discussion.ts";
import { findingsOf } from "../../domain/case/findings.ts";
import { papersOf } from "../../domain/case/papers.ts";
import { STATUS_NAMES } from "../../domain/case/status.ts";
import { reasonOf } from "../../domain/case/stepReason.ts";
import { versionsOf } from "../../domain/field.ts";
import { ofType, type Order } from "../../domain/happened.ts";
import type { PaperId, UserId } from "../../domain/ids.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { PanelDefinition } from "../definition.ts";
import { readCaseMinutes, type MinutesBlock } from "../minutes/shape.ts";
import type { ReferralSnapshot } from "../snapshot.ts";
import { itemText, rowsText } from "../snapshotText.ts";

export type HeldText = { readonly id: string; readonly label: string; readonly text: string };
export type HeldPart = { readonly key: string; readonly title: string; readonly texts: readonly HeldText[] };

/** The part whose texts are papers. */
export const PAPERS_PART = "papers";
export const paperTextId = (paper: PaperId): string => `paper/${paper}`;

export type HeldSource = {
  readonly definition: PanelDefinition;
  readonly file: CaseFile;
  /** As it was last sent. */
  readonly snapshot: ReferralSnapshot | undefined;
  readonly nameOf: (user: UserId) => string;
};

/** Parts that say nothing are left out. */
export function heldParts(source: HeldSource): readonly HeldPart[] {
  return [
    ...referral(source),
    part("status", "What was decided about the referral", status(source)),
    part("checklist", "The panel’s checklist", checklist(source)),
    part("research", "What agencies said for the meeting", research(source)),
    ...minutes(source),
    part("notes", "Notes of meetings without minutes yet", notes(source)),
    part("decisions", "Decisions of the panel", decisions(source)),
    part("actions", "Actions", actions(source)),
    part("reports", "Reports of progress", reports(source)),
    ...logs(source),
    part(PAPERS_PART, "Papers", papers(source)),
    part("readers", "Who has read the case on Confer", readers(source)),
  ].filter(({ texts }) => texts.length > 0);
}

const part = (key: string, title: string, texts: readonly HeldText[]): HeldPart => ({
  key,
  title,
  texts: texts.filter(({ text }) => text.trim() !== ""),
});
const lines = (...all: readonly (string | undefined)[]): string =>
  all.filter((each) => each !== undefined && each.trim() !== "").join("\n");
const dayOf = ([ms]: Order): string => formatCalendarDate(londonDateOf(ms));
function dayWords(text: string): string {
  const date = parseCalendarDate(text);
  return date ? formatCalendarDate(date) : text;
}
const labelled = (label: string, text: string): string | undefined =>
  text.trim() === "" ? undefined : `${label}: ${text}`;

function referral({ snapshot }: HeldSource): HeldPart[] {
  return (snapshot?.sections ?? []).map((section) =>
    part(
      `referral.${section.key}`,
      `The referral: ${section.title}`,
      section.items.map((item) => ({
        id: `referral/${section.key}/${item.key}`,
        label: item.label,
        text: itemText(item),
      })),
    ),
  );
}

const status = ({ file, nameOf }: HeldSource): HeldText[] =>
  file.status
    .filter(({ record }) => record.type !== "submitted" && record.type !== "corrected")
    .map(({ entry, record, order, author }) => ({
      id: `status/${entry}`,
      label: `${STATUS_NAMES[record.type as keyof typeof STATUS_NAMES]}, ${dayOf(order)}, by ${nameOf(author)}`,
      text: reasonOf(record) || "No reason is recorded.",
    }));

function checklist({ file, definition, nameOf }: HeldSource): HeldText[] {
  return findingsOf(file).map(({ point, by, finding, note }) => ({
    id: `checklist/${point}/${by}`,
    label: `${definition.triage.checklist.find(({ key }) => key === point)?.label ?? point}, by ${nameOf(by)}`,
    text: lines({ yes: "Yes", no: "No", unsure: "Unsure" }[finding], note),
  }));
}

const research = ({ file, nameOf }: HeldSource): HeldText[] =>
  ofType(file.discussion, "research-note").map(({ entry, record, order, author }) => ({
    id: `research/${entry}`,
    label: `${record.agency}, ${dayOf(order)}, by ${nameOf(author)}`,
    text: record.nothing
      ? "Nothing was found in their records."
      : lines(
          labelled("What is known", record.known),
          labelled("Involved now", record.involvement),
          labelled("Care plan", record.carePlan),
          labelled("Concerns", record.concerns),
        ),
  }));

/** Every text that was signed or published of a meeting, superseded ones too: all of them are held. */
function minutes({ file }: HeldSource): HeldPart[] {
  return ofType(file.discussion, "case-minutes").map(({ entry, record, order }) => {
    const read = readCaseMinutes(record.minutes);
    const title = `Minutes of the meeting on ${dayWords(read?.day ?? record.meeting)}, as kept on ${dayOf(order)}`;
    const id = `minutes/${entry}`;
    if (!read) {
      return part(id, title, [
        { id, label: "The whole", text: "They cannot be read by this version of Confer." },
      ]);
    }
    return part(id, title, [
      { id: `${id}/head`, label: read.title, text: lines(...read.head.map(factText)) },
      ...read.sections.map((section, at) => ({
        id: `${id}/${section.key}.${at}`,
        label: section.title,
        text: section.blocks.map(blockText).join("\n\n"),
      })),
    ]);
  });
}

const factText = ({ label, value }: { readonly label: string; readonly value: string }): string =>
  `${label}: ${value}`;

function blockText(block: MinutesBlock): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "facts":
      return lines(block.title, ...block.facts.map(factText));
    case "table":
      return lines(block.caption, rowsText(block.columns, block.rows));
  }
}

function notes({ file }: HeldSource): HeldText[] {
  const minuted = new Set(ofType(file.discussion, "case-minutes").map(({ record }) => record.meeting));
  return Object.entries(file.minuted).flatMap(([path, field]) => {
    const at = path.indexOf("/");
    if (minuted.has(path.slice(0, at))) return [];
    return versionsOf(field).flatMap(({ entry, value }) =>
      typeof value === "string"
        ? [{ id: `notes/${entry}/${path}`, label: "Note of a meeting", text: value }]
        : [],
    );
  });
}

const decisions = ({ file, definition, nameOf }: HeldSource): HeldText[] =>
  decisionsOf(file).map(({ entry, record, order, author }) => ({
    id: `decision/${entry}`,
    label: `${dayOf(order)}, taken down by ${nameOf(author)}`,
    text: lines(definition.decisions.find(({ key }) => key === record.decision)?.label, record.reason),
  }));

const STATES = {
  open: "To do",
  inProgress: "In progress",
  done: "Done",
  notPossible: "Not possible",
} as const;

const actions = ({ file, nameOf }: HeldSource): HeldText[] =>
  actionsOf(file).map((action) => ({
    id: `action/${action.action}`,
    label: action.what,
    text: lines(
      labelled("Who", [action.owner, action.agency].filter((each) => each !== "").join(", ")),
      labelled("By when", dayWords(action.due)),
      labelled("Contact", action.contact),
      `How it stands: ${STATES[action.state]}`,
      ...action.updates.map(
        ({ record, order, author }) =>
          `${dayOf(order)}, ${nameOf(author)}: ${STATES[record.state]}. ${record.words}`,
      ),
    ),
  }));

const reports = ({ file }: HeldSource): HeldText[] =>
  promisesOf(file).map(({ entry, record, kept }) => ({
    id: `report/${entry}`,
    label: `Asked of ${record.who}`,
    text: kept?.record.words ?? "No report has come yet.",
  }));

function logs({ file, definition, nameOf }: HeldSource): HeldPart[] {
  return definition.records.map((log) =>
    part(
      `log.${log.key}`,
      log.label,
      filedOf(file, log.key).map(({ entry, record, order, author }) => ({
        id: `log/${entry}`,
        label: `${dayOf(order)}, by ${nameOf(author)}`,
        text: lines(
          ...record.values.map(({ field, value }) => {
            const box = log.fields.find(({ key }) => key === field);
            return labelled(box?.label ?? field, box?.type === "date" ? dayWords(value) : value);
          }),
        ),
      })),
    ),
  );
}

const papers = ({ file, nameOf }: HeldSource): HeldText[] =>
  papersOf(file)
    .filter(({ removed }) => !removed)
    .map(({ paper, title, fileName, author, addedMs }) => ({
      id: paperTextId(paper),
      label: title.trim() === "" ? fileName : title,
      text: `Added by ${nameOf(author)}, ${formatCalendarDate(londonDateOf(addedMs))}`,
    }));

const readers = ({ file, nameOf }: HeldSource): HeldText[] =>
  file.opened.map(({ user, order }) => ({
    id: `reader/${user}`,
    label: nameOf(user),
    text: `First read on ${dayOf(order)}`,
  }));
