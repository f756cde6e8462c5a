import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { MeetingView } from "../../../app/meetingTypes.ts";
import { interestIn } from "../../../domain/meeting/preparation.ts";
import { SummaryList } from "../../kit/SummaryList.tsx";

/** For whoever runs the meeting: who has an interest in which item, and whether they leave for it. */
export function InterestsList(props: { view: MeetingView }): JSX.Element {
  const rows = createMemo(() =>
    props.view.agenda.flatMap((item) =>
      props.view.attendees.flatMap((attendee) => {
        const said = interestIn(attendee, item.item)?.record;
        return said
          ? [{ about: item.reference ?? item.title ?? "An item", name: attendee.name, ...said }]
          : [];
      }),
    ),
  );
  return (
    <Show when={rows().length > 0}>
      <h2 class="govuk-heading-m">Interests declared</h2>
      <SummaryList
        rows={rows().map(({ about, name, words, leaves }) => ({
          key: `${name}, ${about}`,
          value: (
            <>
              <div class="confer-said">{words}</div>
              <div>{leaves ? "Leaves while it is heard." : "Stays while it is heard."}</div>
            </>
          ),
        }))}
      />
    </Show>
  );
}
