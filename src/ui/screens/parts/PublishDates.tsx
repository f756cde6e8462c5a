import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../../app/api.ts";
import { publicDatesOf } from "../../../app/publicDates.ts";
import { type CalendarDate, formatCalendarDate } from "../../../domain/calendarDate.ts";
import { cutOffWords } from "../../../domain/icalendar.ts";
import { type PublicDate, PublicAddress } from "../../../domain/publicDates.ts";
import { createAct } from "../../act.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { CopyButton } from "../../kit/CopyButton.tsx";
import { Details } from "../../kit/Details.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { Errors } from "./Errors.tsx";
import { createFieldErrors } from "./fieldErrors.ts";
import { Form } from "./Form.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

const YES = "yes";

/** Puts the dates where anybody may read them, and says before it does exactly what becomes public. [ASH-04] */
export function PublishDates(props: {
  session: Session;
  panel: PanelInfo;
  today: CalendarDate;
}): JSX.Element {
  return (
    <Details summary="Dates for everybody to read">
      <Show
        when={props.panel.publishedAs}
        fallback={<NotPublic session={props.session} panel={props.panel} today={props.today} />}
      >
        {(address) => <Public session={props.session} panel={props.panel} address={address()} />}
      </Show>
    </Details>
  );
}

const pageAt = (address: string): string => `${location.origin}/public/${address}`;

/** "26 November 2026, 10:00. Referrals by 23 November 2026, 17:00." */
function lineOf({ date, start, cutOff, cancelled }: PublicDate): string {
  if (cancelled) return `${formatCalendarDate(date)}: cancelled.`;
  const by = cutOff === undefined ? "" : ` Referrals by ${cutOffWords(cutOff)}.`;
  return `${formatCalendarDate(date)}, ${start}.${by}`;
}

function NotPublic(props: { session: Session; panel: PanelInfo; today: CalendarDate }): JSX.Element {
  const { id, shortName } = props.panel.definition;
  const offered = shortName.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const kept = createKeptDraft(props.session, `publish-dates/${id}`, {
    address: offered,
    agreed: [] as string[],
  });
  const errors = createFieldErrors();
  const act = createAct(props.session.publishDates.bind(props.session));
  const list = () => publicDatesOf(props.panel, props.today);
  const [addressId, agreedId] = [`public-address-${id}`, `public-agreed-${id}`];
  const publish = async (): Promise<void> => {
    const address = kept.draft.address.trim();
    const wrong = PublicAddress.safeParse(address).success
      ? undefined
      : { fieldId: addressId, text: "Enter 3 to 40 small letters, figures or hyphens, such as ashfield" };
    const unticked = kept.draft.agreed.includes(YES)
      ? undefined
      : { fieldId: `${agreedId}-${YES}`, text: "Tick to say that these dates may be public" };
    if (!errors.check([wrong, unticked])) return;
    if ((await act.run(id, address)) !== undefined) kept.clear();
  };
  return (
    <>
      <p>Anybody who has the address will be able to read this, and nothing else:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{list().name}</li>
        <For each={list().dates}>{(date) => <li>{lineOf(date)}</li>}</For>
      </ul>
      <p>
        Changes to these dates become public too, once a co-ordinator’s device is online. Nothing about any
        case, and no reason for a change, is ever published.
      </p>
      <Errors of={errors} />
      <ProblemNotice problem={act.problem() ?? kept.problem()} />
      <Show when={kept.ready()}>
        <Form
          submitText="Publish"
          busyText="Publishing the dates."
          busy={act.busy()}
          onSubmit={() => void publish()}
        >
          <TextInput
            id={addressId}
            label="Address of the page"
            hint={`It will be at ${pageAt("…")}. Small letters, figures and hyphens.`}
            width={20}
            value={kept.draft.address}
            onInput={(text) => kept.set("address", text)}
            error={errors.of(addressId)}
          />
          <Checkboxes
            id={agreedId}
            label="Public dates"
            options={[{ value: YES, label: "Publish these dates" }]}
            value={kept.draft.agreed}
            onChange={(agreed) => kept.set("agreed", [...agreed])}
            error={errors.of(`${agreedId}-${YES}`)}
          />
        </Form>
      </Show>
    </>
  );
}

function Public(props: { session: Session; panel: PanelInfo; address: string }): JSX.Element {
  const act = createAct(props.session.unpublishDates.bind(props.session));
  const [page, feed] = [() => pageAt(props.address), () => `${pageAt(props.address)}/dates.ics`];
  return (
    <>
      <p>
        The dates are public at <a href={page()}>{page()}</a>, and for calendar programs at{" "}
        <a href={feed()}>{feed()}</a>.
      </p>
      <CopyButton text={page} about="of the page">
        Copy the address
      </CopyButton>
      <CopyButton text={feed} about="for calendar programs">
        Copy the address
      </CopyButton>
      <ProblemNotice problem={act.problem()} />
      <Button kind="warning" busy={act.busy()} onClick={() => void act.run(props.panel.definition.id)}>
        Stop publishing
      </Button>
    </>
  );
}
