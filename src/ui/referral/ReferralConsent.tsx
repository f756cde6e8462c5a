import { useNavigate, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { datePartsOf } from "../../domain/calendarDate.ts";
import { type ConsentEvent, parseConsentEvent } from "../../domain/consent.ts";
import type { ConsentPosition } from "../../domain/consentPosition.ts";
import { asText } from "../../forms/answers.ts";
import type { FieldPath } from "../../forms/answers.ts";
import type { ConsentModel } from "../../forms/definition/consentModel.ts";
import { createAct } from "../act.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { deviceTime } from "../caseFile/when.ts";
import { EndGroundStep, MistakeStep, TellStep } from "./consent/AfterSteps.tsx";
import { AnswerStep } from "./consent/AnswerStep.tsx";
import { AwarenessStep } from "./consent/AwarenessStep.tsx";
import { ConsentOverview } from "./consent/ConsentOverview.tsx";
import { type ConsentDraft, emptyDraft, type Named } from "./consent/draft.ts";
import type { Common } from "./consent/events.ts";
import { DecidedStep } from "./consent/ground/DecidedStep.tsx";
import { GroundStep } from "./consent/ground/GroundStep.tsx";
import { InformedStep } from "./consent/ground/InformedStep.tsx";
import { LawStep } from "./consent/ground/LawStep.tsx";
import { WeighedStep } from "./consent/ground/WeighedStep.tsx";
import { NotAskedStep, NotSoughtStep, SaidNoStep } from "./consent/NoSteps.tsx";
import { Receipt } from "./consent/Receipt.tsx";
import { SigningStep } from "./consent/SigningStep.tsx";
import { isStep, type Step, type StepProps } from "./consent/step.ts";
import { WhoStep } from "./consent/WhoStep.tsx";
import { WithdrawStep } from "./consent/WithdrawStep.tsx";
import { WordingStep } from "./consent/WordingStep.tsx";
import { FormGate, type OpenForm } from "./DraftGate.tsx";

/**
 * The consent record. `?step=` in the address, so that Back works; what is typed is kept on the device between
 * the steps (see [Note: half-made screens]), and each finished part is an event of its own.
 */
export function ReferralConsent(props: { session: Session }): JSX.Element {
  return (
    <FormGate session={props.session} title="Consent">
      {(open) => <Consent session={props.session} open={open} />}
    </FormGate>
  );
}

function Consent(props: { session: Session; open: OpenForm }): JSX.Element {
  const { session, open } = props;
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const me = (): Named => {
    const profile = session.me.value.profile;
    return { name: profile?.name ?? "", role: profile?.position ?? "", agency: profile?.agency ?? "" };
  };
  const subject = open.definition().subjects[0];
  const subjectName = (): string =>
    subject ? asText(open.view().answers.get(subject.nameQuestion as FieldPath)) : "";
  const blank = emptyDraft({
    me: me(),
    subjectName: subjectName(),
    today: datePartsOf(open.today),
  });
  const kept = createKeptDraft<ConsentDraft>(session, `consent/${open.scope}`, blank);
  const { draft, set } = kept;
  const record = createAct(async (events: readonly ConsentEvent[]) => {
    // All or none: a name of a thousand letters is found before the first of them is written.
    if (events.some((event) => !parseConsentEvent(event).ok)) {
      return { ok: false, problem: { kind: "too-long" } };
    }
    for (const event of events) {
      const recorded = await session.recordConsent(open.scope, event);
      if (!recorded.ok) return recorded;
    }
    return { ok: true, value: undefined };
  });
  const common = (): Common => ({
    subject: subject?.key ?? "person",
    recordedBy: me(),
    deviceTime: deviceTime(new Date()),
    offline: session.safety.value.connection !== "online",
  });
  const go = (step: Step | undefined): void => {
    // A finished record leaves nothing behind for the next one, the signature least of all.
    if (step === undefined) kept.clear();
    if (step === "who" && search["step"] === undefined) set("beside", false);
    if (step === "ground" && draft.reason === "")
      set("reason", reasonFrom(open.consent(), open.definition().consent));
    navigate(open.href(step === undefined ? "consent" : `consent?step=${step}`));
  };
  const goBeside = (): void => {
    set({ beside: true, decider: "", giverName: "" });
    navigate(open.href("consent?step=who"));
  };
  const step = (): Step | undefined => (isStep(search["step"]) ? search["step"] : undefined);
  return (
    <Show when={kept.ready()}>
      <Show when={step()} keyed fallback={<ConsentOverview open={open} go={go} goBeside={goBeside} />}>
        {(current) =>
          screenOf(current, {
            session,
            open,
            draft,
            set,
            subjectName,
            common,
            record,
            unsafe: kept.problem,
            go,
          })
        }
      </Show>
    </Show>
  );
}

/** Why consent is not relied on, as far as what is recorded says it and the form has a word for it. */
function reasonFrom({ state, answer }: ConsentPosition, model: ConsentModel): string {
  const key = answer?.kind === "couldNotAsk" ? answer.reason.key : state;
  return model.withoutConsent.reasons.some((reason) => reason.key === key) ? key : "";
}

function screenOf(step: Step, props: StepProps): JSX.Element {
  switch (step) {
    case "aware":
      return <AwarenessStep {...props} />;
    case "who":
      return <WhoStep {...props} />;
    case "wording":
      return <WordingStep {...props} />;
    case "answer":
      return <AnswerStep {...props} />;
    case "sign":
      return <SigningStep {...props} />;
    case "no":
      return <SaidNoStep {...props} />;
    case "not-asked":
      return <NotAskedStep {...props} />;
    case "not-sought":
      return <NotSoughtStep {...props} />;
    case "ground":
      return <GroundStep {...props} />;
    case "law":
      return <LawStep {...props} />;
    case "weighed":
      return <WeighedStep {...props} />;
    case "informed":
      return <InformedStep {...props} />;
    case "decided":
      return <DecidedStep {...props} />;
    case "withdraw":
      return <WithdrawStep {...props} />;
    case "tell":
      return <TellStep {...props} />;
    case "end-ground":
      return <EndGroundStep {...props} />;
    case "mistake":
      return <MistakeStep {...props} />;
    case "receipt":
      return <Receipt {...props} />;
  }
}
