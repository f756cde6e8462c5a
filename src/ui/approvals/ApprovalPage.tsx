import { useParams, useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { UserId } from "../../domain/ids.ts";
import { heldFor, mayGiveReason } from "../../forms/approvals.ts";
import type { Approval } from "../../forms/definition/approval.ts";
import { createKeptForm, type MadeForm } from "../kept/createKeptForm.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { Radios } from "../kit/Radios.tsx";
import { FormGate, type OpenForm } from "../referral/DraftGate.tsx";
import { type ApprovalDraft, BLANK, toldFrom, wrongIn } from "./approvalDraft.ts";
import { ApprovalStanding } from "./ApprovalStanding.tsx";
import { AskFields } from "./AskFields.tsx";
import { ReasonFields, ToldFields } from "./ToldFields.tsx";

/** One approval of a referral, for its author: where it stands, and asking for it or writing it down. */
export function ApprovalPage(props: { session: Session }): JSX.Element {
  const params = useParams();
  return (
    <FormGate session={props.session} title="Agreement">
      {(open) => {
        const approval = createMemo(() =>
          open.definition().approvals?.find(({ key }) => key === params["approval"]),
        );
        return (
          <Show when={approval()} keyed fallback={<NotAsked open={open} />}>
            {(found) => <OneApproval session={props.session} open={open} approval={found} />}
          </Show>
        );
      }}
    </FormGate>
  );
}

function NotAsked(props: { open: OpenForm }): JSX.Element {
  return (
    <Page title="Agreement" back={{ href: props.open.href("tasks") }}>
      <p class="govuk-body">The form of this referral asks for no such agreement.</p>
    </Page>
  );
}

type Ways = { session: Session; open: OpenForm; approval: Approval };

function OneApproval(props: Ways): JSX.Element {
  const [search] = useSearchParams();
  const back = (): string => (search["from"] === "check" ? "check" : "tasks");
  return (
    <Page
      title="Agreement"
      heading={props.approval.label}
      caption={props.open.view().summary.reference}
      back={{ href: props.open.href(back()) }}
    >
      <ApprovalStanding open={props.open} approval={props.approval} />
      <Show
        when={props.open.view().summary.mine && props.open.view().mayEdit}
        fallback={<p class="govuk-body">Only its author can ask, and only until the panel has decided.</p>}
      >
        <Doing {...props} back={props.open.href(back())} />
      </Show>
    </Page>
  );
}

const DONE = {
  "": "",
  ask: "Asked. They see it as soon as your device and theirs have both been online.",
  told: "Recorded.",
  reason: "Your reason is recorded. The panel reads it.",
} as const;
const BUTTONS = { "": "Continue", ask: "Ask them", told: "Record it", reason: "Record the reason" } as const;

/** Asking, writing down or giving a reason: half made, it is kept until it is a record. */
function Doing(props: Ways & { back: string }): JSX.Element {
  const { session, open, approval } = props;
  const [done, setDone] = createSignal("");
  const form = createKeptForm<ApprovalDraft>({
    notes: session,
    name: `approval/${open.scope}/${approval.key}`,
    blank: BLANK,
    check: (draft) => wrongIn(approval, draft, open.today),
    save: (draft) => {
      setDone("");
      return record(props, draft);
    },
    onSaved: ({ way }) => setDone(DONE[way]),
  });
  return (
    <KeptForm
      of={form}
      submitText={BUTTONS[form.draft.way]}
      more={
        <ButtonLink kind="link" href={props.back}>
          Go back to the referral
        </ButtonLink>
      }
    >
      <div role="status">
        <Show when={form.errors.list().length === 0 && done()}>
          {(said) => <Notice tone="good">{said()}</Notice>}
        </Show>
      </div>
      <WayChoice {...props} form={form} />
    </KeptForm>
  );
}

function record({ session, open, approval }: Ways, draft: ApprovalDraft) {
  switch (draft.way) {
    case "ask":
      return session.askApproval(open.scope, approval.key, draft.user as UserId, draft.message.trim());
    case "told":
      return session.recordApproval(open.scope, approval.key, toldFrom(approval, draft));
    case "reason":
      return session.waiveApproval(open.scope, approval.key, draft.reason.trim());
    case "":
      throw new Error("approval: nothing was chosen");
  }
}

function WayChoice(props: Ways & { form: MadeForm<ApprovalDraft> }): JSX.Element {
  const { draft, set, errors } = props.form;
  const withReason = () =>
    mayGiveReason(props.approval, heldFor(props.approval.key, props.open.view().approvals));
  return (
    <Radios
      id="way"
      label="What do you want to do?"
      legendSize="m"
      error={errors.of("way")}
      options={[
        {
          value: "ask",
          label: "Ask a colleague here",
          hint: "They read the draft and answer on their own device.",
          reveal: () => <AskFields {...props} draft={draft} set={set} errors={errors} />,
        },
        {
          value: "told",
          label: "Write down what somebody said",
          hint: "For an answer by word of mouth or on paper, and for anybody who is not on Confer.",
          reveal: () => <ToldFields {...props} draft={draft} set={set} errors={errors} />,
        },
        ...(withReason()
          ? [
              {
                value: "reason",
                label: "Send the referral without it, and say why",
                reveal: () => <ReasonFields {...props} draft={draft} set={set} errors={errors} />,
              },
            ]
          : []),
      ]}
      value={draft.way === "" ? undefined : draft.way}
      onChange={(way) => set("way", way as ApprovalDraft["way"])}
    />
  );
}
