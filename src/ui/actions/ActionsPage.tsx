import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
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
import { firstOf } from "./arrange.ts";
import { AboutCase, cardOf } from "./cards.tsx";
import { createFound, FOUND_USUAL, type FoundBefore } from "./createFound.ts";
import { createListed } from "./createListed.ts";
import { makeListPlaces } from "./createListPlace.ts";
import { Filters } from "./Filters.tsx";
import type { Whose } from "./find.ts";
import { PrintedActions } from "./PrintedActions.tsx";
import { SharedNotice } from "./SharedNotice.tsx";

const placeIn = makeListPlaces<FoundBefore>();

/** Actions across every case that this person may read: their own first, their agency’s, everybody’s. [OXT-33] */
export function ActionsPage(props: { session: Session }): JSX.Element {
  const { session } = props;
  const listed = createListed(session);
  const { today, named, hold, meetingOf } = listed;
  const me = createLive(session.me);
  const place = placeIn(session, FOUND_USUAL);
  const { choices, choose, found, shown, most, showMore, now } = createFound(
    listed,
    () => me().profile?.agency ?? "",
    place.before,
  );
  const left = (whose: Whose): string => (found() ? ` (${found()?.left[whose]})` : "");
  const whoseFound = (): Whose | undefined => found()?.choices.whose;
  const count = (): number => found()?.actions.length ?? 0;
  const groups = createMemo(() => firstOf(found()?.groups ?? [], Math.min(shown(), most())));
  const byKey = createMemo(() => new Map(groups().map((group) => [group.key, group])));
  place.follow(now, () => found() !== undefined && shown() >= Math.min(most(), count()));
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
          { value: "mine", label: `Mine${left("mine")}` },
          { value: "agency", label: `My agency’s${left("agency")}` },
          { value: "all", label: `Everybody’s${left("all")}` },
        ]}
        value={choices().whose}
        onChange={(value) => choose({ whose: value as Whose })}
      />
      <Filters
        actions={listed.actions()}
        wanted={choices().wanted}
        onWanted={(said) => choose({ wanted: { ...choices().wanted, ...said } })}
        withOver={choices().withOver}
        onWithOver={(withOver) => choose({ withOver })}
        by={choices().by}
        onBy={(by) => choose({ by })}
        many={choices().whose !== "mine"}
      />
      <Show when={mayLead(me().roles)}>
        <p class="govuk-body">
          <a class="govuk-link confer-target" href={PATTERNS.followThrough}>
            Actions by agency, to print
          </a>
        </p>
      </Show>
      <p class="govuk-body" role="status">
        {count() === 0 ? "" : `${counted(count(), "action", "actions")} found.`}
      </p>
      <Show
        when={count() > 0}
        fallback={
          <Show when={found()}>
            <EmptyState title={whoseFound() === "mine" ? "You have no action to do" : "No action to do"}>
              What a panel agrees that somebody does appears here as soon as this device has heard of it.
            </EmptyState>
          </Show>
        }
      >
        <Show when={found()}>
          {(all) => <PrintedActions session={session} found={all()} today={today()} named={named()} />}
        </Show>
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
                    about={(card) => (
                      <AboutCase
                        card={card()}
                        meeting={whoseFound() === "mine" ? undefined : meetingOf(card().action)}
                      />
                    )}
                    onOpen={({ action }) => hold(action)}
                  />
                </section>
              )}
            </Show>
          )}
        </For>
        <Show when={mayLead(me().roles) && found()?.choices.wanted.agency}>
          {(agency) => <AgencyList session={session} agency={agency()} actions={found()?.actions ?? []} />}
        </Show>
        <Show when={count() > most()}>
          <Button kind="secondary" onClick={showMore}>
            Show more ({count() - most()} left)
          </Button>
        </Show>
      </Show>
    </Page>
  );
}
