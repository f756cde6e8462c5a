import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { NoticeState } from "../../app/noticeTypes.ts";
import { ownCalendar } from "../../domain/icalendar.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { CopyButton } from "../kit/CopyButton.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { saveFile, SAVED_WORDS } from "../saveFile.ts";

/** A person's due days and meetings for their own calendar program: by a secret address, or as a file. */
export function OwnCalendar(props: { session: Session; state: NoticeState | undefined }): JSX.Element {
  const share = createAct((on: boolean) => props.session.shareCalendar(on));
  const [said, setSaid] = createSignal("");
  const address = (): string | undefined => {
    const path = props.state?.calendar;
    return typeof path === "string" ? location.origin + path : undefined;
  };
  const save = async (): Promise<void> => {
    const text = ownCalendar(await props.session.myDates(), { host: location.host, stampMs: Date.now() });
    setSaid(SAVED_WORDS[await saveFile(new TextEncoder().encode(text), "my-dates.ics", "text/calendar")]);
  };
  return (
    <>
      <p class="govuk-body">
        Your due dates and the meetings you are asked to, called “Action due” and “Meeting” and nothing more.
      </p>
      <ProblemNotice problem={share.problem()} />
      <Show when={props.state}>
        <Show
          when={address()}
          fallback={
            <div class="confer-actions">
              <Button kind="secondary" busy={share.busy()} onClick={() => void share.run(true)}>
                Show my dates in my calendar
              </Button>
            </div>
          }
        >
          {(found) => (
            <>
              <p class="govuk-body">
                Subscribe to this address in your calendar program. Whoever has it sees the days, so give it
                to nobody else:
              </p>
              <p class="govuk-body">{found()}</p>
              <CopyButton text={found} about="of my calendar">
                Copy the address
              </CopyButton>
              <div class="confer-actions">
                <Button kind="link" busy={share.busy()} onClick={() => void share.run(false)}>
                  Stop, and make the address useless
                </Button>
              </div>
            </>
          )}
        </Show>
      </Show>
      <div class="confer-actions">
        <Button kind="secondary" about="with my dates" onClick={() => void save()}>
          Save as a file
        </Button>
        <span class="govuk-body-s" role="status">
          {said()}
        </span>
      </div>
    </>
  );
}
