/** Actions as minutes print them: what, who, which agency, by when. */
import { type Action, actionsOf, earlierActions, wordsOn } from "../../domain/case/actions.ts";
import { reportsTo } from "../../domain/case/discussion.ts";
import type { CaseFile } from "../../domain/case/caseFile.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { ActionState } from "../../domain/records/discussion.ts";
import type { PanelDefinition } from "../definition.ts";
import { dayWords } from "./meetingMinutes.ts";
import type { MinutesBlock } from "./shape.ts";
import { type MinutesSource, quiet } from "./source.ts";

const STATES: Readonly<Record<ActionState, string>> = {
  open: "Not done yet",
  inProgress: "Under way",
  done: "Done",
  notPossible: "No longer possible",
};

/** [ASH-85] By agency, the earliest first. Resources stand in a table of their own where the panel wants one. */
export function actionsBlocks(source: MinutesSource, file: CaseFile): readonly MinutesBlock[] {
  const apart = source.definition.minutes.sections.some(({ holds }) => holds?.includes("resources"));
  const agreed = agreedAt(source, file)
    .filter(({ commitment }) => !apart || commitment === "")
    .toSorted((a, b) => compare(a.agency, b.agency) || compare(a.due || "9", b.due || "9"));
  if (agreed.length === 0) return quiet("No actions were agreed.");
  const withContact = agreed.some(({ contact }) => contact !== "");
  return [
    {
      kind: "table",
      caption: "Actions by agency",
      columns: ["What", "Who", "Agency", "By when", ...(withContact ? ["Contact"] : [])],
      rows: agreed.map((action) => [
        whatOf(source.definition, action),
        action.owner || "Nobody named",
        action.agency,
        dueOf(action),
        ...(withContact ? [action.contact] : []),
      ]),
    },
  ];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const agreedAt = ({ meeting }: Pick<MinutesSource, "meeting">, file: CaseFile): readonly Action[] =>
  actionsOf(file).filter((action) => action.meeting === meeting.key);

const dueOf = ({ due }: Action): string => (due === "" ? "No date" : dayWords(due));

function whatOf({ outcomes }: PanelDefinition, { what, outcome }: Action): string {
  const label = outcomes.find(({ key }) => key === outcome)?.label;
  return label === undefined ? what : `${what}\nFor: ${label}`;
}

/** [OXT-61] Agreed in principle, or confirmed. */
export function resourcesBlocks(source: MinutesSource, file: CaseFile): readonly MinutesBlock[] {
  const rows = agreedAt(source, file)
    .filter(({ commitment }) => commitment !== "")
    .map((action) => [
      action.what,
      action.agency,
      action.owner,
      action.commitment === "confirmed" ? "Confirmed" : "In principle, to be confirmed",
      dueOf(action),
    ]);
  if (rows.length === 0) return [];
  const columns = ["What", "Agency", "Who", "How firm", "By when"];
  return [{ kind: "table", caption: "Resources and shared funding", columns, rows }];
}

/** [ASH-86] [OXF-05] What was agreed at meetings before this one, and what this one heard of it. */
export const earlierBlocks = (source: MinutesSource, file: CaseFile): readonly MinutesBlock[] => [
  ...earlierTable(source, file),
  ...reportBlocks(source, file),
];

function reportBlocks({ meeting }: MinutesSource, file: CaseFile): readonly MinutesBlock[] {
  const facts = reportsTo(file, meeting.key)
    .filter(({ record, kept }) => kept || record.by === "nextMeeting" || record.on <= meeting.date)
    .map(({ order, kept }) => ({
      label: `Asked for on ${dayWords(londonDateOf(order[0]))}`,
      value: kept ? kept.record.words : "Not reported yet",
    }));
  return facts.length === 0 ? [] : [{ kind: "facts", title: "Reports of progress", facts }];
}

function earlierTable({ meeting }: MinutesSource, file: CaseFile): readonly MinutesBlock[] {
  const rows = earlierActions(file, meeting.key)
    .filter(({ addedMs }) => londonDateOf(addedMs) <= meeting.date)
    .map((action) => {
      // What became of it after the meeting is no part of that meeting's minutes.
      const at = action.updates.findLastIndex(({ record }) => record.meeting === meeting.key);
      const heard = at < 0 ? action : { ...action, updates: action.updates.slice(0, at + 1) };
      const said = heard.updates.at(-1)?.record.state ?? action.state;
      const words = wordsOn({ ...heard, state: said });
      return [
        action.what,
        [action.owner, action.agency].filter((each) => each !== "").join(", "),
        dueOf(action),
        words === "" ? STATES[said] : `${STATES[said]}: ${words}`,
      ];
    });
  if (rows.length === 0) return [];
  const columns = ["What", "Who", "By when", "How it stands"];
  return [{ kind: "table", caption: "Earlier actions", columns, rows }];
}
