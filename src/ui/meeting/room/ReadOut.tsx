import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { openingOf } from "../../../domain/meeting/attendance.ts";
import { MAX_NAME } from "../../../domain/lengths.ts";
import type { Confidentiality } from "../../../forms/definition/meeting.ts";
import { createAct } from "../../act.ts";
import { dateWords } from "../../caseFile/when.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { TurnedPage } from "../../referral/consent/TurnedPage.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { Room } from "./room.ts";

type Field = Confidentiality["fields"][number];

/** The statement read out at a large size, with its sheet, and agreed by all. [ASH-89] to [ASH-99] */
export function ReadOut(props: { room: Room; step: string; statement: Confidentiality }): JSX.Element {
  const view = () => props.room.open.view();
  const [reading, setReading] = createSignal(false);
  const done = () => openingOf(view().file).get(props.step);
  const kept = createKeptDraft(props.room.session, "room/statement", {
    values: [{ key: "", value: "" }],
  });
  const usual = ({ type, is }: Field): string => {
    const { meeting, attendees } = view();
    if (type === "date") return dateWords(meeting.date);
    if (type === "time") return meeting.start;
    const chairs = props.room.session.people.value.filter(({ roles }) => roles.includes("chair"));
    return is === "chair"
      ? (attendees.find(({ user }) => chairs.some((each) => each.user === user))?.name ?? "")
      : "";
  };
  const valueOf = (field: Field): string =>
    kept.draft.values.find(({ key }) => key === field.key)?.value ??
    (done()?.record.fields as Readonly<Record<string, string>> | undefined)?.[field.key] ??
    usual(field);
  const put = (key: string, value: string) =>
    kept.set("values", (before) => [...before.filter((each) => each.key !== key), { key, value }]);
  const act = createAct((agreed: boolean) =>
    props.room.note({
      type: "opening-done",
      step: props.step,
      done: agreed,
      fields: Object.fromEntries(
        props.statement.fields.map((field) => [field.key, valueOf(field).slice(0, MAX_NAME)]),
      ),
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
              value={valueOf(field)}
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
