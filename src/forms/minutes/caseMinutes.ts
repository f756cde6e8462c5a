/** What the minutes say of one case: it lies in that case, and nobody reads it who may not read the case. */
import type { CaseFile } from "../../domain/case/caseFile.ts";
import { decisionAt, promisesOf, researchFor } from "../../domain/case/discussion.ts";
import type { AgendaItem } from "../../domain/meeting/agenda.ts";
import { quorumOf } from "../../domain/meeting/attendance.ts";
import { CASE_HOLDS, type CaseHold, type MinutesRule } from "../definition/minutes.ts";
import type { StepBrings } from "../definition/meeting.ts";
import type { PanelDefinition } from "../definition.ts";
import { actionsBlocks, earlierBlocks, resourcesBlocks } from "./actions.ts";
import { dayWords, handlingOf, kindOf } from "./meetingMinutes.ts";
import type { CaseMinutes, MinutesBlock, MinutesFact, MinutesSection } from "./shape.ts";
import {
  caseWords,
  type MinutesSource,
  partsIn,
  partsOf,
  partTitle,
  quiet,
  sectionPath,
  text,
  titleOf,
} from "./source.ts";

type Heard = { readonly source: MinutesSource; readonly file: CaseFile };

/** Undefined for an item about nobody, and for a case that whoever composes may not read. */
export function composeCase(source: MinutesSource, item: AgendaItem): CaseMinutes | undefined {
  const found = item.case && source.cases.get(item.case);
  if (!found) return undefined;
  const { definition, meeting, agenda } = source;
  const reference = item.reference || (found.file.started?.record.reference ?? "");
  const at = agenda.findIndex((each) => each.item === item.item);
  const heard = { source, file: found.file };
  return {
    format: 1,
    panel: definition.name,
    meeting: meeting.key,
    day: meeting.date,
    item: item.item,
    reference,
    title: `Item ${at + 1}: ${reference}`,
    head: headOf(source, item, found.subject),
    sections: sectionsOf(heard),
    handling: handlingOf(definition),
  };
}

function headOf(source: MinutesSource, item: AgendaItem, subject: string): readonly MinutesFact[] {
  const quorum = quorumOf(source.file, item.item)?.record;
  const there = quorum && (quorum.met ? "Enough agencies were there." : "Not enough agencies were there.");
  const facts = [
    { label: "About", value: subject },
    { label: "Kind of item", value: kindOf(source.definition, item.kind) },
    { label: "Presented by", value: item.presenter ?? "" },
    { label: "Agencies", value: [there, quorum?.words].filter(Boolean).join(" ") },
  ];
  return facts.filter(({ value }) => value !== "");
}

/** In the order things happen: what came before, what no section of the panel holds, then the panel's sections. */
function sectionsOf(heard: Heard): readonly MinutesSection[] {
  const rules = heard.source.definition.minutes.sections.filter(isOfCase);
  const held = new Set(rules.flatMap(holdsOf));
  const gathered = new Set(rules.flatMap(partsIn));
  const standing = new Set<CaseHold>();
  const ruled = rules.flatMap((rule) => {
    const holds = holdsOf(rule);
    const fresh = holds.filter((hold) => hold === "notes" || hold === "reminder" || !standing.has(hold));
    for (const hold of fresh) standing.add(hold);
    // Its place is where that stands already: the columns of one table are three sections of a form.
    return fresh.length === 0 ? [] : [ruledSection(heard, rule, fresh)];
  });
  const unruled = UNRULED.filter((hold) => !held.has(hold));
  const own = (holds: readonly Unruled[]) =>
    unruled.filter((hold) => holds.includes(hold)).flatMap((hold) => unruledSection(heard, hold, gathered));
  const placed = new Set([
    ...gathered,
    ...unruled.flatMap((hold) => stepsFor(heard.source.definition, hold)),
  ]);
  return [
    ...own(["earlierActions"]),
    ...looseNotes(heard, placed),
    ...own(["research", "decision"]),
    ...ruled,
    ...own(["actions", "resources", "reporting"]),
  ];
}

const isCaseHold = (hold: string): hold is CaseHold => CASE_HOLDS.some((each) => each === hold);
const holdsOf = ({ holds = ["notes"] }: MinutesRule): readonly CaseHold[] => holds.filter(isCaseHold);
const isOfCase = ({ holds }: MinutesRule): boolean => holds === undefined || holds.some(isCaseHold);

function ruledSection(heard: Heard, rule: MinutesRule, holds: readonly CaseHold[]): MinutesSection {
  const { source, file } = heard;
  const own = caseWords(file, source.meeting.key, sectionPath(rule.key));
  const notes = notesIn(heard, partsIn(rule));
  const blocks = holds.flatMap((hold): readonly MinutesBlock[] => {
    if (hold === "notes") return notes;
    if (hold === "reminder") return text(own || (rule.says ?? rule.text));
    return piece(heard, hold);
  });
  const all = [
    ...(holds.includes("notes") ? [] : notes),
    ...blocks,
    ...(holds.includes("reminder") ? [] : text(own)),
  ];
  return {
    key: rule.key,
    title: titleOf(rule),
    blocks: all.length > 0 ? all : quiet("Nothing was recorded."),
  };
}

