import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { ItemId, ScopeId } from "../../domain/ids.ts";
import { beginnings, moved } from "../../domain/meeting/planning.ts";
import { createAct } from "../act.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { caseHref } from "../routes.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { ItemHead } from "./AgendaList.tsx";
import { itemTitle } from "./agendaWords.ts";
import { ItemForm } from "./ItemForm.tsx";
import type { OpenMeeting } from "./MeetingGate.tsx";

/** The items, each with the buttons that move, change and remove it. [ASH-79] */
export function AgendaItems(props: {
  session: Session;
  open: OpenMeeting;
  onRemove: (item: ItemId) => void;
  onSaid: (words: string) => void;
}): JSX.Element {
  const { session, open } = props;
  const agenda = () => open.view().agenda;
  // Rows by id: a row keeps its place in the page, and what is typed in it, whatever else changes.
  const ids = createMemo(() => agenda().map(({ item }) => item), [], {
    equals: (a, b) => a.length === b.length && a.every((each, at) => each === b[at]),
  });
  const begins = createMemo(() => beginnings(agenda(), open.view().meeting.start));
  const asked = (scope: ScopeId | undefined): string | undefined =>
    scope && open.view().cases.get(scope)?.asksEarlier;
  const [changing, setChanging] = createSignal<ItemId>();
  const act = createAct((item: ItemId, by: -1 | 1) =>
    session.noteMeeting(
      open.key,
      moved(agenda(), item, by).map((place) => ({ type: "agenda-item", ...place })),
    ),
  );
  const move = async (item: ItemId, by: -1 | 1): Promise<void> => {
    const at = agenda().findIndex((each) => each.item === item) + by;
    const found = agenda().find((each) => each.item === item);
    if (!found || at < 0 || at >= agenda().length || !(await act.run(item, by))) return;
    props.onSaid(`${itemTitle(found, open.view().cases)} is now item ${at + 1} of ${agenda().length}.`);
    const edge = by < 0 ? at === 0 : at === agenda().length - 1;
    document
      .getElementById(`${by < 0 === edge ? "down" : "up"}-${item}`)
      ?.querySelector("button")
      ?.focus();
  };
  return (
    <>
      <ProblemNotice problem={act.problem()} />
      <ol class="confer-agenda">
        <For each={ids()}>
          {(id, at) => {
            const item = createMemo(
              (before?: ReturnType<typeof agenda>[number]) =>
                agenda().find((each) => each.item === id) ?? before,
            );
            const title = () => itemTitle(item() ?? {}, open.view().cases);
            return (
              <li class="confer-agenda__item">
                <Show when={item()}>
                  {(it) => (
                    <Show
                      when={changing() !== id}
                      fallback={
                        <ItemForm
                          session={session}
                          open={open}
                          item={it()}
                          onClose={(words) => {
                            setChanging(undefined);
                            if (words !== undefined) props.onSaid(words);
                            document.getElementById(`change-${id}`)?.querySelector("button")?.focus();
                          }}
                        />
                      }
                    >
                      <ItemHead view={open.view()} item={it()} begins={begins()[at()]} />
                      <Show when={asked(it().case)}>
                        {(why) => (
                          <div class="confer-agenda__facts">The referral asks to be heard early: {why()}</div>
                        )}
                      </Show>
                      <div class="confer-agenda__moves">
                        <span id={`up-${id}`}>
                          <Show when={at() > 0}>
                            <Button kind="secondary" about={title()} onClick={() => void move(id, -1)}>
                              Earlier
                            </Button>
                          </Show>
                        </span>
                        <span id={`down-${id}`}>
                          <Show when={at() < ids().length - 1}>
                            <Button kind="secondary" about={title()} onClick={() => void move(id, 1)}>
                              Later
                            </Button>
                          </Show>
                        </span>
                        <span id={`change-${id}`}>
                          <Button kind="link" about={title()} onClick={() => setChanging(id)}>
                            Change
                          </Button>
                        </span>
                        <Button kind="link" about={title()} onClick={() => props.onRemove(id)}>
                          Remove
                        </Button>
                        <Show when={it().case}>
                          {(scope) => (
                            <Show when={open.view().cases.has(scope())}>
                              <ButtonLink kind="link" about={title()} href={caseHref(scope())}>
                                Read
                              </ButtonLink>
                            </Show>
                          )}
                        </Show>
                      </div>
                    </Show>
                  )}
                </Show>
              </li>
            );
          }}
        </For>
      </ol>
    </>
  );
}
