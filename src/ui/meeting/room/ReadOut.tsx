import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { openingOf } from "../../../domain/meeting/attendance.ts";
import type { Confidentiality } from "../../../forms/definition/meeting.ts";
import { createAct } from "../../act.ts";
import { dateWords } from "../../caseFile/when.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { TurnedPage } from "../../referral/consent/TurnedPage.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { Room } from "./room.ts";

/** The statement read out at a large size, with its sheet, and agreed by all. [ASH-89] to [ASH-99] */
export function ReadOut(props: { room: Room; statement: Confidentiality }): JSX.Element {
  const view = () => props.room.open.view();
  const [reading, setReading] = createSignal(false);
  const done = () => openingOf(view().file).get("statement");
  const kept = createKeptDraft(props.room.session, "room/statement", {
    values: [{ key: "", value: "" }],
  });
  const usual = (key: string): string => {
    const { meeting, attendees } = view();
    if (key === "date") return dateWords(meeting.date);
    if (key === "time") return meeting.start;
    const chairs = props.room.session.people.value.filter(({ roles }) => roles.includes("chair"));
    return key === "chair"
      ? (attendees.find(({ user }) => chairs.some((each) => each.user === user))?.name ?? "")
      : "";
  };
  const valueOf = (key: string): string =>
    kept.draft.values.find((each) => each.key === key)?.value ??
    (done()?.record.fields as Readonly<Record<string, string>> | undefined)?.[key] ??
    usual(key);
  const put = (key: string, value: string) =>
    kept.set("values", (before) => [...before.filter((each) => each.key !== key), { key, value }]);
  const act = createAct((agreed: boolean) =>
    props.room.note({
      type: "opening-done",
      step: "statement",
      done: agreed,
      fields: Object.fromEntries(props.statement.fields.map(({ key }) => [key, valueOf(key).slice(0, 300)])),
    }),
  );
  return (
    <Show when={kept.ready()}>
      <div class="confer-room__sheet">
        <For each={props.statement.fields}>
          {(field) => (
            <TextInput
              id={`sheet-${field.key}`}
              label={field.label}
              value={valueOf(field.key)}
              onInput={(value) => put(field.key, value)}
            />
          )}
        </For>
      </div>
      <div class="confer-actions">
        <Button kind="secondary" onClick={() => setReading(true)}>
          Show the statement to read out
        </Button>
        <Button
          kind={done() ? "secondary" : "primary"}
          busy={act.busy()}
          onClick={() => void act.run(!done()).then((saved) => saved && kept.clear())}
        >
          {done() ? "Not agreed after all" : "Read out and agreed by all"}
        </Button>
      </div>
      <ProblemNotice problem={act.problem()} />
      <Show when={reading()}>
        <TurnedPage title={props.statement.title} language="en-GB" onDone={() => setReading(false)}>
          <For each={props.statement.statement}>{({ text }) => <p>{text}</p>}</For>
        </TurnedPage>
      </Show>
    </Show>
  );
}
