/** What the parts of one case share while it is heard. */
import type { CaseNote, HeardCase } from "../../../app/meetingTypes.ts";
import type { Outcome } from "../../../app/outcome.ts";
import type { CaseFile } from "../../../domain/case/caseFile.ts";
import type { ScopeId } from "../../../domain/ids.ts";
import type { AgendaItem } from "../../../domain/meeting/agenda.ts";
import type { Room } from "./room.ts";

export type Heard = {
  readonly room: Room;
  readonly item: AgendaItem;
  readonly scope: ScopeId;
  readonly heard: () => HeardCase;
  readonly file: () => CaseFile;
  /** The key of the meeting. */
  readonly meeting: string;
  note(...notes: CaseNote[]): Promise<Outcome>;
};

export function heardOf(room: Room, item: AgendaItem, scope: ScopeId): Heard {
  let last: HeardCase | undefined;
  const heard = (): HeardCase => {
    last = room.open.view().cases.get(scope) ?? last;
    if (!last) throw new Error("heardOf: the case is not on this device");
    return last;
  };
  return {
    room,
    item,
    scope,
    heard,
    file: () => heard().file,
    meeting: room.open.key,
    note: (...notes) => room.session.noteCase(scope, notes),
  };
}
