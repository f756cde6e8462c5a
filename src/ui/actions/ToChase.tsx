import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { Notice } from "../kit/Notice.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { counted } from "../words/backup.ts";
import { toChase } from "../words/chased.ts";
import { createListed } from "./createListed.ts";

/** On the home page of those whom the panel's rule names: how many actions it has put before them. [GAP-21] */
export function ToChase(props: { session: Session }): JSX.Element {
  const me = createLive(props.session.me);
  const { actions, today } = createListed(props.session);
  const count = createMemo(() => toChase(actions(), me().roles, today()).length);
  return (
    <Show when={count()}>
      {(some) => (
        <Notice tone="warn" title={`${counted(some(), "action", "actions")} to chase`}>
          <p>
            By the panel’s rule, {some() === 1 ? "it comes" : "they come"} to you because nobody has done{" "}
            {some() === 1 ? "it" : "them"}. <a href={PATTERNS.actions}>See the actions</a>
          </p>
        </Notice>
      )}
    </Show>
  );
}
