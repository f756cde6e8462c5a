import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import { concerns } from "../../app/meetingTypes.ts";
import { researchFor } from "../../domain/case/discussion.ts";
import { Notice } from "../kit/Notice.tsx";
import { itemsWords } from "./agendaWords.ts";
import type { OpenMeeting } from "./MeetingGate.tsx";
import { lastNote } from "./sending.ts";

/** For somebody who is asked to come: what for, what to read, which notes of their agency are owed. */
export function MyPart(props: { open: OpenMeeting }): JSX.Element {
  const view = () => props.open.view();
  const hasMine = (file: Parameters<typeof researchFor>[0]): boolean =>
    researchFor(file, props.open.key).some(({ author }) => author === view().me?.user);
  const owed = createMemo(() => {
    const { me, agenda, cases } = view();
    if (!me) return 0;
    return agenda.filter((item) => {
      const held = item.case && cases.get(item.case);
      return held && concerns(me, item.item) && !hasMine(held.file);
    }).length;
  });
  const owedWords = (): string =>
    owed() === 1
      ? "Say what your agency knows about 1 case."
      : `Say what your agency knows about ${owed()} cases.`;
  return (
    <Show when={view().me}>
      {(me) => (
        <Notice
          tone={me().apologies ? "warn" : "info"}
          title={me().apologies ? "You have sent apologies" : "You are asked to come"}
        >
          <p>{itemsWords(me().items, view().agenda)}</p>
          <Show when={owed() > 0 && !me().apologies}>
            <p>{owedWords()}</p>
          </Show>
          <Show when={lastNote(view())}>{(note) => <p class="confer-said">{note()}</p>}</Show>
        </Notice>
      )}
    </Show>
  );
}
