import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { CaseGate, type OpenCase } from "../caseFile/CaseGate.tsx";
import { momentOf } from "../caseFile/when.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { SummaryList } from "../kit/SummaryList.tsx";
import { Contacts } from "./Contacts.tsx";
import { HeardAt } from "./Deadline.tsx";
import { WithdrawReferral } from "./WithdrawReferral.tsx";

/** The receipt: what was sent, when, whether it has left this device, and what happens next. */
export function Submitted(props: { session: Session }): JSX.Element {
  return (
    <CaseGate session={props.session} title="Referral submitted">
      {(open) => <Receipt session={props.session} open={open} />}
    </CaseGate>
  );
}

function Receipt(props: { session: Session; open: OpenCase }): JSX.Element {
  const { open } = props;
  const sentMs = () => open.view().snapshots[0]?.atMs;
  const arrived = (): boolean => open.view().summary.place === "on-server";
  /** Papers are larger than answers, and come after them. */
  const papersWaiting = (): number =>
    open.view().papers.filter(({ place, removed }) => !removed && place !== "on-server").length;
  const arrivedMs = () => open.view().summary.arrivedMs;
  return (
    <Page title="Referral submitted">
      <Show
        when={sentMs()}
        fallback={
          <>
            <p class="govuk-body">This referral has not been submitted yet.</p>
            <ButtonLink href={open.href("tasks")}>Go to the referral</ButtonLink>
          </>
        }
      >
        {(atMs) => (
          <>
            <Notice
              tone={arrived() ? "good" : "info"}
              title={arrived() ? "It has arrived" : "It is on its way"}
              live={true}
            >
              {arrived()
                ? "The server has it, and the panel’s co-ordinator can read it."
                : "It is sealed and safe on this device, and goes by itself when there is a connection. Open the app once when you are online."}
            </Notice>
            <Show when={papersWaiting() > 0}>
              <p class="govuk-body">
                {papersWaiting() === 1 ? "1 paper is" : `${papersWaiting()} papers are`} still on this device
                and not yet on the server. Keep Confer open where there is a connection until they have gone.
              </p>
            </Show>
            <SummaryList
              rows={[
                { key: "Reference", value: open.view().summary.reference },
                { key: "Panel", value: open.view().summary.panelName },
                { key: "Submitted", value: momentOf(atMs()) },
                ...(arrivedMs() === undefined
                  ? []
                  : [{ key: "Reached the server", value: momentOf(arrivedMs() ?? 0) }]),
              ]}
            />
            <h2 class="govuk-heading-m">Which meeting</h2>
            <HeardAt session={props.session} open={open} forReferrer />
            <h2 class="govuk-heading-m">What happens next</h2>
            <ul class="govuk-list govuk-list--bullet">
              <li>The co-ordinator reads it, and may ask you for more. It keeps its reference.</li>
              <li>You are told here whether the panel will hear it, and why if it will not.</li>
              <li>The co-ordinator puts it on a meeting’s agenda.</li>
              <li>Nobody else takes over the case: you and your service stay responsible for it.</li>
            </ul>
            <Contacts session={props.session} definitionId={open.view().summary.definitionId} />
            <div class="confer-actions">
              <ButtonLink href={open.href()}>Read what you sent</ButtonLink>
              <ButtonLink kind="link" href="/">
                Go to your list
              </ButtonLink>
            </div>
            <WithdrawReferral session={props.session} open={open} />
          </>
        )}
      </Show>
    </Page>
  );
}
