import { useNavigate } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { MAX_NAME, MAX_PROSE } from "../../domain/lengths.ts";
import { submissionBlockers } from "../../forms/status.ts";
import { createAct } from "../act.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Checkboxes } from "../kit/Checkboxes.tsx";
import { Notice } from "../kit/Notice.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createLive } from "../live.ts";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, type FieldErrors, needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { Blockers } from "./Blockers.tsx";
import { isCorrecting } from "./Correcting.tsx";
import { declarationOf } from "./declaration.ts";
import type { OpenForm } from "./DraftGate.tsx";

type Typed = { note: string; declaredBy: string };

/** Sent for the first time, after a return, or to put right what was sent. */
type Kind = "first" | "again" | "correction";

const kindOf = (open: OpenForm): Kind =>
  isCorrecting(open) ? "correction" : open.view().standing.status === "returned" ? "again" : "first";

const WORDS: Record<Kind, { heading: string; button: string; note: string; hint: string; missing: string }> =
  {
    first: { heading: "Submit", button: "Submit", note: "", hint: "", missing: "" },
    again: {
      heading: "Submit again",
      button: "Submit again",
      note: "What did you do about what was missing?",
      hint: "The panel reads this first.",
      missing: "Say what you did about what was missing",
    },
    correction: {
      heading: "Send the correction",
      button: "Send the correction",
      note: "What did you put right, and why?",
      hint: "The panel reads this first. What you sent before is kept beside it.",
      missing: "Say what you put right",
    },
  };

/** The blockers above and the declaration below what is read between; and the only Submit there is. */
export function Submission(props: { session: Session; open: OpenForm; children: JSX.Element }): JSX.Element {
  const { session, open } = props;
  const navigate = useNavigate();
  const errors = createFieldErrors();
  const [attempt, setAttempt] = createSignal(0);
  const [declared, setDeclared] = createSignal(false);
  const kept = createKeptDraft<Typed>(session, `check/${open.scope}`, {
    note: "",
    declaredBy: session.me.value.profile?.name ?? "",
  });
  const submit = createAct(session.submit.bind(session));
  const blockers = createMemo(() =>
    submissionBlockers(
      open.definition(),
      open.view().answers,
      open.consent(),
      open.today,
      open.view().papers,
      open.view().approvals,
    ),
  );
  const press = (): void => {
    if (blockers().length > 0) {
      setAttempt((count) => count + 1);
      return;
    }
    const { note, declaredBy } = kept.draft;
    const kind = kindOf(open);
    const right = errors.check([
      kind === "first" ? undefined : needed("note", note, WORDS[kind].missing),
      needed("declared", declared() ? "yes" : "", "Tick the declaration to submit"),
      needed("declared-by", declaredBy, "Enter your name"),
      tooMuch("note", note, MAX_PROSE, "What you write here"),
      tooMuch("declared-by", declaredBy, MAX_NAME, "Your name"),
    ]);
    if (!right) return;
    const declaration = { declaredBy: declaredBy.trim(), declaration: declarationOf(open.definition()) };
    void submit
      .run(open.scope, kind === "first" ? declaration : { ...declaration, note: note.trim() })
      .then((sent) => {
        if (!sent) return;
        kept.clear();
        navigate(open.href("submitted"), { replace: true });
      });
  };
  return (
    <>
      <Errors of={errors} />
      <Blockers open={open} blockers={blockers()} attempt={attempt()} />
      {props.children}
      <div class="confer-no-print">
        <h2 class="govuk-heading-m">{WORDS[kindOf(open)].heading}</h2>
        <Show when={kept.ready()}>
          <Fields
            open={open}
            typed={kept.draft}
            onType={kept.set}
            declared={declared()}
            onDeclare={setDeclared}
            errors={errors}
          />
        </Show>
        <WithoutConnection session={session} />
        <ProblemNotice problem={submit.problem() ?? kept.problem()} />
        <div class="confer-actions">
          <Button busy={submit.busy()} onClick={press}>
            {WORDS[kindOf(open)].button}
          </Button>
          <ButtonLink kind="link" href={open.href("tasks")}>
            Save and come back later
          </ButtonLink>
        </div>
      </div>
    </>
  );
}

/** A ticked declaration is not kept: it is made each time. */
function Fields(props: {
  open: OpenForm;
  typed: Typed;
  onType: (typed: Partial<Typed>) => void;
  declared: boolean;
  onDeclare: (declared: boolean) => void;
  errors: FieldErrors;
}): JSX.Element {
  return (
    <>
      <Show when={kindOf(props.open) !== "first"}>
        <TextArea
          id="note"
          label={WORDS[kindOf(props.open)].note}
          hint={WORDS[kindOf(props.open)].hint}
          labelSize="s"
          error={props.errors.of("note")}
          value={props.typed.note}
          onInput={(note) => props.onType({ note })}
        />
      </Show>
      <Checkboxes
        id="declared"
        label="Declaration"
        legendSize="s"
        error={props.errors.of("declared")}
        options={[{ value: "declared", label: declarationOf(props.open.definition()) }]}
        value={props.declared ? ["declared"] : []}
        onChange={(ticked) => props.onDeclare(ticked.length > 0)}
      />
      <TextInput
        id="declared-by"
        label="Your name"
        labelSize="s"
        error={props.errors.of("declared-by")}
        value={props.typed.declaredBy}
        onInput={(declaredBy) => props.onType({ declaredBy })}
      />
    </>
  );
}

function WithoutConnection(props: { session: Session }): JSX.Element {
  const safety = createLive(props.session.safety);
  return (
    <Show when={safety().connection !== "online"}>
      <Notice tone="info" title="You have no connection now">
        You can submit all the same. The referral is sealed on this device now and goes by itself when the
        connection is back: open the app once when you are online. It counts as received when it arrives.
      </Notice>
    </Show>
  );
}
