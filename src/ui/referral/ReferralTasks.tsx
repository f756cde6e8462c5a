import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { Section } from "../../forms/definition/section.ts";
import { progress, sectionStatus, type SectionStatus } from "../../forms/status.ts";
import { ApprovalTasks } from "../approvals/ApprovalTasks.tsx";
import { ButtonLink } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import type { Tone } from "../kit/Tag.tsx";
import { type Task, TaskList } from "../kit/TaskList.tsx";
import { createSteady } from "../live.ts";
import { CopyEarlier } from "./CopyEarlier.tsx";
import { Correcting } from "./Correcting.tsx";
import { AlikeCases } from "../caseFile/AlikeCases.tsx";
import { Contacts } from "./Contacts.tsx";
import { SendBy } from "./Deadline.tsx";
import { FormGate, type OpenForm } from "./DraftGate.tsx";
import { FormUpdate } from "./FormUpdate.tsx";
import { FromPaper } from "./FromPaper.tsx";
import { ReturnedGaps } from "./ReturnedGaps.tsx";
import { WithdrawReferral } from "./WithdrawReferral.tsx";

/** The parts of a referral in any order, each with where it stands, in words. */
export function ReferralTasks(props: { session: Session }): JSX.Element {
  return (
    <FormGate session={props.session} title="Referral">
      {(open) => <Tasks session={props.session} open={open} />}
    </FormGate>
  );
}

const TONES: Record<SectionStatus["kind"], Tone | undefined> = {
  cannotStart: undefined,
  notStarted: "info",
  inProgress: "info",
  missing: "warn",
  complete: undefined,
};

function Tasks(props: { session: Session; open: OpenForm }): JSX.Element {
  const { open } = props;
  const statusOf = (section: Section): SectionStatus =>
    sectionStatus(
      open.definition(),
      section.key,
      open.view().answers,
      open.consent(),
      open.today,
      open.view().papers,
    );
  const whole = createMemo(() =>
    progress(open.definition(), open.view().answers, open.consent(), open.today, open.view().papers),
  );
  const taskOf = (section: Section): Task => {
    const status = statusOf(section);
    const text = status.optional && status.kind === "notStarted" ? "Not started (optional)" : status.text;
    // Consent and papers have screens of their own, at addresses of the same name.
    const place = section.kind === "questions" ? `section/${section.key}/0` : section.kind;
    const tone = TONES[status.kind];
    return {
      key: section.key,
      title: section.title,
      href: status.kind === "cannotStart" ? undefined : open.href(place),
      hint: status.because ?? section.lead,
      status: tone === undefined ? { text } : { text, tone },
    };
  };
  // News from elsewhere makes the view afresh; a row that only looks new must not take the focus away.
  const tasks = createSteady(
    () => open.definition().sections.map(taskOf),
    ({ key }) => key,
  );
  const before = createSteady(
    () => [taskOf(open.definition().eligibility.section)],
    ({ key }) => key,
  );

  return (
    <Page title="Referral" caption={open.view().summary.panelName} back={{ href: "/", text: "Your list" }}>
      <Show when={open.view().mayEdit} fallback={<Sent open={open} />}>
        <ReturnedGaps open={open} />
        <Correcting open={open} />
        <FormUpdate session={props.session} open={open} />
        <p class="govuk-body confer-signal">
          {whole().text} complete. Reference{" "}
          <span class="confer-reference">{open.view().summary.reference}</span>.
        </p>
        <SendBy session={props.session} open={open} />
        <AlikeCases session={props.session} open={open} />
        <h2 class="govuk-visually-hidden">Parts of the referral</h2>
        <TaskList id="sections" tasks={tasks()} />
        <ApprovalTasks open={open} />
        <h2 class="govuk-heading-m">Before you started</h2>
        <TaskList id="eligibility" tasks={before()} />
        <div class="confer-actions">
          <ButtonLink href={open.href("check")}>Check and submit</ButtonLink>
        </div>
        <h2 class="govuk-heading-m">Other things you can do</h2>
        <div class="confer-more">
          <CopyEarlier session={props.session} open={open} />
          <FromPaper session={props.session} open={open} />
        </div>
        <Contacts session={props.session} definitionId={open.definition().id} />
        <WithdrawReferral session={props.session} open={open} />
      </Show>
    </Page>
  );
}

function Sent(props: { open: OpenForm }): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        This referral has been sent, or it is somebody else’s, so it cannot be changed now.
      </p>
      <ButtonLink href={props.open.href()}>Read the referral</ButtonLink>
    </>
  );
}
