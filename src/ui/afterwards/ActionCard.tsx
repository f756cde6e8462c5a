import { createMemo, createSignal, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { isOpen, openAskings } from "../../domain/case/actions.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { mayMinute } from "../../domain/roles.ts";
import type { NamedDay } from "../../domain/workingDays.ts";
import { createAct } from "../act.ts";
import { momentOf } from "../caseFile/when.ts";
import { Button } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { Tag } from "../kit/Tag.tsx";
import { Timeline } from "../kit/Timeline.tsx";
import { createLive } from "../live.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { ACTION_STATES, dueWords, isOverdue, ownLastWord, toldOf } from "../words/actions.ts";
import { commitmentWords } from "../words/chased.ts";
import type { CardAction } from "./cardAction.ts";
import { Chased } from "./Chased.tsx";
import { Askings } from "./Askings.tsx";
import { AskForDay, OfferAction } from "./AskForms.tsx";
import { Evidence } from "./Evidence.tsx";
import { Reminded } from "./Reminded.tsx";
import { UpdateAction } from "./UpdateAction.tsx";

/** One action: what, who, by when, how it stands, and everything that was said about that. */
export function ActionCard(props: {
  session: Session;
  of: CardAction;
  today: CalendarDate;
  named: readonly NamedDay[];
  /** Under what is to be done: which case, where the list holds more than one. */
  about?: JSX.Element;
  /** Something is about to be said of it. */
  onOpen?: (() => void) | undefined;
}): JSX.Element {
  const action = () => props.of.action;
  const late = () => isOverdue(action(), props.today);
  const facts = () =>
    [
      action().owner === "" ? "Nobody named" : action().owner,
      action().contact === "" ? undefined : `Contact: ${action().contact}`,
      props.of.outcome,
      commitmentWords(action()),
    ].filter((part) => part !== undefined);
  const told = createMemo(() => toldOf(props.of));
  return (
    <li class="confer-card">
      <h3 class="confer-card__title" dir="auto">
        {action().what}
      </h3>
      {props.about}
      <p class="govuk-body">
        <Tag tone={late() ? "bad" : ACTION_STATES[action().state].tone}>
          {ACTION_STATES[action().state].text}
        </Tag>{" "}
        {dueWords(action(), props.today, props.named)}
      </p>
      <Chased of={props.of} today={props.today} />
      <p class="govuk-body" dir="auto">
        {facts().join(". ")}
      </p>
      <Reminded session={props.session} of={props.of} today={props.today} />
      <Show when={told().length > 0}>
        <Details summary={`What was said about it (${told().length})`}>
          <Timeline
            label="Newest first"
            items={told().map(({ entry, order, text }) => ({
              key: entry,
              at: momentOf(order[0]),
              iso: new Date(order[0]).toISOString(),
              text,
            }))}
          />
        </Details>
      </Show>
      <Evidence session={props.session} of={props.of} />
      <Askings session={props.session} of={props.of} />
      <Show when={props.of.mayUpdate}>
        <Updating session={props.session} of={props.of} onOpen={() => props.onOpen?.()} />
      </Show>
    </li>
  );
}

type Form = "done" | "notPossible" | "any" | "offer" | "day";

/** Three ways to say how it stands, each one press from being saved; and for an hour a way back. */
function Updating(props: { session: Session; of: CardAction; onOpen: () => void }): JSX.Element {
  const safety = createLive(props.session.safety);
  const [opened, setOpened] = createSignal<Form>();
  const [said, setSaid] = createSignal("");
  const me = createLive(props.session.me);
  const action = () => props.of.action;
  /** As the fold has it: whoever is to do it, or who writes for the panel, one question of a kind at a time. */
  const mayAsk = (kind: "action-offered" | "action-day-asked"): boolean =>
    (action().user === me().user || mayMinute(me().roles)) &&
    openAskings(action()).every(({ asked }) => asked.record.type !== kind);
  const saved = (words: string): void => {
    setOpened(undefined);
    setSaid(safety().connection === "online" ? words : `${words} Will send when you are online.`);
  };
  const undo = createAct(async () => {
    const { session, of } = props;
    const last = ownLastWord(action(), session.me.value.user, Date.now());
    if (!last) return { ok: true, value: undefined } as const;
    const { state, evidence } = last;
    const back = await session.noteCase(of.scope, [
      { type: "action-updated", action: action().action, state, words: "", takesBack: last.entry },
    ]);
    // What was shown is taken back with what was said. One that fails to go is no evidence any more all the same.
    if (back.ok) for (const paper of evidence) await session.removePaper(of.scope, paper);
    return back;
  });
  const open = (form: Form): void => {
    setSaid("");
    props.onOpen();
    setOpened(form);
  };
  return (
    <>
      <Show
        when={opened()}
        keyed
        fallback={
          <div class="confer-actions">
            <Show when={isOpen(action())}>
              <Button kind="secondary" about={action().what} onClick={() => open("done")}>
                Done
              </Button>
            </Show>
            <Button kind="secondary" about={action().what} onClick={() => open("any")}>
              Update
            </Button>
            <Show when={isOpen(action())}>
              <Button kind="secondary" about={action().what} onClick={() => open("notPossible")}>
                Can’t
              </Button>
            </Show>
            <Show when={isOpen(action()) && mayAsk("action-offered")}>
              <Button kind="link" about={action().what} onClick={() => open("offer")}>
                Hand over
              </Button>
            </Show>
            <Show when={isOpen(action()) && mayAsk("action-day-asked")}>
              <Button kind="link" about={action().what} onClick={() => open("day")}>
                Ask for another day
              </Button>
            </Show>
            <Show when={ownLastWord(action(), props.session.me.value.user, Date.now())}>
              <Button
                kind="link"
                busy={undo.busy()}
                about={`what you said of ${action().what}`}
                onClick={() => void undo.run().then((done) => done && saved("Taken back."))}
              >
                Undo
              </Button>
            </Show>
          </div>
        }
      >
        {(form) => (
          <Switch
            fallback={
              <UpdateAction
                session={props.session}
                scope={props.of.scope}
                action={action()}
                state={form === "done" || form === "notPossible" ? form : undefined}
                onSaved={() => saved("Saved.")}
                onClose={() => setOpened(undefined)}
              />
            }
          >
            <Match when={form === "offer"}>
              <OfferAction
                session={props.session}
                of={props.of}
                onSaved={() => saved("Asked. It stays with you until they say yes.")}
                onClose={() => setOpened(undefined)}
              />
            </Match>
            <Match when={form === "day"}>
              <AskForDay
                session={props.session}
                of={props.of}
                onSaved={() =>
                  saved("Asked. The day stays as it is until the chair or a co-ordinator agrees.")
                }
                onClose={() => setOpened(undefined)}
              />
            </Match>
          </Switch>
        )}
      </Show>
      <ProblemNotice problem={undo.problem()} />
      <p class="govuk-body" role="status">
        {said()}
      </p>
    </>
  );
}
