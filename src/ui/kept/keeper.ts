/** Keeps what is typed on one screen as one sealed note: within half a second, and at once when asked. */
import type { Problem, Session } from "../../app/api.ts";

export type Notes = Pick<Session, "keepNote" | "readNote" | "clearNote">;

/** From the first letter typed to its being handed over to be sealed. */
const KEEP_AFTER_MS = 400;

export type Keeper = {
  /** Everything typed so far; "" when nothing is, which clears the note. */
  changed(text: string): void;
  /** Keeps now what waits: on leaving, on locking, when the page is hidden. */
  flush(): void;
  /** What was typed is a record now. */
  drop(): void;
};

/** `onProblem`: of the latest try; undefined when it was kept. */
export function makeKeeper(
  notes: Notes,
  name: string,
  onProblem: (problem: Problem | undefined) => void,
): Keeper {
  let waiting: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  let underWay: Promise<unknown> = Promise.resolve();

  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    waiting = undefined;
  };
  // Not queued: on locking it has to be with the vault before the keys go.
  const keep = (text: string): void => {
    turn += 1;
    const kept = notes.keepNote(name, text).then(
      (outcome) => onProblem(outcome.ok ? undefined : outcome.problem),
      () => onProblem({ kind: "unexpected" }),
    );
    underWay = Promise.all([underWay, kept]);
  };
  /** After what is being kept, or that would come back; not at all when more has been typed since. */
  const clear = (): void => {
    turn += 1;
    const mine = turn;
    void underWay.then(() => (mine === turn ? notes.clearNote(name) : undefined)).catch(() => undefined);
  };
  const flush = (): void => {
    const text = waiting;
    stop();
    if (text === undefined) return;
    if (text === "") clear();
    else keep(text);
  };
  return {
    changed(text) {
      waiting = text;
      timer ??= setTimeout(flush, KEEP_AFTER_MS);
    },
    flush,
    drop() {
      stop();
      clear();
    },
  };
}
