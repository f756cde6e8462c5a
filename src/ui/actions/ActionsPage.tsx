import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ListedAction } from "../../app/actionTypes.ts";
import type { Session } from "../../app/api.ts";
import { mayLead } from "../../domain/roles.ts";
import { ActionCards } from "../afterwards/ActionCards.tsx";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { Radios } from "../kit/Radios.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { counted } from "../words/backup.ts";
import { AgencyList } from "./AgencyList.tsx";
import { type Arrangement, arrange, firstOf } from "./arrange.ts";
import { aboutCase, cardOf } from "./cards.tsx";
import { createGrowing } from "./createGrowing.ts";
import { createListed } from "./createListed.ts";
import { Filters } from "./Filters.tsx";
import { byUrgency } from "./order.ts";
import { SharedNotice } from "./SharedNotice.tsx";
import { EVERYTHING, makeWanted, type Wanted } from "./wanted.ts";

/** Shown at first, and at each press for more: thousands at once would be slow and are read by nobody. */
const STEP = 30;

type Whose = "mine" | "agency" | "all";

/** Actions across every case that this person may read: their own first, their agency’s, everybody’s. [OXT-33] */
export function ActionsPage(props: { session: Session }): JSX.Element {
  const { session } = props;
  const { actions, today, named, urgencyOf, hold, meetingOf } = createListed(session);
  const me = createLive(session.me);
  const agency = () => me().profile?.agency ?? "";
  const of: Record<Whose, (action: ListedAction) => boolean> = {
    mine: ({ mine, forMe }) => mine || forMe,
    agency: (action) => agency() !== "" && action.agency === agency(),
    all: () => true,
  };
  const [chosen, setChosen] = createSignal<Whose>();
  const whose = createMemo((): Whose => chosen() ?? (actions().some(of.mine) ? "mine" : "all"));
  const [wanted, setWanted] = createSignal<Wanted>(EVERYTHING);
  const [withOver, setWithOver] = createSignal(false);
  const [chosenBy, setBy] = createSignal<Arrangement>("urgency");
  const by = (): Arrangement => (whose() === "mine" ? "urgency" : chosenBy());
  const [most, setMost] = createSignal(STEP);
  const { shown, change } = createGrowing(most);
  /** Another list, its first part again. */
  const show = (work: () => void): void =>
    change(() => {
      work();
      setMost(STEP);
    });
  /** Sorted once, and not for each choice: what is left out of them leaves the others in their order. */
  const sorted = createMemo(() => byUrgency(actions(), urgencyOf));
  const open = createMemo(() => sorted().filter((action) => urgencyOf(action) !== "over"));
  const left = createMemo(() => ({
    mine: open().filter(of.mine).length,
    agency: open().filter(of.agency).length,
    all: open().length,
  }));
  const found = createMemo(() => {
    const [isTheirs, isWanted] = [of[whose()], makeWanted(wanted())];
    return (withOver() ? sorted() : open()).filter((action) => isTheirs(action) && isWanted(action));
  });
  const arranged = createMemo(() => arrange(found(), by(), { urgencyOf, meetingOf }));
  const groups = createMemo(() => firstOf(arranged(), Math.min(shown(), most())));
  const byKey = createMemo(() => new Map(groups().map((group) => [group.key, group])));
  return (
    <Page title="Actions">
      <SharedNotice />
      <Radios
        id="actions-whose"
        label="Whose"
        legendSize="s"
        inline={true}
        small={true}
        options={[
          { value: "mine", label: `Mine (${left().mine})` },
          { value: "agency", label: `My agency’s (${left().agency})` },
          { value: "all", label: `Everybody’s (${left().all})` },
        ]}
        value={whose()}
        onChange={(value) => show(() => setChosen(value as Whose))}
      />
      <Filters
        actions={actions()}
        wanted={wanted()}
        onWanted={(said) => show(() => setWanted((before) => ({ ...before, ...said })))}
        withOver={withOver()}
        onWithOver={(over) => show(() => setWithOver(over))}
        by={chosenBy()}
        onBy={(said) => show(() => setBy(said))}
        many={whose() !== "mine"}
      />
      <Show when={mayLead(me().roles)}>
        <p class="govuk-body">
          <a class="govuk-link confer-target" href={PATTERNS.followThrough}>
            Actions by agency, to print
          </a>
        </p>
      </Show>
      <p class="govuk-body" role="status">
        {found().length === 0 ? "" : `${counted(found().length, "action", "actions")} found.`}
      </p>
      <Show
        when={found().length > 0}
        fallback={
          <EmptyState title={whose() === "mine" ? "You have no action to do" : "No action to do"}>
            What a panel agrees that somebody does appears here as soon as this device has heard of it.
          </EmptyState>
        }
      >
        <For each={groups().map(({ key }) => key)}>
          {(key) => (
            <Show when={byKey().get(key)}>
              {(group) => (
                <section aria-label={group().title}>
                  <h2 class="govuk-heading-m">{group().title}</h2>
                  <Show when={group().counts}>{(counts) => <p class="govuk-body">{counts()}.</p>}</Show>
                  <ActionCards
                    session={session}
                    cards={group().actions.map(cardOf)}
                    today={today()}
                    named={named()}
                    about={(card) => aboutCase(card, whose() === "mine" ? undefined : meetingOf(card.action))}
                    onOpen={({ action }) => hold(action)}
                  />
                </section>
              )}
            </Show>
          )}
        </For>
        <Show when={mayLead(me().roles) && wanted().agency}>
          {(chosenAgency) => <AgencyList session={session} agency={chosenAgency()} actions={found()} />}
        </Show>
        <Show when={found().length > most()}>
          <Button kind="secondary" onClick={() => setMost((count) => count + STEP)}>
            Show more ({found().length - most()} left)
          </Button>
        </Show>
      </Show>
    </Page>
  );
}
