import { createMemo, createSignal, For, Index, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { HeardCase } from "../../app/meetingTypes.ts";
import type { ItemId } from "../../domain/ids.ts";
import type { AgendaItem } from "../../domain/meeting/agenda.ts";
import { type Party, unrepresented } from "../../domain/meeting/party.ts";
import { Button } from "../kit/Button.tsx";
import { Tag } from "../kit/Tag.tsx";
import { createLive } from "../live.ts";
import { itemTitle, partyWords } from "./agendaWords.ts";
import { onConfer, partyDraft } from "./inviteDraft.ts";
import { InviteForm } from "./InviteForm.tsx";
import type { OpenMeeting } from "./MeetingGate.tsx";
import { focusOn } from "../kit/takeFocus.ts";

/** For each case: whom its referral names, and who of them nobody stands for yet. [ASH-10] [HAR-16] [HER-41] */
export function CaseParties(props: {
  session: Session;
  open: OpenMeeting;
  onSaid: (words: string) => void;
}): JSX.Element {
  // By id: a form that is open keeps what is typed in it, whatever else changes.
  const ids = createMemo(
    () =>
      props.open
        .view()
        .agenda.flatMap(({ item, case: scope }) =>
          scope && props.open.view().cases.has(scope) ? [item] : [],
        ),
    [],
    { equals: (a, b) => a.length === b.length && a.every((each, at) => each === b[at]) },
  );
  return <For each={ids()}>{(id) => <OneCase {...props} id={id} />}</For>;
}

type Shared = { session: Session; open: OpenMeeting; onSaid: (words: string) => void };

function OneCase(props: Shared & { id: ItemId }): JSX.Element {
  const view = () => props.open.view();
  const heard = createMemo<{ item: AgendaItem; held: HeardCase } | undefined>((before) => {
    const item = view().agenda.find((each) => each.item === props.id);
    const held = item?.case && view().cases.get(item.case);
    return item && held ? { item, held } : before;
  });
  return (
    <Show when={heard()}>
      {(it) => (
        <section aria-labelledby={`parties-${props.id}`}>
          <h3 class="govuk-heading-s" id={`parties-${props.id}`} tabindex="-1">
            {itemTitle(it().item, view().cases)}
          </h3>
          <Parties {...props} item={it().item} held={it().held} />
        </section>
      )}
    </Show>
  );
}

function Parties(props: Shared & { item: AgendaItem; held: HeardCase }): JSX.Element {
  const missing = () => unrepresented(props.held.parties, props.open.view().attendees, props.item.item);
  return (
    <Show
      when={props.held.parties.length > 0}
      fallback={<p class="govuk-body">The referral names nobody for the hearing.</p>}
    >
      <ul class="govuk-list">
        <Index each={props.held.parties}>
          {(party, at) => (
            <li class="confer-party">
              <OneParty {...props} party={party()} at={at} missing={missing().includes(party())} />
            </li>
          )}
        </Index>
      </ul>
    </Show>
  );
}

function OneParty(
  props: Shared & { item: AgendaItem; party: Party; at: number; missing: boolean },
): JSX.Element {
  const people = createLive(props.session.people);
  const [asking, setAsking] = createSignal(false);
  const words = () => partyWords(props.party) || "nobody is named in the referral";
  return (
    <>
      {props.party.label}: {words()}{" "}
      <Show when={props.missing} fallback={<Tag tone="good">Asked</Tag>}>
        <Tag tone={props.party.required ? "warn" : "neutral"}>
          {props.party.required ? "Has to be there, and nobody is asked" : "Nobody asked"}
        </Tag>{" "}
        <Show
          when={asking()}
          fallback={
            <Button
              kind="link"
              about={`${words()}, for ${itemTitle(props.item, props.open.view().cases)}`}
              onClick={() => setAsking(true)}
            >
              Ask
            </Button>
          }
        >
          <InviteForm
            session={props.session}
            open={props.open}
            name={`${props.item.item}/${props.party.key}/${props.at}`}
            blank={partyDraft(props.party, props.item.item, onConfer(people()))}
            onClose={(said) => {
              setAsking(false);
              focusOn(`parties-${props.item.item}`);
              if (said !== undefined) props.onSaid(said);
            }}
          />
        </Show>
      </Show>
    </>
  );
}
