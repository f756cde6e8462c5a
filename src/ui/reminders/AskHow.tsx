import { createResource, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";

const NOTE = "asked-how-to-remind";

/** On the home page until it is answered or waved away, and only once the server has said that nothing is chosen. */
export function AskHow(props: { session: Session }): JSX.Element {
  const state = createLive(props.session.notices);
  const [dismissed] = createResource(() => props.session.readNote(NOTE).catch(() => "yes"));
  const [now, setNow] = createSignal(false);
  const unanswered = (): boolean => {
    const said = state();
    return said !== undefined && said.address === null && said.pushDevices === 0 && said.calendar === null;
  };
  const dismiss = (): void => {
    setNow(true);
    void props.session.keepNote(NOTE, "yes");
  };
  return (
    <Show when={unanswered() && !dismissed.loading && dismissed() === undefined && !now()}>
      <Notice title="How should we remind you?">
        <p>By mail, by a notice on this device, or in your calendar. No name is in any of them.</p>
        <div class="confer-actions">
          <ButtonLink href={PATTERNS.reminders} kind="secondary">
            Choose
          </ButtonLink>
          <Button kind="link" about="about reminders" onClick={dismiss}>
            Do not ask again
          </Button>
        </div>
      </Notice>
    </Show>
  );
}
