import type { Accessor } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { AgendaItem } from "../../../domain/meeting/agenda.ts";
import type { OpenCase } from "../../caseFile/CaseGate.tsx";
import type { OpenMeeting } from "../MeetingGate.tsx";

/** One item about a case that is on this device, as every part of its page is given it. */
export type ItemParts = {
  session: Session;
  open: OpenMeeting;
  openCase: OpenCase;
  item: Accessor<AgendaItem>;
};
