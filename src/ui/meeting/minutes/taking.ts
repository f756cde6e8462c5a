/** Minutes on their way out: what was made is what is recorded, whatever is chosen on the screen since. */
import type { Outcome, Session } from "../../../app/api.ts";
import type { TakenOut } from "../../../app/exportTypes.ts";
import type { EntryId } from "../../../domain/ids.ts";
import type { CopyOf } from "../../../forms/copyOf.ts";

type Chosen = {
  readonly session: Session;
  /** The key of the meeting. */
  readonly meeting: string;
  readonly signed: () => EntryId | undefined;
  readonly reader: () => string;
};

export type Taking = {
  /** Another copy, of the minutes and for the reader as chosen now. */
  next(): CopyOf | undefined;
  /** That which was begun last. */
  copy(): CopyOf | undefined;
  record(how: TakenOut["how"], protectedBy?: string): Promise<Outcome>;
};

export function makeTaking({ session, meeting, signed, reader }: Chosen): Taking {
  let last: { readonly signed: EntryId; readonly copy: CopyOf | undefined } | undefined;
  return {
    next() {
      const entry = signed();
      last = entry && { signed: entry, copy: session.nextCopy(meeting, "minutes", reader()) };
      return last?.copy;
    },
    copy: () => last?.copy,
    async record(how, protectedBy) {
      if (!last) return { ok: false, problem: { kind: "unexpected" } };
      return session.recordMinutes(meeting, last.signed, { how, protectedBy, copy: last.copy });
    },
  };
}
