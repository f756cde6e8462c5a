import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CalendarDate } from "../../../domain/calendarDate.ts";
import { promisesOf } from "../../../domain/case/discussion.ts";
import type { ReminderId, UserId } from "../../../domain/ids.ts";
import { readDue } from "../../../domain/case/dueWords.ts";
import { sameName } from "../../../domain/sameName.ts";
import { createAct } from "../../act.ts";
import { dateWords } from "../../caseFile/when.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { createLive } from "../../live.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { Heard } from "./heard.ts";
import { lineContextOf } from "./lineContext.ts";
import { createPart } from "./room.ts";

/** Progress to be reported: by when, in writing or in person, by whom. [OXT-63] */
export function ReportPart(props: { heard: Heard }): JSX.Element {
  const id = `report-${props.heard.item.item}`;
  const kept = createKeptDraft(props.heard.room.session, `room/${id}`, { when: "", how: "", who: "" });
  const [error, setError] = createSignal<string>();
  const promised = createPart(
    () => promisesOf(props.heard.file()).find(({ record }) => record.meeting === props.heard.meeting)?.record,
  );
  const people = createLive(props.heard.room.session.people);
  /** The one on Confer who is called so. */
  const userOf = (who: string): UserId | undefined => {
    const called = people().filter(({ user, profile }) => user && sameName(who, profile?.name ?? ""));
    return called.length === 1 ? called[0]?.user : undefined;
  };
  const isUnknown = ({ who, user }: { who: string; user?: UserId | undefined }): boolean =>
    who.trim() !== "" && user === undefined && userOf(who) === undefined;
  const act = createAct((on: CalendarDate | "", by: "date" | "nextMeeting") => {
    const who = kept.draft.who.trim().slice(0, 300);
    const user = userOf(who);
    return props.heard.note({
      type: "report-promised",
      meeting: props.heard.meeting,
      by,
      on,
      how: kept.draft.how === "inPerson" ? "inPerson" : "inWriting",
      who,
      ...(user && { user }),
      reminder: props.heard.room.session.newId<ReminderId>(),
    });
  });
  const save = async (): Promise<void> => {
    const words = kept.draft.when.trim();
    const next = words === "" || /^next (panel|meeting)$/i.test(words);
    const due = readDue(next ? "next panel" : words, lineContextOf(props.heard.room));
    const on = due?.kind === "date" ? due.date : undefined;
    if (!next && on === undefined) {
      setError(
        due?.kind === "unsure"
          ? `${due.why} Enter a date like 12 December 2026.`
          : "Enter a date like 12 December 2026, or “next panel”",
      );
      return;
    }
    if (kept.draft.how === "") {
      setError("Choose whether it is reported in writing or in person");
      return;
    }
    setError(undefined);
    if (await act.run(on ?? "", next ? "nextMeeting" : "date")) kept.clear();
  };
  return (
    <Show when={kept.ready()}>
      <Show when={promised()}>
        {(it) => (
          <p class="govuk-body" role="status">
            Progress is reported{" "}
            {it().by === "nextMeeting" ? "at the next panel" : `by ${dateWords(it().on)}`},{" "}
            {it().how === "inPerson" ? "in person" : "in writing"}
            {it().who ? `, by ${it().who}` : ""}.
            {isUnknown(it())
              ? " Nobody on Confer is found by that name: co-ordinators and chairs are reminded once it is late."
              : ""}
          </p>
        )}
      </Show>
      <TextInput
        id={id}
        label="Progress reported by when"
        hint="A date, “+4w”, or “next panel”. Empty means the next panel."
        error={error()}
        width={20}
        value={kept.draft.when}
        onInput={(when) => kept.set("when", when)}
      />
      <Radios
        id={`${id}-how`}
        label="How it is reported"
        inline
        options={[
          { value: "inWriting", label: "In writing" },
          { value: "inPerson", label: "In person" },
        ]}
        value={kept.draft.how === "" ? undefined : kept.draft.how}
        onChange={(how) => kept.set("how", how)}
      />
      <TextInput
        id={`${id}-who`}
        label="Who reports"
        optional
        value={kept.draft.who}
        onInput={(who) => kept.set("who", who)}
      />
      <Button kind="secondary" busy={act.busy()} onClick={() => void save()}>
        Record the report
      </Button>
      <ProblemNotice problem={act.problem()} />
    </Show>
  );
}
