import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { type CalendarDate, formatCalendarDate } from "../../../domain/calendarDate.ts";
import {
  type ActionLine,
  type Doer,
  type Picks,
  type Question,
  readActionLine,
} from "../../../domain/case/actionLine.ts";
import { weekdayOf } from "../../../domain/days.ts";
import type { ActionId } from "../../../domain/ids.ts";
import { MAX_NAME, MAX_PROSE } from "../../../domain/lengths.ts";
import { createAct } from "../../act.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { Heard } from "./heard.ts";
import { lineContextOf } from "./lineContext.ts";

const dayWords = (date: CalendarDate): string => `${weekdayOf(date)} ${formatCalendarDate(date)}`;
const doerWords = ({ agency, owner }: Doer): string =>
  [owner, agency === "" ? "" : owner === "" ? agency : `(${agency})`].filter(Boolean).join(" ");
const choiceWords = (choice: Doer | CalendarDate): string => {
  if (typeof choice === "string") return dayWords(choice);
  if (choice.agency !== "" && choice.owner === "") return `${choice.agency}, as an agency`;
  return choice.agency === "" ? `${choice.owner}, as a person` : doerWords(choice);
};

/** What, who and when on one line; Enter takes it down, once nothing in it can be read two ways. */
export function ActionEntry(props: { heard: Heard }): JSX.Element {
  const id = `action-line-${props.heard.item.item}`;
  const kept = createKeptDraft(props.heard.room.session, `room/${id}`, { line: "" });
  const [picks, setPicks] = createSignal<Picks>({});
  const [tried, setTried] = createSignal(false);
  const context = createMemo(() => lineContextOf(props.heard.room));
  const read = createMemo(() => readActionLine(kept.draft.line, context(), picks()));
  const empty = () => kept.draft.line.trim() === "";
  const tooLong = () =>
    read().what.length > MAX_PROSE || Math.max(read().agency.length, read().owner.length) > MAX_NAME;
  const focus = () => document.getElementById(id)?.focus();
  const act = createAct((agreed: Pick<ActionLine, "what" | "agency" | "owner" | "user" | "due">) =>
    props.heard.note({
      type: "action-set",
      action: props.heard.room.session.newId<ActionId>(),
      meeting: props.heard.meeting,
      ...agreed,
      user: agreed.user ?? "",
    }),
  );
  let saving: Promise<unknown> = Promise.resolve();
  const add = async (): Promise<void> => {
    setTried(true);
    if (read().questions.length > 0 || tooLong()) {
      // To the first thing to choose; without one, the words say what to type.
      requestAnimationFrame(() => document.getElementById(`${id}-choice`)?.focus());
      return;
    }
    // The line is free at once: whoever keeps up with a meeting types on while the one before is saved.
    const taken = kept.draft.line;
    const { what, agency, owner, user, due } = read();
    setTried(false);
    setPicks({});
    kept.set("line", "");
    focus();
    const saved = saving.then(() => act.run({ what, agency, owner, user, due }));
    saving = saved;
    if (await saved) {
      if (empty()) kept.clear();
    } else kept.set("line", [taken, kept.draft.line].filter(Boolean).join(" "));
  };
  const pick = (question: Question, choice: Doer | CalendarDate): void => {
    const words = question.words;
    if (typeof choice === "string") setPicks({ ...picks(), when: { words, date: choice } });
    else setPicks({ ...picks(), who: { words, doer: choice } });
    focus();
  };
  const understood = () => {
    const { what, due, dueIsUsual, questions } = read();
    const about = (which: Question["about"]) => questions.some((each) => each.about === which);
    const when = due === "" ? "no date" : `${dayWords(due)}${dueIsUsual ? " (the panel’s usual time)" : ""}`;
    return [
      about("what") ? "?" : what,
      about("who") ? "who?" : doerWords(read()),
      about("when") ? "when?" : `by ${when}`,
    ].join(" – ");
  };
  return (
    <Show when={kept.ready()}>
      <form
        class="confer-room__entry"
        aria-label="Add an action"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextInput
          id={id}
          label="Action"
          hint="What @who when, then Enter. For example: Visit the flat @Housing J Okoro +2w. When: +2w, Fri, 12 Dec or next panel."
          error={tooLong() ? "Enter a shorter action" : undefined}
          spellcheck
          value={kept.draft.line}
          onInput={(line) => kept.set("line", line)}
        />
        <Show when={!empty() || tried()}>
          <p class="govuk-body confer-room__understood" role="status">
            {understood()}
          </p>
          <For each={read().questions}>
            {(question, at) => (
              <div class="confer-room__question">
                <p class="govuk-body">{question.text}</p>
                <div class="confer-actions">
                  <For each={question.choices}>
                    {(choice, index) => (
                      <button
                        type="button"
                        id={
                          at() === firstAsked(read().questions) && index() === 0 ? `${id}-choice` : undefined
                        }
                        class="confer-button confer-button--secondary"
                        onClick={() => pick(question, choice)}
                      >
                        {choiceWords(choice)}
                      </button>
                    )}
                  </For>
                </div>
              </div>
            )}
          </For>
        </Show>
        <Button type="submit" kind="secondary">
          Add action
        </Button>
        <ProblemNotice problem={act.problem()} />
      </form>
    </Show>
  );
}

const firstAsked = (questions: readonly Question[]): number =>
  questions.findIndex(({ choices }) => choices.length > 0);
