import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../../app/api.ts";
import { publicContactOf, publicDatesOf } from "../../../app/publicDates.ts";
import { type CalendarDate, formatCalendarDate } from "../../../domain/calendarDate.ts";
import { cutOffWords } from "../../../domain/icalendar.ts";
import { type PublicDate, PublicAddress, type PublicContact } from "../../../domain/publicDates.ts";
import { createAct } from "../../act.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { CopyButton } from "../../kit/CopyButton.tsx";
import { Details } from "../../kit/Details.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { Errors } from "./Errors.tsx";
import { createFieldErrors } from "./fieldErrors.ts";
import { Form } from "./Form.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

const YES = "yes";

/** Puts a panel's public page where anybody may read it, and says before it does exactly what becomes public. [ASH-04] */
export function PublishDates(props: {
  session: Session;
  panel: PanelInfo;
  today: CalendarDate;
}): JSX.Element {
  return (
    <Details summary="Public page and dates">
      <Show
        when={props.panel.publishedAs}
        fallback={<NotPublic session={props.session} panel={props.panel} today={props.today} />}
      >
        {(address) => <Public session={props.session} panel={props.panel} address={address()} />}
      </Show>
    </Details>
  );
}

/** What the panel is for, its dates, its contact and its form; the dates alone, with no script, are under /public. */
const pageAt = (address: string): string => `${location.origin}/panel/${address}`;
const datesAt = (address: string): string => `${location.origin}/public/${address}`;

/** "26 November 2026, 10:00. Referrals by 23 November 2026, 17:00." */
function lineOf({ date, start, cutOff, cancelled }: PublicDate): string {
  if (cancelled) return `${formatCalendarDate(date)}: cancelled.`;
  const by = cutOff === undefined ? "" : ` Referrals by ${cutOffWords(cutOff)}.`;
  return `${formatCalendarDate(date)}, ${start}.${by}`;
}

const contactWords = (contact: PublicContact | undefined): readonly string[] => [
  ...(contact?.email === undefined ? [] : [`Email: ${contact.email}`]),
  ...(contact?.telephone === undefined ? [] : [`Telephone: ${contact.telephone}`]),
];

/** An invitation: the contact is the partnership's own and never comes with the panel. */
function NoContact(): JSX.Element {
  return (
    <Notice tone="warn" title="The page has no contact yet">
      <p>
        Readers cannot see whom to ask. Enter the mailbox or the telephone number under “Contacts and
        settings”.
      </p>
    </Notice>
  );
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
  const list = () => publicDatesOf({ ...props.panel, publishesContact: true }, props.today);
  const [addressId, agreedId] = [`public-address-${id}`, `public-agreed-${id}`];
  const publish = async (): Promise<void> => {
    const address = kept.draft.address.trim();
    const wrong = PublicAddress.safeParse(address).success
      ? undefined
      : { fieldId: addressId, text: "Enter 3 to 40 small letters, figures or hyphens, such as ashfield" };
    const unticked = kept.draft.agreed.includes(YES)
      ? undefined
      : { fieldId: `${agreedId}-${YES}`, text: "Tick to say that this may be public" };
    if (!errors.check([wrong, unticked])) return;
    if ((await act.run(id, address)) !== undefined) kept.clear();
  };
  return (
    <>
      <p>
        Anybody who has the address will be able to read this, beside what the panel is for, its criteria and
        its blank form:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{list().name}</li>
        <For each={contactWords(list().contact)}>{(line) => <li>{line}</li>}</For>
        <For each={list().dates}>{(date) => <li>{lineOf(date)}</li>}</For>
      </ul>
      <Show when={!list().contact}>
        <NoContact />
      </Show>
      <p>
        Changes to the dates and the contact become public too, once a co-ordinator’s device is online.
        Nothing about any case, and no reason for a change, is ever published.
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
            label="Public page"
            options={[{ value: YES, label: "Publish this page" }]}
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
  const page = () => pageAt(props.address);
  const dates = () => datesAt(props.address);
  const feed = () => `${dates()}/dates.ics`;
  return (
    <>
      <p>
        The public page is at{" "}
        <a href={page()} rel="external">
          {page()}
        </a>
        . The dates alone are at{" "}
        <a href={dates()} rel="external">
          {dates()}
        </a>
        , and for calendar programs at{" "}
        <a href={feed()} rel="external">
          {feed()}
        </a>
        .
      </p>
      <PublishedContact session={props.session} panel={props.panel} address={props.address} />
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

/** Which contact the page shows; where it was published before a contact could be, the way to put it there. */
function PublishedContact(props: { session: Session; panel: PanelInfo; address: string }): JSX.Element {
  const act = createAct(props.session.publishDates.bind(props.session));
  const words = () => contactWords(publicContactOf(props.panel));
  return (
    <Show when={words().length > 0} fallback={<NoContact />}>
      <Show
        when={!props.panel.publishesContact}
        fallback={<p>Its contact, from “Contacts and settings”: {words().join(", ")}.</p>}
      >
        <p>The page does not show the contact: {words().join(", ")}.</p>
        <ProblemNotice problem={act.problem()} />
        <Button
          kind="secondary"
          busy={act.busy()}
          onClick={() => void act.run(props.panel.definition.id, props.address)}
        >
          Put the contact on the page
        </Button>
      </Show>
    </Show>
  );
}
