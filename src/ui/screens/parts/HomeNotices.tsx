import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { Notice } from "../../kit/Notice.tsx";
import { createLive } from "../../live.ts";
import { PATTERNS } from "../../routes.ts";

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What somebody has to act on before anything else. */
export function HomeNotices(props: { session: Session; leads: boolean }): JSX.Element {
  const people = createLive(props.session.people);
  const safety = createLive(props.session.safety);
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
