import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Notice } from "../kit/Notice.tsx";
import { itemsWords } from "./agendaWords.ts";
import type { OpenMeeting } from "./MeetingGate.tsx";
import { lastNote } from "./sending.ts";

/** For somebody who is asked to come: what for, and what was said when it was sent. What is left to do is in `prepare/`. */
export function MyPart(props: { open: OpenMeeting }): JSX.Element {
  const view = () => props.open.view();
  return (
    <Show when={view().me}>
      {(me) => (
        <Notice
          tone={me().apologies ? "warn" : "info"}
          title={me().apologies ? "You have sent apologies" : "You are asked to come"}
        >
          <p>{itemsWords(me().items, view().agenda)}</p>
          <Show when={lastNote(view())}>{(note) => <p class="confer-said">{note()}</p>}</Show>
        </Notice>
      )}
    </Show>
  );
}
