/**
 * One text that several people write at once. It saves itself a second after the last letter, over the versions
 * that were in sight when the typing began: what somebody else wrote meanwhile stands beside it, for a person to
 * put together. Until then the typing is a note on this device (see [Note: half-made screens] in kept/).
 */
import { createEffect, createMemo, createSignal, onCleanup, untrack } from "solid-js";
import type { Accessor } from "solid-js";
import type { Problem } from "../../../app/api.ts";
import type { Outcome } from "../../../app/outcome.ts";
import type { AnswerVersion } from "../../../domain/field.ts";
import type { EntryId, UserId } from "../../../domain/ids.ts";
import { createKept } from "../../kept/createKept.ts";
import type { Notes } from "../../kept/keeper.ts";

const SAVE_AFTER_MS = 1_000;
/** As many as a record may name. */
const MOST_REPLACED = 50;

export type NoteText = {
  readonly ready: Accessor<boolean>;
  readonly text: Accessor<string>;
  readonly state: Accessor<"saved" | "typing" | "failed">;
  readonly problem: Accessor<Problem | undefined>;
  /** Texts that stand beside this one, newest first; each was written without sight of the others. */
  readonly others: Accessor<readonly AnswerVersion[]>;
  type(text: string): void;
  /** Writes this one over everything that stands. */
  settle(text: string): void;
  flush(): void;
};

type Draft = { readonly text: string; readonly seen: readonly EntryId[] };

const textOf = ({ value }: AnswerVersion): string => (typeof value === "string" ? value : "");

export function createNoteText(given: {
  readonly notes: Notes;
  /** Of the note that keeps what is typed. */
  readonly name: string;
  readonly me: UserId;
  /** What stands, newest first. */
  readonly versions: Accessor<readonly AnswerVersion[]>;
  readonly save: (value: string, replaces: EntryId[]) => Promise<Outcome>;
}): NoteText {
  const [draft, setDraft] = createSignal<Draft>();
  const [failed, setFailed] = createSignal<Problem>();
  /** Written here and not seen to stand yet: theirs are ours when they appear. */
  const [sent, setSent] = createSignal<readonly string[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay = false;
  /** What this box wrote: nothing of its own ever stands beside it. */
  const written = new Set<string>();

  /** The one in the box: this person's own where there is one, or the only one. */
  const inBox = createMemo(() => {
    const all = given.versions();
    return all.find(({ author }) => author === given.me) ?? (all.length === 1 ? all[0] : undefined);
  });
  const text = createMemo(() => {
    const version = inBox();
    return draft()?.text ?? sent().at(-1) ?? (version ? textOf(version) : "");
  });
  const kept = createKept(
    given.notes,
    given.name,
    () => {
      const typed = draft();
      return typed ? JSON.stringify(typed) : "";
    },
    (stored) => {
      const found = draftIn(stored);
      if (!found) return;
      setDraft(found);
      arm();
    },
  );

  // Once what was written here stands (or was written over already), the box follows what stands again.
  createEffect(() => {
    const standing = given.versions();
    const waiting = untrack(sent);
    if (waiting.length > 0 && standing.some((each) => waiting.includes(textOf(each)))) setSent([]);
  });

  const mineStanding = (): EntryId[] =>
    given
      .versions()
      .filter((each) => each === inBox())
      .map(({ entry }) => entry);

  const arm = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), SAVE_AFTER_MS);
  };
  const save = async (): Promise<void> => {
    clearTimeout(timer);
    const typed = draft();
    if (!typed || underWay) return;
    const standing = given.versions();
    const own = standing.filter((each) => each.author === given.me && written.has(textOf(each)));
    const replaces = [...new Set([...typed.seen, ...own.map(({ entry }) => entry)])].slice(-MOST_REPLACED);
    if (standing.length === 1 && standing[0] && textOf(standing[0]) === typed.text) {
      setDraft(undefined);
      kept.drop();
      return;
    }
    underWay = true;
    written.add(typed.text);
    setSent([typed.text]);
    const outcome = await given
      .save(typed.text, replaces)
      .catch((): Outcome => ({ ok: false, problem: { kind: "unexpected" } }));
    underWay = false;
    if (!outcome.ok) {
      setSent([]);
      setFailed(outcome.problem);
      return;
    }
    setFailed(undefined);
    const now = draft();
    if (now && now.text !== typed.text) {
      arm();
      return;
    }
    setDraft(undefined);
    kept.drop();
    if (given.versions().some((each) => textOf(each) === typed.text)) setSent([]);
  };
  const type = (value: string): void => {
    const seen = draft()?.seen ?? mineStanding();
    setDraft({ text: value, seen });
    arm();
  };
  onCleanup(() => void save());

  return {
    ready: kept.ready,
    text,
    state: () => (failed() ? "failed" : draft() ? "typing" : "saved"),
    problem: () => failed() ?? kept.problem(),
    others: createMemo(() => {
      const all = given.versions();
      return all.length > 1 ? all.filter((each) => each !== inBox()) : [];
    }),
    type,
    settle(value) {
      setDraft({ text: value, seen: given.versions().map(({ entry }) => entry) });
      void save();
    },
    flush: () => void save(),
  };
}

function draftIn(stored: string): Draft | undefined {
  try {
    const { text, seen } = JSON.parse(stored) as Partial<Draft>;
    return typeof text === "string" && Array.isArray(seen) ? { text, seen } : undefined;
  } catch {
    return undefined;
  }
}
