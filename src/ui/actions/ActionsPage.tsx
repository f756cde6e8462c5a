import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ListedAction } from "../../app/actionTypes.ts";
import type { Session } from "../../app/api.ts";
import { ActionCards } from "../afterwards/ActionCards.tsx";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { Radios } from "../kit/Radios.tsx";
import { Select } from "../kit/Select.tsx";
import { createLive } from "../live.ts";
import { aboutCase, cardOf } from "./cards.tsx";
import { createListed } from "./createListed.ts";
import { byUrgency, URGENCIES } from "./order.ts";

/** Shown at first, and at each press for more: thousands at once would be slow and are read by nobody. */
const STEP = 30;

type Whose = "mine" | "agency" | "all";

/** Actions across every case that this person may read: their own first, their agency’s, everybody’s. */
export function ActionsPage(props: { session: Session }): JSX.Element {
  const { session } = props;
  const listed = createListed(session);
  const { actions, today, named, urgencyOf, hold } = listed;
  const me = createLive(session.me);
  const agency = () => me().profile?.agency ?? "";
  const of: Record<Whose, (action: ListedAction) => boolean> = {
    mine: ({ mine, forMe }) => mine || forMe,
    agency: (action) => agency() !== "" && action.agency === agency(),
    all: () => true,
  };
  const [chosen, setChosen] = createSignal<Whose>();
  const whose = (): Whose => chosen() ?? (actions().some(of.mine) ? "mine" : "all");
  const [forCase, setForCase] = createSignal("");
  const [forAgency, setForAgency] = createSignal("");
  const [withOver, setWithOver] = createSignal("no");
  const [shown, setShown] = createSignal(STEP);
  const left = (key: Whose): number =>
    actions().filter((action) => of[key](action) && urgencyOf(action) !== "over").length;
  const wanted = createMemo(() =>
    byUrgency(
      actions().filter(
        (action) =>
          of[whose()](action) &&
          (forCase() === "" || action.reference === forCase()) &&
          (forAgency() === "" || action.agency === forAgency()) &&
          (withOver() === "yes" || urgencyOf(action) !== "over"),
      ),
      urgencyOf,
    ),
  );
  const page = createMemo(() => wanted().slice(0, shown()));
  const groups = createMemo(() =>
    URGENCIES.filter(({ urgency }) => page().some((action) => urgencyOf(action) === urgency)),
  );
  return (
    <Page title="Actions">
      <Radios
        id="actions-whose"
        label="Whose"
        legendSize="s"
        inline={true}
        options={[
          { value: "mine", label: `Mine (${left("mine")})` },
          { value: "agency", label: `My agency’s (${left("agency")})` },
          { value: "all", label: `Everybody’s (${left("all")})` },
        ]}
        value={whose()}
        onChange={(value) => {
          setChosen(value as Whose);
          setShown(STEP);
        }}
      />
      <div class="confer-filter">
        <Select
          id="actions-case"
          label="Case"
          labelSize="s"
          prompt="All cases"
          options={options(actions(), ({ reference }) => reference, labelOfCase)}
          value={forCase()}
          onChange={setForCase}
        />
        <Show when={whose() === "all"}>
          <Select
            id="actions-agency"
            label="Agency"
            labelSize="s"
            prompt="All agencies"
            options={options(
              actions(),
              (each) => each.agency,
              (each) => each.agency,
            )}
            value={forAgency()}
            onChange={setForAgency}
          />
        </Show>
        <Select
          id="actions-over"
          label="Those that are over"
          labelSize="s"
          prompt="Left out"
          options={[{ value: "yes", label: "Shown last" }]}
          value={withOver() === "yes" ? "yes" : ""}
          onChange={(value) => setWithOver(value === "yes" ? "yes" : "no")}
        />
      </div>
      <Show
        when={wanted().length > 0}
        fallback={
          <EmptyState title={whose() === "mine" ? "You have no action to do" : "No action to do"}>
            What a panel agrees that somebody does appears here as soon as this device has heard of it.
          </EmptyState>
        }
      >
        <For each={groups()}>
          {({ urgency, title }) => (
            <section aria-label={title}>
              <h2 class="govuk-heading-m">{title}</h2>
              <ActionCards
                session={session}
                cards={page()
                  .filter((action) => urgencyOf(action) === urgency)
                  .map(cardOf)}
                today={today()}
                named={named()}
                about={aboutCase}
                onOpen={({ action }) => hold(action)}
              />
            </section>
          )}
        </For>
        <Show when={wanted().length > page().length}>
          <Button kind="secondary" onClick={() => setShown((count) => count + STEP)}>
            Show more ({wanted().length - page().length} left)
          </Button>
        </Show>
      </Show>
    </Page>
  );
}

const labelOfCase = ({ subject, reference }: ListedAction): string =>
  subject.trim() === "" ? reference : `${subject}, ${reference}`;

/** Each once, in the order of their labels; those without a value left out. */
function options(
  actions: readonly ListedAction[],
  valueOf: (action: ListedAction) => string,
  label: (action: ListedAction) => string,
): readonly { readonly value: string; readonly label: string }[] {
  const found = new Map(actions.map((action) => [valueOf(action), label(action)]));
  found.delete("");
  return [...found]
    .map(([value, text]) => ({ value, label: text }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
