import { createMemo, createSignal, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { OpenAsk } from "../../app/approvalTypes.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import type { ApprovalOutcome } from "../../domain/records/approval.ts";
import { makeSnapshot } from "../../forms/makeSnapshot.ts";
import { nameOf } from "../caseFile/people.ts";
import { SnapshotView } from "../caseFile/SnapshotView.tsx";
import { dateWords } from "../caseFile/when.ts";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { focusField } from "../kit/field.ts";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { createLive } from "../live.ts";
import { FormGate, type OpenForm } from "../referral/DraftGate.tsx";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";

/** For whoever was asked, often on a phone: what is asked, the referral as it stands, and one answer. */
export function AgreePage(props: { session: Session }): JSX.Element {
  return (
    <FormGate session={props.session} title="Asked for your agreement">
      {(open) => <Agree session={props.session} open={open} />}
    </FormGate>
  );
}

type Props = { session: Session; open: OpenForm };

function Agree(props: Props): JSX.Element {
  const { open, session } = props;
  const [said, setSaid] = createSignal(false);
  const ask = createMemo(() => open.view().summary.openAsks[0], undefined, {
    equals: (a, b) => a?.entry === b?.entry,
  });
  onMount(() => void session.markOpened(open.scope));
  return (
    <Page
      title="Asked for your agreement"
      caption={`${open.view().summary.panelName}, ${open.view().summary.reference}`}
      back={{ href: "/", text: "Your list" }}
    >
      <Show when={said()}>
        <Said session={session} />
      </Show>
      <Show
        when={ask()}
        keyed
        fallback={
          <>
            <Show when={!said()}>
              <p class="govuk-body">Nothing about this referral waits for your answer.</p>
            </Show>
            <ButtonLink href="/">Go to your list</ButtonLink>
          </>
        }
      >
        {(found) => <OneAsk {...props} ask={found} onSaid={() => setSaid(true)} />}
      </Show>
    </Page>
  );
}

/** Quiet: it is safe, and goes by itself. */
function Said(props: { session: Session }): JSX.Element {
  const safety = createLive(props.session.safety);
  return (
    <Notice tone="good" live={true} title="Your answer is saved">
      {safety().connection === "online"
        ? "It is on its way to the person who asked."
        : "It goes to the person who asked when this device is online."}
    </Notice>
  );
}

function OneAsk(props: Props & { ask: OpenAsk; onSaid: () => void }): JSX.Element {
  const { open, ask } = props;
  const approval = () => open.definition().approvals?.find(({ key }) => key === ask.key);
  const isApproval = () => approval()?.kind === "approval";
  return (
    <>
      <p class="govuk-body">
        {nameOf(open.view(), open.view().summary.author)} asked you on {dateWords(ask.askedOn)}.
      </p>
      <p class="govuk-body-l confer-said">{approval()?.ask}</p>
      <Show when={ask.words !== ""}>
        <Notice tone="info" title="Their message">
          <p class="confer-said">{ask.words}</p>
        </Notice>
      </Show>
      <p class="govuk-body">Read the referral, then answer below it.</p>
      <Button kind="secondary" onClick={() => focusField(isApproval() ? "outcome" : "words")}>
        Go to your answer
      </Button>
      <AsItStands open={open} />
      <Answer {...props} approves={isApproval()} />
    </>
  );
}

function AsItStands(props: { open: OpenForm }): JSX.Element {
  const snapshot = createMemo(
    () => {
      const { answers, file, origins, papers, approvals } = props.open.view();
      const { today } = props.open;
      return makeSnapshot(props.open.definition(), answers, file.consent, {
        today,
        origins,
        papers,
        approvals,
      });
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  return (
    <>
      <SnapshotView snapshot={snapshot()} />
      <Show when={props.open.view().papers.some(({ removed }) => !removed)}>
        <p class="govuk-body">
          <ButtonLink kind="link" href={`${props.open.href()}?tab=papers`}>
            Look at the papers
          </ButtonLink>
        </p>
      </Show>
    </>
  );
}

type Typed = { outcome: "" | ApprovalOutcome; words: string };

function Answer(props: Props & { ask: OpenAsk; approves: boolean; onSaid: () => void }): JSX.Element {
  const { session, open, ask } = props;
  const outcomeOf = (typed: Typed): Typed["outcome"] => (props.approves ? typed.outcome : "consulted");
  const form = createKeptForm<Typed>({
    notes: session,
    name: `agree/${ask.entry}`,
    blank: { outcome: "", words: "" },
    check: (typed) => {
      const chosen = outcomeOf(typed);
      return [
        needed("outcome", chosen, "Choose whether you approve it"),
        chosen === "approved" || chosen === ""
          ? undefined
          : needed(
              "words",
              typed.words,
              chosen === "sentBack" ? "Say what has to change" : "Say what you think",
            ),
        tooMuch("words", typed.words, MAX_PROSE, "Your answer"),
      ];
    },
    save: (typed) => {
      const outcome = outcomeOf(typed);
      if (outcome === "") throw new Error("answer: nothing was chosen");
      return session.answerApproval(open.scope, ask.key, { outcome, words: typed.words.trim() });
    },
    onSaved: () => {
      window.scrollTo(0, 0);
      props.onSaid();
    },
  });
  const { draft, set, errors } = form;
  const outcome = () => outcomeOf(draft);
  return (
    <>
      <h2 class="govuk-heading-m">Your answer</h2>
      <KeptForm
        of={form}
        submitText={
          outcome() === "approved" ? "Approve" : outcome() === "sentBack" ? "Send back" : "Send your answer"
        }
      >
        <Show when={props.approves}>
          <Radios
            id="outcome"
            label="Do you approve it?"
            legendSize="s"
            error={errors.of("outcome")}
            options={[
              { value: "approved", label: "I approve it" },
              {
                value: "sentBack",
                label: "Send it back",
                hint: "It is not sent to the panel until you approve it.",
              },
            ]}
            value={draft.outcome === "" ? undefined : draft.outcome}
            onChange={(chosen) => set("outcome", chosen as ApprovalOutcome)}
          />
        </Show>
        <TextArea
          id="words"
          label={
            outcome() === "sentBack"
              ? "What has to change?"
              : props.approves
                ? "What you want to say"
                : "What do you think?"
          }
          hint="The author and the panel read this."
          labelSize="s"
          optional={props.approves && outcome() !== "sentBack"}
          rows={4}
          error={errors.of("words")}
          value={draft.words}
          onInput={(words) => set("words", words)}
        />
      </KeptForm>
      <Details summary="What becomes of your answer">
        Your name, the day and your words go into the referral, and are printed with it. If the author changes
        answers afterwards, your answer stands and the number of changes is said beside it.
      </Details>
    </>
  );
}
