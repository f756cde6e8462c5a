import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { createServerNow } from "../thisDevice.ts";
import { CloseCase } from "./CloseCase.tsx";
import { LogSection } from "./LogSection.tsx";

/** What the panel's papers want recorded about a case once it has been heard. Which logs there are, they say. */
export function FollowUpTab(props: { session: Session; open: OpenCase }): JSX.Element {
  const nowMs = createServerNow(props.session);
  const logs = createMemo(() =>
    (props.open.view().definition?.records ?? []).filter(
      ({ about, kept }) => about === "case" && kept === "byHand",
    ),
  );
  return (
    <div class="confer-measure">
      <Show
        when={logs().length > 0}
        fallback={
          <EmptyState>This panel’s papers ask for nothing more to be recorded about a case.</EmptyState>
        }
      >
        <For each={logs()}>
          {(log) => (
            <LogSection session={props.session} open={props.open} log={log} today={londonDateOf(nowMs())} />
          )}
        </For>
      </Show>
      <CloseCase session={props.session} open={props.open} />
    </div>
  );
}
