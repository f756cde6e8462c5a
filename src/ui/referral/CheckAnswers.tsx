import { useNavigate } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { makeSnapshot } from "../../forms/makeSnapshot.ts";
import { submissionBlockers } from "../../forms/status.ts";
import { createAct } from "../act.ts";
import { SnapshotView } from "../caseFile/SnapshotView.tsx";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Checkboxes } from "../kit/Checkboxes.tsx";
import { Details } from "../kit/Details.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createLive } from "../live.ts";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, needed } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { Blockers } from "./Blockers.tsx";
import { placeOf } from "./changePlaces.ts";
import { FormGate, type OpenForm } from "./DraftGate.tsx";
import { ReturnedGaps } from "./ReturnedGaps.tsx";

/** What the person who submits declares; kept with the submission. */
export const DECLARATION =
  "What I have written is true as far as I know, says no more than the panel needs, and may be shared: the person has given consent, or a ground for sharing without it is recorded.";

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
  const snapshot = createMemo(() =>
    makeSnapshot(open.definition(), open.view().answers, open.view().file.consent, { today: open.today }),
  );
  const changeHref = (section: string, item: string): string | undefined => {
    const place = placeOf(open.definition(), section, item);
    if (place === undefined) return undefined;
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
        <ReturnedGaps open={open} />
        <Submission {...props}>
          <p class="govuk-body">This is how the panel will read it.</p>
          <SnapshotView snapshot={snapshot()} changeHref={changeHref} />
          <Details summary="What the panel will look for">
            <ul class="govuk-list govuk-list--bullet">
              <For each={open.definition().triage.checklist}>{({ label }) => <li>{label}</li>}</For>
            </ul>
          </Details>
        </Submission>
      </Show>
    </Page>
  );
}

/** The blockers above and the declaration below what is read between. */
function Submission(props: { session: Session; open: OpenForm; children: JSX.Element }): JSX.Element {
  const { session, open } = props;
  const navigate = useNavigate();
  const safety = createLive(session.safety);
  const errors = createFieldErrors();
  const [attempt, setAttempt] = createSignal(0);
  const [declared, setDeclared] = createSignal<readonly string[]>([]);
  const [name, setName] = createSignal(session.me.value.profile?.name ?? "");
  const [note, setNote] = createSignal("");
  const submit = createAct(session.submit.bind(session));
  const again = (): boolean => open.view().standing.status === "returned";
  const blockers = createMemo(() =>
    submissionBlockers(open.definition(), open.view().answers, open.consent(), open.today),
  );
  const press = (): void => {
    if (blockers().length > 0) {
      setAttempt((count) => count + 1);
      return;
    }
    const right = errors.check([
      again() ? needed("note", note(), "Say what you did about what was missing") : undefined,
      needed("declared", declared()[0] ?? "", "Tick the declaration to submit"),
      needed("declared-by", name(), "Enter your name"),
    ]);
    if (!right) return;
    const declaration = { declaredBy: name().trim(), declaration: DECLARATION };
    void submit
      .run(open.scope, again() ? { ...declaration, note: note().trim() } : declaration)
      .then((sent) => sent && navigate(open.href("submitted"), { replace: true }));
  };
  return (
    <>
      <Errors of={errors} />
      <Blockers open={open} blockers={blockers()} attempt={attempt()} />
      {props.children}
      <h2 class="govuk-heading-m">Submit</h2>
      <Show when={again()}>
        <TextArea
          id="note"
          label="What did you do about what was missing?"
          hint="The panel reads this first."
          labelSize="s"
          error={errors.of("note")}
          value={note()}
          onInput={setNote}
        />
      </Show>
      <Checkboxes
        id="declared"
        label="Declaration"
        legendSize="s"
        error={errors.of("declared")}
        options={[{ value: "declared", label: DECLARATION }]}
        value={declared()}
        onChange={setDeclared}
      />
      <TextInput
        id="declared-by"
        label="Your name"
        labelSize="s"
        error={errors.of("declared-by")}
        value={name()}
        onInput={setName}
      />
      <Show when={safety().connection !== "online"}>
        <Notice tone="info" title="You have no connection now">
          You can submit all the same. The referral is sealed on this device now and goes by itself when the
          connection is back: open the app once when you are online. It counts as received when it arrives.
        </Notice>
      </Show>
      <ProblemNotice problem={submit.problem()} />
      <div class="confer-actions">
        <Button busy={submit.busy()} onClick={press}>
          {again() ? "Submit again" : "Submit"}
        </Button>
        <ButtonLink kind="link" href={open.href("tasks")}>
          Save and come back later
        </ButtonLink>
      </div>
    </>
  );
}
