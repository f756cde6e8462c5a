import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { mayFollow } from "../../domain/case/status.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import type { OpenCase } from "../caseFile/CaseGate.tsx";

/** The referral has been sent and can be put right: by a correction, which adds to what was sent. */
export const isCorrecting = (open: OpenCase): boolean => mayFollow(open.view().standing.status, "corrected");

/** On the pages where answers are changed: what happens to a change, so that nobody thinks it has gone. */
export function Correcting(props: { open: OpenCase }): JSX.Element {
  return (
    <Show when={isCorrecting(props.open)}>
      <Notice
        tone={props.open.view().summary.unsentChanges ? "warn" : "info"}
        title={
          props.open.view().summary.unsentChanges
            ? "You have changed answers since it was sent"
            : "This referral has been sent"
        }
      >
        <p>
          You can put something right. The panel keeps what you sent before, and sees the change when you send
          a correction. Its place in the queue stays.
        </p>
      </Notice>
    </Show>
  );
}

/** On the case itself: the way to a correction, or to one that has been begun and not sent. */
export function CorrectReferral(props: { open: OpenCase }): JSX.Element {
  return (
    <Show when={props.open.view().summary.mine && isCorrecting(props.open)}>
      <Show
        when={props.open.view().summary.unsentChanges}
        fallback={
          <p class="confer-no-print">
            <ButtonLink kind="link" href={props.open.href("tasks")}>
              Correct something in this referral
            </ButtonLink>
          </p>
        }
      >
        <Notice tone="warn" title="You have changed answers since it was sent">
          <p>The panel does not see the changes until you send a correction.</p>
          <ButtonLink href={props.open.href("check")}>Check and send the correction</ButtonLink>
        </Notice>
      </Show>
    </Show>
  );
}