/** One part is read on its own; of several, each under its name. */
function notesIn({ source, file }: Heard, parts: readonly string[]): readonly MinutesBlock[] {
  const facts = parts
    .map((part) => ({
      label: partTitle(source.definition, part),
      value: caseWords(file, source.meeting.key, part),
    }))
    .filter(({ value }) => value !== "");
  return facts.length > 1 ? [{ kind: "facts", facts }] : text(facts[0]?.value ?? "");
}

type Unruled = Exclude<CaseHold, "notes" | "reminder">;
const UNRULED = CASE_HOLDS.filter((hold): hold is Unruled => hold !== "notes" && hold !== "reminder");

/** What the room offers at the steps whose notes stand with each piece, where no section of the panel holds it. */
const BROUGHT: Readonly<Record<Unruled, StepBrings | undefined>> = {
  research: "agencyNotes",
  decision: "decision",
  earlierActions: "earlierActions",
  actions: "actions",
  resources: undefined,
  reporting: "report",
};

/** Of a step that brings several things, the first: its notes print once. */
const stepsFor = ({ meeting }: PanelDefinition, hold: Unruled): readonly string[] =>
  meeting.perCase
    .filter(({ brings }) => brings !== undefined && brings[0] === BROUGHT[hold])
    .map(({ key }) => key);

const TITLES: Readonly<Record<Unruled, string>> = {
  research: "What each agency knows",
  decision: "Decision",
  earlierActions: "Earlier actions",
  actions: "Actions agreed",
  resources: "Resources",
  reporting: "Progress report",
};

function unruledSection(
  heard: Heard,
  hold: Unruled,
  gathered: ReadonlySet<string>,
): readonly MinutesSection[] {
  const steps = stepsFor(heard.source.definition, hold).filter((key) => !gathered.has(key));
  const blocks = [...notesIn(heard, steps), ...piece(heard, hold)];
  return blocks.length === 0 ? [] : [{ key: hold, title: TITLES[hold], blocks }];
}

/** Notes that no section gathers and no piece stands with, the definition's steps first and in their order. */
function looseNotes({ source, file }: Heard, placed: ReadonlySet<string>): readonly MinutesSection[] {
  const { definition, meeting } = source;
  const order = definition.meeting.perCase.flatMap(({ key, also = [] }) => [
    key,
    ...also.map((box) => box.key),
  ]);
  const place = (part: string) => (order.includes(part) ? order.indexOf(part) : order.length);
  return partsOf(file, meeting.key)
    .filter((part) => !placed.has(part))
    .toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((part) => ({
      key: part,
      title: partTitle(definition, part),
      blocks: text(caseWords(file, meeting.key, part)),
    }));
}

function piece(heard: Heard, hold: Unruled): readonly MinutesBlock[] {
  const { source, file } = heard;
  switch (hold) {
    case "research":
      return researchBlocks(heard);
    case "decision":
      return decisionBlocks(heard);
    case "earlierActions":
      return earlierBlocks(source, file);
    case "actions":
      return actionsBlocks(source, file);
    case "resources":
      return resourcesBlocks(source, file);
    case "reporting":
      return reportingBlocks(heard);
  }
}

function researchBlocks({ source, file }: Heard): readonly MinutesBlock[] {
  return researchFor(file, source.meeting.key).map(({ record, author }) => {
    const facts = [
      { label: "What we know", value: record.known },
      { label: "Current involvement", value: record.involvement },
      { label: "Care plan", value: record.carePlan },
      { label: "Concerns", value: record.concerns },
    ].filter(({ value }) => value.trim() !== "");
    const nothing = { label: "What we know", value: "Looked, and found nothing." };
    return {
      kind: "facts",
      title: record.agency || (source.names.get(author) ?? "An agency"),
      facts: facts.length === 0 || record.nothing ? [nothing, ...facts] : facts,
    };
  });
}

function decisionBlocks({ source, file }: Heard): readonly MinutesBlock[] {
  const decided = decisionAt(file, source.meeting.key)?.record;
  if (!decided) return quiet("No decision is recorded.");
  const label = source.definition.decisions.find(({ key }) => key === decided.decision)?.label;
  const facts = [{ label: "Decision", value: label ?? decided.decision }];
  if (decided.reason.trim() !== "") facts.push({ label: "Reason", value: decided.reason });
  return [{ kind: "facts", facts }];
}

/** [OXT-63] When progress is reported, by whom and how; and what became of what was promised before. */
function reportingBlocks({ source, file }: Heard): readonly MinutesBlock[] {
  const facts = promisesOf(file).flatMap(({ record, kept }) => {
    if (record.meeting !== source.meeting.key) {
      return kept ? [{ label: "Report promised before", value: kept.record.words || "Received" }] : [];
    }
    const when = record.by === "nextMeeting" ? "At the next meeting" : `By ${dayWords(record.on)}`;
    const how = record.how === "inWriting" ? "in writing" : "in person";
    const who = record.who.trim() === "" ? "" : `, from ${record.who}`;
    return [{ label: "Progress report", value: `${when}, ${how}${who}` }];
  });
  return facts.length === 0 ? [] : [{ kind: "facts", facts }];
}
