/** The actions of a case as its entries tell them: what, who, by when, and how each stands. */
import { mayMinute } from "../roles.ts";
import { type Happened, ofType } from "../happened.ts";
import type { ActionId, UserId } from "../ids.ts";
import type { ActionState } from "../records/discussion.ts";
import type { CaseFile, DiscussionRecord } from "./caseFile.ts";

type Set = Extract<DiscussionRecord, { type: "action-set" }>;
type Updated = Extract<DiscussionRecord, { type: "action-updated" }>;

export type Action = {
  readonly action: ActionId;
  /** The meeting it was agreed at. */
  readonly meeting: string;
  readonly what: string;
  readonly agency: string;
  readonly owner: string;
  readonly user: UserId | undefined;
  /** ISO day, or "". */
  readonly due: string;
  readonly contact: string;
  readonly outcome: string;
  readonly commitment: "" | "inPrinciple" | "confirmed";
  readonly addedMs: number;
  readonly state: ActionState;
  /** Every word on how it stands, oldest first. */
  readonly updates: readonly Happened<Updated>[];
};

/** Those that stand, in the order agreed. What an action is, people who write for the panel say. */
export function actionsOf(file: CaseFile): readonly Action[] {
  const said = new Map<ActionId, Set & { readonly addedMs: number }>();
  for (const { record, order, roles } of ofType(file.discussion, "action-set")) {
    if (!mayMinute(roles)) continue;
    const before = said.get(record.action) ?? { addedMs: order[0] };
    const stated = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
    said.set(record.action, { ...before, ...stated } as Set & { readonly addedMs: number });
  }
  const updates = ofType(file.discussion, "action-updated");
  return [...said.values()]
    .filter(({ removed }) => removed !== true)
    .map((set) => {
      const mine = updates.filter(({ record }) => record.action === set.action);
      return {
        action: set.action,
        meeting: set.meeting ?? "",
        what: set.what ?? "",
        agency: set.agency ?? "",
        owner: set.owner ?? "",
        user: set.user === "" ? undefined : set.user,
        due: set.due ?? "",
        contact: set.contact ?? "",
        outcome: set.outcome ?? "",
        commitment: set.commitment ?? "",
        addedMs: set.addedMs,
        state: mine.at(-1)?.record.state ?? "open",
        updates: mine,
      };
    });
}

/**
 * Those agreed before a meeting and answered for at it: open ones, and those settled since without a meeting having
 * heard of it. [ASH-86] [OXF-05]
 */
export const earlierActions = (file: CaseFile, meeting: string): readonly Action[] =>
  actionsOf(file).filter(
    (action) =>
      action.meeting !== meeting &&
      (isOpen(action) ||
        action.updates.at(-1)?.record.meeting === undefined ||
        action.updates.some(({ record }) => record.meeting === meeting)),
  );

/** What was said last of how it stands now; "" where nobody gave words. */
export const wordsOn = ({ state, updates }: Action): string =>
  updates.findLast(({ record }) => record.state === state && record.words.trim() !== "")?.record.words ?? "";

export const isOpen = ({ state }: Pick<Action, "state">): boolean =>
  state === "open" || state === "inProgress";
