/** What the parts of the room share: the meeting, who looks at it, and the panel it belongs to. */
import { createMemo } from "solid-js";
import type { Accessor } from "solid-js";
import type { PanelInfo, Session } from "../../../app/api.ts";
import type { MeetingNote } from "../../../app/meetingTypes.ts";
import type { Outcome } from "../../../app/outcome.ts";
import { createLive } from "../../live.ts";
import type { OpenMeeting } from "../MeetingGate.tsx";

export type Room = {
  readonly session: Session;
  readonly open: OpenMeeting;
  /** With its other meetings; undefined where this device does not know the panel any more. */
  readonly panel: Accessor<PanelInfo | undefined>;
  note(...notes: MeetingNote[]): Promise<Outcome>;
};

export function createRoom(session: Session, open: OpenMeeting): Room {
  const panels = createLive(session.panels);
  return {
    session,
    open,
    panel: createMemo(() =>
      panels().find(({ definition }) => definition.id === open.view().meeting.definition),
    ),
    note: (...notes) => session.noteMeeting(open.key, notes),
  };
}

/**
 * Follows a part of the meeting, and is still while that part reads the same: the meeting is a new object with
 * every letter that anybody saves. The part must be plain JSON.
 */
export const createPart = <T>(read: () => T): Accessor<T> =>
  createMemo(read, undefined, {
    equals: (before, now) => JSON.stringify(before) === JSON.stringify(now),
  }) as Accessor<T>;
