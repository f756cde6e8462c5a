import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { Confer } from "../../../app/stages.ts";
import { Notice } from "../../kit/Notice.tsx";
import { createLive } from "../../live.ts";
import { momentOf } from "../../caseFile/when.ts";
import { PATTERNS } from "../../routes.ts";
import { PasswordNotices } from "../../passwords/PasswordNotices.tsx";
import { counted, shouldRemind } from "../../words/backup.ts";

/** What somebody has to act on before anything else. */
export function HomeNotices(props: { session: Session; confer: Confer; leads: boolean }): JSX.Element {
  const people = createLive(props.session.people);
  const safety = createLive(props.session.safety);
  const backup = createLive(props.session.backup);
  const check = createLive(props.confer.check);
  const remind = () => shouldRemind(backup(), check()?.persisted, Date.now());
  const toConfirm = () => people().filter(({ state }) => state === "to-confirm").length;
  return (
    <>
      <Show when={safety().refused}>
        {(count) => (
          <Notice tone="bad" title={`The server refused ${counted(count(), "item", "items")} of yours`}>
            <a href={PATTERNS.refused}>See why, and what to do</a>
          </Notice>
        )}
      </Show>
      <Show when={remind()}>
        <Notice title="Some of your work is only on this device">
          <p>
            It has not been sent since {momentOf(backup().oldestMs ?? 0)}. It goes by itself when there is a
            connection. Until then, a backup file keeps it if this device is lost.{" "}
            <a href={PATTERNS.safety}>Save a backup</a>
          </p>
        </Notice>
      </Show>
      <Show when={safety().quarantined}>
        {(count) => (
          <Notice tone="warn" title={`${counted(count(), "item was", "items were")} set aside`}>
            <p>
              What could not be trusted is not shown in any case.{" "}
              <a href={PATTERNS.safety}>See what it was</a>
            </p>
          </Notice>
        )}
      </Show>
      <Show when={props.leads}>
        <PasswordNotices session={props.session} />
      </Show>
      <Show when={props.leads && toConfirm()}>
        {(count) => (
          <Notice title={`${counted(count(), "person waits", "people wait")} to be confirmed`}>
            <p>
              They have joined, and can do nothing until you have compared six words by telephone.{" "}
              <a href={PATTERNS.people}>Confirm {count() === 1 ? "them" : "one of them"}</a>
            </p>
          </Notice>
        )}
      </Show>
    </>
  );
}
