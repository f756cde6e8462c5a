import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { makeSnapshot } from "../../forms/makeSnapshot.ts";
import { AlikeCases } from "../caseFile/AlikeCases.tsx";
import { SnapshotView } from "../caseFile/SnapshotView.tsx";
import { ButtonLink } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import { isWorkedOut, placeOf } from "./changePlaces.ts";
import { Correcting } from "./Correcting.tsx";
import { SendBy } from "./Deadline.tsx";
import { FormGate, type OpenForm } from "./DraftGate.tsx";
import { ReturnedGaps } from "./ReturnedGaps.tsx";
import { Submission } from "./Submission.tsx";
import { WhatPanelLooksFor } from "./WhatPanelLooksFor.tsx";

/** Everything as it will be read, what is still in the way, and the one place a referral is submitted from. */
export function CheckAnswers(props: { session: Session }): JSX.Element {
  return (
    <FormGate session={props.session} title="Check your answers">
      {(open) => <Check session={props.session} open={open} />}
    </FormGate>
  );
}

function Check(props: { session: Session; open: OpenForm }): JSX.Element {
  const { open } = props;
  // The same text is the same page: a link in it keeps its focus when something is sent meanwhile.
  const snapshot = createMemo(
    () =>
      makeSnapshot(open.definition(), open.view().answers, open.view().file.consent, {
        today: open.today,
        origins: open.view().origins,
        papers: open.view().papers,
        approvals: open.view().approvals,
      }),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const changeHref = (section: string, item: string): string | undefined => {
    const place = placeOf(open.definition(), section, item);
    if (place === undefined || isWorkedOut(open.definition(), item)) return undefined;
    return open.href(place === "consent" ? place : `${place}?from=check`);
  };
  return (
    <Page title="Check your answers" back={{ href: open.href("tasks") }}>
      <Show
        when={open.view().mayEdit}
        fallback={
          <>
            <p class="govuk-body">This referral has been sent. It cannot be changed now.</p>
            <ButtonLink href={open.href()}>Read the referral</ButtonLink>
          </>
        }
      >
        <p class="govuk-body confer-print-only">
          {snapshot().handlingMark}. {snapshot().panelName}. Reference {open.view().summary.reference}.
          Printed before sending.
        </p>
        <ReturnedGaps open={open} />
        <Correcting open={open} />
        <SendBy session={props.session} open={open} />
        <AlikeCases session={props.session} open={open} />
        <Submission {...props}>
          <p class="govuk-body">This is how the panel will read it.</p>
          <SnapshotView snapshot={snapshot()} changeHref={changeHref} />
          <WhatPanelLooksFor open={open} />
        </Submission>
      </Show>
    </Page>
  );
}
