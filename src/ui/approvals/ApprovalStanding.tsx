import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { approvalState, givenText, heldFor, stateText } from "../../forms/approvals.ts";
import type { Approval } from "../../forms/definition/approval.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import type { Tone } from "../kit/Tag.tsx";
import type { OpenForm } from "../referral/DraftGate.tsx";

const TONES = {
  notAsked: "info",
  asked: "info",
  reason: "info",
  approved: "good",
  consulted: "good",
  sentBack: "warn",
} as const satisfies Record<string, Tone>;

/** Where one approval stands, with what was said in its words; and what the person is asked. */
export function ApprovalStanding(props: { open: OpenForm; approval: Approval }): JSX.Element {
  const held = () => heldFor(props.approval.key, props.open.view().approvals);
  const state = () => approvalState(held());
  const given = () => held()?.given ?? [];
  const asked = () => held()?.ask;
  return (
    <>
      <p class="govuk-body">They are asked: {props.approval.ask}</p>
      <Show when={state().kind !== "notAsked"}>
        <Notice tone={TONES[state().kind]} title={stateText(state())}>
          <Show when={given().at(-1)?.words}>{(words) => <p class="confer-said">{words()}</p>}</Show>
          <Show when={state().kind === "asked" && asked()?.words}>
            {(words) => <p class="confer-said">You wrote: {words()}</p>}
          </Show>
          <Show when={state().kind === "sentBack"}>
            <p>Put right what they ask for, then ask again.</p>
            <ButtonLink href={props.open.href("tasks")}>Go to the answers</ButtonLink>
          </Show>
        </Notice>
      </Show>
      <Show when={given().length > 1}>
        <h2 class="govuk-heading-s">Said before</h2>
        <ul class="govuk-list govuk-list--bullet">
          <For each={given().slice(0, -1).toReversed()}>
            {(each) => (
              <li>
                {givenText(each)}
                {each.words === "" ? "" : `: ${each.words}`}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
