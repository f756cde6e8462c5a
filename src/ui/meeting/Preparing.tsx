import { createMemo } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { minutesOf } from "../../domain/meeting/planning.ts";
import { type Task, TaskList } from "../kit/TaskList.tsx";
import { createLive, createSteady } from "../live.ts";
import { createServerNow } from "../thisDevice.ts";
import { byWords } from "../words/deadline.ts";
import { spanWords } from "./agendaWords.ts";
import { onConfer } from "./inviteDraft.ts";
import type { OpenMeeting } from "./MeetingGate.tsx";
import { recipientsOf, sendingsOf } from "./sending.ts";

/** For whoever runs the meeting: what is to be done before it, in order, and how far each is. */
export function Preparing(props: { session: Session; open: OpenMeeting; leads: boolean }): JSX.Element {
  const { open } = props;
  const people = createLive(props.session.people);
  const panels = createLive(props.session.panels);
  const nowMs = createServerNow(props.session);
  const release = createMemo(() => {
    const view = open.view();
    const panel = panels().find(({ definition }) => definition.id === view.definition.id);
    const sendings = sendingsOf(view, panel, nowMs()).filter(({ row }) => row.goes === "release");
    const confirmed = new Set(onConfer(people()).map(({ user }) => user));
    const fresh = recipientsOf(view, confirmed).filter((each) => each.fresh.length > 0).length;
    return { sending: sendings.find(({ due }) => due) ?? sendings[0], fresh };
  });
  const agenda = (): Task => {
    const items = open.view().agenda;
    const count = items.length === 1 ? "1 item" : `${items.length} items`;
    return {
      key: "agenda",
      title: "The agenda",
      href: open.href("agenda"),
      hint: items.length === 0 ? undefined : `${count}, ${spanWords(minutesOf(items))} planned`,
      status:
        items.length === 0 ? { text: "Nothing on it yet", tone: "info" } : { text: count, tone: "good" },
    };
  };
  const who = (): Task => {
    const { attendees } = open.view();
    const absent = attendees.filter(({ apologies }) => apologies).length;
    return {
      key: "people",
      title: "Who comes",
      href: open.href("people"),
      hint: absent === 0 ? undefined : `${absent} cannot come`,
      status:
        attendees.length === 0
          ? { text: "Nobody asked yet", tone: "info" }
          : { text: `${attendees.length} asked`, tone: "good" },
    };
  };
  const sendOut = (): Task => {
    const { sending, fresh } = release();
    const due = sending?.due;
    return {
      key: "release",
      title: "Send it out",
      href: open.href("release"),
      hint: due ? `Due by ${byWords(due, londonDateOf(nowMs()))}` : undefined,
      status: sentStatus(sending, fresh),
    };
  };
  const pack: Task = {
    key: "pack",
    title: "Agenda and papers to print or as a PDF",
    href: open.href("pack"),
    hint: "For somebody who is not on Confer, or who reads on paper",
    status: { text: "When you need it", tone: "info" },
  };
  const tasks = createSteady<Task>(
    () => [agenda(), who(), ...(props.leads ? [sendOut()] : []), pack],
    ({ key }) => key,
  );
  return <TaskList id="preparing" tasks={tasks()} />;
}

function sentStatus(
  sending: ReturnType<typeof sendingsOf>[number] | undefined,
  fresh: number,
): Task["status"] {
  if (sending?.sentMs === undefined) {
    return sending?.late === true ? { text: "Late", tone: "warn" } : { text: "Not sent", tone: "info" };
  }
  return fresh === 0
    ? { text: "Sent", tone: "good" }
    : { text: fresh === 1 ? "New for 1 person" : `New for ${fresh} people`, tone: "warn" };
}
