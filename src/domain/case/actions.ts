/** The actions of a case as its entries tell them: what, who, by when, and how each stands. */
import { mayLead, mayMinute } from "../roles.ts";
import { type Happened, ofType } from "../happened.ts";
import type { ActionId, PaperId, UserId } from "../ids.ts";
import type { ActionState } from "../records/discussion.ts";
import type { CaseFile, DiscussionRecord } from "./caseFile.ts";
import { evidenceReader } from "./evidence.ts";

type Of<T extends DiscussionRecord["type"]> = Happened<Extract<DiscussionRecord, { readonly type: T }>>;
type Set = Of<"action-set">;
type Asked = Of<"action-offered"> | Of<"action-day-asked">;
type Answered = Of<"action-answered">;

/** What was asked about an action, and the answer once there is one. */
export type Asking = { readonly asked: Asked; readonly answer: Answered | undefined };

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
  readonly updates: readonly Of<"action-updated">[];
  /** Everything that was asked about it, oldest first. */
  readonly askings: readonly Asking[];
  /** Papers of the case that show how it stands. */
  readonly evidence: readonly PaperId[];
};

type Draft = { -readonly [Key in keyof Omit<Action, "state" | "updates" | "evidence">]: Action[Key] } & {
  removed: boolean;
};

const blank = ({ record, order }: Set): Draft => ({
  action: record.action,
  meeting: "",
  what: "",
  agency: "",
  owner: "",
  user: undefined,
  due: "",
  contact: "",
  outcome: "",
  commitment: "",
  addedMs: order[0],
  askings: [],
  removed: false,
});

/** Those that stand, in the order agreed. What an action is, people who write for the panel say. */
export function actionsOf(file: CaseFile): readonly Action[] {
  const drafts = new Map<ActionId, Draft>();
  for (const step of file.discussion) {
    const { record } = step;
    if (record.type === "action-set") {
      if (mayMinute(step.roles)) drafts.set(record.action, setIn(drafts.get(record.action), step as Set));
    } else if (isAsked(step)) {
      const draft = drafts.get(step.record.action);
      if (draft && mayAsk(draft, step))
        draft.askings = [...draft.askings, { asked: step, answer: undefined }];
    } else if (record.type === "action-answered") {
      const draft = drafts.get(record.action);
      if (draft) answerIn(draft, step as Answered);
    }
  }
  const updates = Map.groupBy(ofType(file.discussion, "action-updated"), ({ record }) => record.action);
  const evidenceIn = evidenceReader(file);
  return [...drafts.values()]
    .filter(({ removed }) => !removed)
    .map((draft) => {
      const { removed: _, ...said } = draft;
      const mine = updates.get(draft.action) ?? [];
      const state = mine.at(-1)?.record.state ?? "open";
      return { ...said, state, updates: mine, evidence: evidenceIn(mine) };
    });
}

/** The last word on each point stands. */
function setIn(before: Draft | undefined, step: Set): Draft {
  const { type: _, user, ...said } = step.record;
  const stated = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const draft = Object.assign(before ?? blank(step), stated);
  if (user !== undefined) draft.user = user === "" ? undefined : user;
  return draft;
}

const isAsked = (step: Happened<DiscussionRecord>): step is Asked =>
  step.record.type === "action-offered" || step.record.type === "action-day-asked";

/** Whoever is to do it, or who writes for the panel; one question of a kind at a time. */
function mayAsk(draft: Draft, { author, roles, record }: Asked): boolean {
  const open = draft.askings.some(({ asked, answer }) => !answer && asked.record.type === record.type);
  return !open && (draft.user === author || mayMinute(roles));
}

/** Whether this person is the one whose answer counts. */
export const mayAnswer = ({ asked }: Asking, user: UserId, roles: Happened<unknown>["roles"]): boolean =>
  asked.record.type === "action-offered" ? asked.record.to === user : mayLead(roles);

/** The first answer counts, by whom it was asked of; whoever asked may take the question back. */
function answerIn(draft: Draft, answer: Answered): void {
  const asking = draft.askings.find(({ asked }) => asked.entry === answer.record.asked);
  if (!asking || asking.answer) return;
  const takenBack = answer.author === asking.asked.author && !answer.record.agreed;
  if (!takenBack && !mayAnswer(asking, answer.author, answer.roles)) return;
  draft.askings = draft.askings.map((each) => (each === asking ? { ...each, answer } : each));
  if (!answer.record.agreed) return;
  const { record } = asking.asked;
  if (record.type === "action-day-asked") draft.due = record.due;
  else Object.assign(draft, { user: record.to, owner: record.owner, agency: record.agency, contact: "" });
}

/** What waits for an answer. */
export const openAskings = ({ askings }: Pick<Action, "askings">): readonly Asking[] =>
  askings.filter(({ answer }) => answer === undefined);

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
