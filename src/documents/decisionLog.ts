/** What was decided about each referral to a panel, for openness and audit: by reference, never by name. [ASH-49] */
import type { Answer, Block, DocumentModel, Fact } from "./model.ts";

/** Words as a reader reads them. "" for a meeting or a reason that there is not. */
export interface LoggedDecision {
  reference: string;
  panel: string;
  received: string;
  decided: string;
  decision: string;
  by: string;
  meeting: string;
  reason: string;
}

export interface DecisionLogMeta {
  /** Of the one panel that was asked for; null where the log is of every panel. */
  panelName: string | null;
  /** Which days were asked for: "All", "From 1 April 2026". */
  days: string;
  handlingMark: string;
  madeOn: string;
  createdAtMs: number;
}

export function makeDecisionLog(lines: readonly LoggedDecision[], meta: DecisionLogMeta): DocumentModel {
  const panel = meta.panelName ?? "Every panel";
  return {
    frame: {
      title: `Log of decisions, ${panel}`,
      lang: "en-GB",
      handlingMark: meta.handlingMark,
      footer: `Log of decisions · ${panel} · ${meta.madeOn}`,
      createdAtMs: meta.createdAtMs,
    },
    blocks: [
      { kind: "heading", level: 1, text: "Log of decisions" },
      {
        kind: "facts",
        tone: "summary",
        facts: [
          { label: "Panel", value: panel },
          { label: "Decided", value: meta.days },
          { label: "Made on", value: meta.madeOn },
          ...counted(lines),
        ],
      },
      {
        kind: "note",
        title: "Who is named",
        text: "Nobody who was referred is named here, unless a reason, in the words of the person who decided, names one.",
      },
      { kind: "heading", level: 2, text: "Decisions, newest first" },
      decisions(lines, meta.panelName === null),
    ],
  };
}

/** How many of each kind, in the order in which they first appear. */
function counted(lines: readonly LoggedDecision[]): Fact[] {
  const counts = new Map<string, number>();
  for (const { decision } of lines) counts.set(decision, (counts.get(decision) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, value: String(count) }));
}

/** One under another: eight columns do not fit on paper, and reasons are long. */
function decisions(lines: readonly LoggedDecision[], ofEvery: boolean): Block {
  if (lines.length === 0) return { kind: "paragraph", text: "Nothing was decided.", tone: "quiet" };
  const answers = lines.map((line): Answer => {
    const facts: Fact[] = [
      ...(ofEvery ? [{ label: "Panel", value: line.panel }] : []),
      { label: "Received", value: line.received },
      { label: "Decided", value: line.decided },
      { label: "By", value: line.by },
      ...(line.meeting === "" ? [] : [{ label: "For the meeting on", value: line.meeting }]),
      { label: "Reason", value: line.reason === "" ? "None given" : line.reason },
    ];
    return { label: `${line.reference}: ${line.decision}`, body: [{ kind: "facts", tone: "record", facts }] };
  });
  return { kind: "answers", answers };
}
