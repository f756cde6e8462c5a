import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { timesOf } from "../../../domain/meeting/attendance.ts";
import { dateWords } from "../../caseFile/when.ts";
import { ButtonLink } from "../../kit/Button.tsx";
import { Page } from "../../kit/Page.tsx";
import type { OpenMeeting } from "../MeetingGate.tsx";
import { Clock, itemName } from "./RoomAgenda.tsx";
import { createPart } from "./room.ts";

/** What a member sees of the room: which item is now, and what comes; nothing to change. */
export function FollowAlong(props: { open: OpenMeeting }): JSX.Element {
  const view = () => props.open.view();
  const times = createPart(() => Object.fromEntries(timesOf(view().file)));
  const agenda = createPart(() => view().agenda);
  return (
    <Page
      title="In the room"
      heading={`Meeting on ${dateWords(view().meeting.date)}`}
      back={{ href: props.open.href(), text: "Meeting" }}
    >
      <p class="govuk-body">The minute taker writes here. You see which item is being heard.</p>
      <Show when={view().me && view().definition.declaration?.signed === "everyMeeting"}>
        <p class="govuk-body">
          <ButtonLink kind="link" href={props.open.href("sign")}>
            Sign the declaration
          </ButtonLink>
        </p>
      </Show>
      <ol class="govuk-list govuk-list--number">
        <For each={agenda()}>
          {(item) => (
            <li>
              {itemName(item)}
              <Show when={times()[item.item]}>
                {(time) => (
                  <>
                    {" "}
                    {time().runningSinceMs === undefined ? "Heard" : "Now"}{" "}
                    <Clock spentMs={time().spentMs} sinceMs={time().runningSinceMs} minutes={item.minutes} />
                  </>
                )}
              </Show>
            </li>
          )}
        </For>
      </ol>
    </Page>
  );
}
