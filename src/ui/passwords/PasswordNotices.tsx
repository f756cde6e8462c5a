import { For } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { passwordStanding } from "../../domain/passwords.ts";
import { isoDayOf } from "../caseFile/when.ts";
import { Notice } from "../kit/Notice.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { createServerNow } from "../thisDevice.ts";
import { standingWords } from "./words.ts";

/** On Home, for those who lead: a panel's password that is due to be changed. [ASH-06] */
export function PasswordNotices(props: { session: Session }): JSX.Element {
  const panels = createLive(props.session.panels);
  const nowMs = createServerNow(props.session);
  const due = () =>
    panels().flatMap(({ definition, passwords }) => {
      const standing = passwordStanding(passwords, definition.password, isoDayOf(nowMs()));
      return standing.kind === "ageing" || standing.kind === "overdue"
        ? [{ name: definition.shortName, ...standingWords(standing) }]
        : [];
    });
  return (
    <For each={due()}>
      {({ name, text, tone }) => (
        <Notice tone={tone} title={`Password of ${name}`}>
          <p>
            {text} <a href={PATTERNS.passwords}>Go to passwords</a>
          </p>
        </Notice>
      )}
    </For>
  );
}
