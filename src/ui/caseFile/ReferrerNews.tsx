import { Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { CaseStatus } from "../../domain/case/status.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { CorrectReferral } from "../referral/Correcting.tsx";
import { WithdrawReferral } from "../referral/WithdrawReferral.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { DecisionMessage } from "./DecisionMessage.tsx";
import { isHeard } from "./PanelDecision.tsx";

const DECIDED: readonly CaseStatus[] = ["returned", "accepted", "declined", "settled-outside"];

/** What has happened to one's own referral, with the reason, and what to do next. Nothing for other readers. */
export function ReferrerNews(props: { session: Session; open: OpenCase }): JSX.Element {
  const view = () => props.open.view();
  const status = () => view().standing.status;
  const last = () => view().standing.last?.record;
  return (
    <Show when={view().summary.mine}>
      <Switch>
        <Match when={status() === "draft"}>
          <Notice tone="info" title="This is a draft">
            <p>
              {view().access.length > 1
                ? "Only you and those you let in can read it until you submit it."
                : "Only you can read it until you submit it."}
            </p>
            <ButtonLink href={props.open.href("tasks")}>Carry on with the referral</ButtonLink>
          </Notice>
        </Match>
        <Match when={DECIDED.includes(status()) && !isHeard(props.open)}>
          <DecisionMessage record={last()} definition={view().definition} meeting={view().summary.meeting} />
          <Show when={status() === "returned"}>
            <p class="confer-actions">
              <ButtonLink href={props.open.href("tasks")}>Answer what is missing</ButtonLink>
            </p>
          </Show>
        </Match>
      </Switch>
      <CorrectReferral open={props.open} />
      <Show when={status() !== "draft"}>
        <WithdrawReferral session={props.session} open={props.open} />
      </Show>
    </Show>
  );
}
