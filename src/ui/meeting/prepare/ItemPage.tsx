import { useParams, useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { AgendaItem } from "../../../domain/meeting/agenda.ts";
import { hasReadSince } from "../../../domain/meeting/preparation.ts";
import { WatchedCase } from "../../caseFile/CaseGate.tsx";
import { CaseStrip } from "../../caseFile/CaseStrip.tsx";
import { ReferralTab } from "../../caseFile/ReferralTab.tsx";
import { dateWords } from "../../caseFile/when.ts";
import { Button, ButtonLink } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { type Tab, Tabs } from "../../kit/Tabs.tsx";
import { PapersTab } from "../../papers/PapersTab.tsx";
import { itemOf } from "../../routes.ts";
import { caseTitle } from "../../words/cases.ts";
import { MeetingGate, type OpenMeeting } from "../MeetingGate.tsx";
import { AgenciesTab } from "./AgenciesTab.tsx";
import { EarlierTab } from "./EarlierTab.tsx";
import { InterestTab } from "./InterestTab.tsx";
import type { ItemParts } from "./itemParts.ts";

/** One item of the agenda as somebody who comes prepares for it, often on a telephone and with no signal. */
export function ItemPage(props: { session: Session }): JSX.Element {
  const params = useParams();
  return (
    <MeetingGate session={props.session}>
      {(open) => {
        const item = createMemo(() =>
          open.view().agenda.find((each) => each.item === itemOf(params["item"])),
        );
        const scope = createMemo(() => {
          const held = item()?.case;
          return held !== undefined && open.view().cases.has(held) ? held : undefined;
        });
        return (
          <Show when={scope()} keyed fallback={<NotHere open={open} item={item()} />}>
            {(found) => (
              <WatchedCase session={props.session} title="Case" scope={found}>
                {(openCase) => (
                  <Item
                    session={props.session}
                    open={open}
                    openCase={openCase}
                    item={item as Accessor<AgendaItem>}
                  />
                )}
              </WatchedCase>
            )}
          </Show>
        );
      }}
    </MeetingGate>
  );
}

const backTo = (open: OpenMeeting) => ({ href: open.href(), text: "The meeting" });

/** About nobody, taken off the agenda, or a case whose papers have not come. */
function NotHere(props: { open: OpenMeeting; item: AgendaItem | undefined }): JSX.Element {
  return (
    <Page title="Item" heading={props.item?.title ?? "Item of the agenda"} back={backTo(props.open)}>
      <p class="govuk-body">
        {props.item === undefined
          ? "This address belongs to an earlier visit, or the item was taken off the agenda."
          : props.item.case === undefined
            ? "This item is about no case. There is nothing to read for it here."
            : "This case is not on this device. It comes once it has been sent to you and this device has been online."}
      </p>
      <ButtonLink href={props.open.href()}>Go to the meeting</ButtonLink>
    </Page>
  );
}

function Item(props: ItemParts): JSX.Element {
  const { session, open, openCase } = props;
  const [search, setSearch] = useSearchParams();
  const choose = (key: string): void => setSearch({ tab: key }, { replace: true });
  sayRead(props);

  const tabs = createMemo((): readonly Tab[] => [
    {
      key: "referral",
      title: "Referral",
      panel: () => (
        <>
          <ReferralTab session={session} open={openCase} />
          <Next onNext={() => choose("agencies")} />
        </>
      ),
    },
    { key: "papers", title: "Papers", panel: () => <PapersTab session={session} open={openCase} /> },
    {
      key: "earlier",
      title: "Earlier meetings",
      panel: () => <EarlierTab session={session} open={open} openCase={openCase} />,
    },
    { key: "agencies", title: "What agencies know", panel: () => <AgenciesTab {...props} /> },
    { key: "interest", title: "Your interest", panel: () => <InterestTab {...props} /> },
  ]);
  const selected = (): string => tabs().find(({ key }) => key === search["tab"])?.key ?? "referral";
  return (
    <Page
      title="Case"
      heading={caseTitle(openCase.view().summary)}
      caption={openCase.view().summary.reference}
      width="wide"
      back={backTo(open)}
    >
      <p class="govuk-body">{aboutWords(open, props.item())}</p>
      <CaseStrip view={openCase.view()} />
      <Show when={openCase.view().summary.trouble > 0}>
        <Notice tone="warn" title="Part of this case is not here">
          {openCase.view().summary.trouble} of its records have not arrived, or were set aside because they
          could not be trusted. What you read below may not be everything.
        </Notice>
      </Show>
      <Tabs id="item" label="Parts of the case" tabs={tabs()} selected={selected()} onSelect={choose} />
    </Page>
  );
}

/** "Case heard before, on 26 November 2026 at 10:00. Presented by Kim Case." */
function aboutWords(open: OpenMeeting, item: AgendaItem): string {
  const { definition, meeting } = open.view();
  const kind = definition.meeting.agendaKinds.find(({ key }) => key === item.kind)?.label ?? "Item";
  const who = item.presenter ?? "";
  const first = `${kind}, to be heard on ${dateWords(meeting.date)} at ${meeting.start}.`;
  return who === "" ? first : `${first} Presented by ${who}.`;
}

/** At the end of a long referral, so that one thumb gets on from there. */
function Next(props: { onNext: () => void }): JSX.Element {
  return (
    <p class="confer-no-print">
      <Button
        kind="secondary"
        onClick={() => {
          props.onNext();
          document.getElementById("item-tab-agencies")?.focus();
        }}
      >
        Say what your agency knows
      </Button>
    </p>
  );
}

/** Once for each visit: the author sees who has read the case, the co-ordinator who has opened the papers. [OXT-30] */
function sayRead({ session, open, openCase }: ItemParts): void {
  let said = false;
  createEffect(() => {
    const { me, file, meeting } = open.view();
    const { mine, status } = openCase.view().summary;
    if (said || status === "draft") return;
    said = true;
    if (!mine) void session.markOpened(openCase.scope);
    if (me?.user !== undefined && !hasReadSince(file, me.user, "papers")) {
      void session.noteMeeting(meeting.key, [{ type: "meeting-read", what: "papers" }]);
    }
  });
}
