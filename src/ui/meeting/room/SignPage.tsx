import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { londonDateOf } from "../../../domain/londonTime.ts";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { createServerNow } from "../../thisDevice.ts";
import { MeetingGate, type OpenMeeting } from "../MeetingGate.tsx";
import { DeclarationForm } from "./DeclarationForm.tsx";
import { createPart } from "./room.ts";

/** A member signs the declaration on their own device. */
export function SignPage(props: { session: Session }): JSX.Element {
  return (
    <MeetingGate session={props.session}>
      {(open) => <Sign session={props.session} open={open} />}
    </MeetingGate>
  );
}

function Sign(props: { session: Session; open: OpenMeeting }): JSX.Element {
  const nowMs = createServerNow(props.session);
  const declaration = createPart(() => props.open.view().definition.declaration);
  const me = createPart(() => {
    const found = props.open.view().me;
    return found && { attendee: found.attendee, name: found.name };
  });
  const signed = createPart(
    () => props.open.view().me?.declared?.record.declarationVersion === declaration()?.version,
  );
  return (
    <Page title={declaration()?.title ?? "Declaration"} back={{ href: props.open.href(), text: "Meeting" }}>
      <Show when={declaration()} fallback={<p class="govuk-body">This panel asks for no declaration.</p>}>
        {(text) => (
          <Show
            when={me()}
            fallback={<p class="govuk-body">Only people who are asked to this meeting sign for it.</p>}
          >
            {(person) => (
              <Show
                when={!signed()}
                fallback={
                  <Notice tone="good" live>
                    <p>You have signed for this meeting.</p>
                  </Notice>
                }
              >
                <DeclarationForm
                  declaration={text()}
                  person={person()}
                  today={londonDateOf(nowMs())}
                  passed={false}
                  save={(note) => props.session.noteMeeting(props.open.key, [note])}
                  onSigned={() => undefined}
                />
              </Show>
            )}
          </Show>
        )}
      </Show>
    </Page>
  );
}
