/** The mark that a document leaves when it leaves the app: in a case, or in a meeting and every case that is in it. */
import type { EntryId, ScopeId } from "../domain/ids.ts";
import type { MeetingDocument } from "../domain/meeting/register.ts";
import type { CopyOf } from "../forms/copyOf.ts";
import type { Context } from "./context.ts";
import type { TakenOut } from "./exportTypes.ts";
import { scopesOf } from "./meetingViews.ts";
import type { Outcome } from "./outcome.ts";

type Fields = {
  readonly protectedBy?: string;
  readonly copy?: number;
  readonly copyMark?: string;
  readonly reader?: string;
};

const copyFields = (copy: CopyOf | undefined): Fields =>
  copy ? { copy: copy.number, copyMark: copy.mark, reader: copy.reader } : {};

/** As records say it. */
export const takenFields = <How extends string>({ how, protectedBy, copy }: TakenOut<How>) => ({
  how,
  ...(protectedBy === undefined ? {} : { protectedBy }),
  ...copyFields(copy),
});

/**
 * First in the meeting, which has a mark of each even where no case is in it, or none that this person may read; then in
 * each of these cases. Undone by nothing: what was written before one was refused stays.
 */
export async function recordInMeeting(
  context: Context,
  meeting: string,
  what: { readonly document: MeetingDocument; readonly minutes?: EntryId; readonly cases: Iterable<ScopeId> },
  taken: TakenOut,
): Promise<Outcome> {
  const [scope] = scopesOf(context, meeting);
  if (!scope) return { ok: false, problem: { kind: "not-allowed" } };
  const { document, minutes, cases } = what;
  const fields = { document, ...takenFields(taken) };
  const which = minutes === undefined ? {} : { minutes };
  const noted = await context.scribe.write(scope, [{ type: "meeting-exported", ...fields, ...which }]);
  if (!noted.ok) return noted;
  for (const each of cases) {
    const written = await context.scribe.write(each, [{ type: "exported", ...fields }]);
    if (!written.ok) return written;
  }
  return { ok: true, value: undefined };
}
