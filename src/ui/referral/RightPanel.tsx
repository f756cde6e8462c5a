import { useNavigate, useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import { NO_CONSENT } from "../../domain/consentPosition.ts";
import type { Page as FormPage } from "../../forms/definition/section.ts";
import { checkEligibility } from "../../forms/eligibility.ts";
import type { FieldError } from "../../forms/fieldError.ts";
import { validateSection } from "../../forms/validate.ts";
import { visibleIn } from "../../forms/visible.ts";
import { createAct } from "../act.ts";
import { isoDayOf } from "../caseFile/when.ts";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { caseHref } from "../routes.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { Contacts } from "./Contacts.tsx";
import { createFirstAnswers } from "./firstAnswers.ts";
import { type Asking, readerOf } from "./form/asking.ts";
import { Errors } from "./form/Errors.tsx";
import { Asked } from "./form/widgetFor.tsx";
import { NotThisPanel } from "./NotThisPanel.tsx";

const RESULT = "result";

/** Where a page of these questions is, from 0. */
export const stepHref = (panel: string, step: number | typeof RESULT): string =>
  `/referral/new?panel=${panel}&step=${step}`;

/** Whether it is the right panel: its first questions, a page each, and the referral that begins with the answers. */
export function RightPanel(props: { session: Session; panel: PanelInfo }): JSX.Element {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { definition } = props.panel;
  const { section } = definition.eligibility;
  const [errors, setErrors] = createSignal<readonly FieldError[]>([]);
  const [attempt, setAttempt] = createSignal(0);
  const today = isoDayOf(Date.now());
  const first = createFirstAnswers(props.session, props.panel, errors, today);
  const { answers } = first.asking;
  const start = createAct(() => props.session.startReferral(definition.id, answers()));

  const step = (): string => (typeof search["step"] === "string" ? search["step"] : "0");
  const index = (): number => (step() === RESULT ? section.pages.length : Number(step()));
  const page = createMemo(() => section.pages[index()]);
  const caption = (): string =>
    page() && section.pages.length > 1
      ? `${section.title} Page ${index() + 1} of ${section.pages.length}`
      : section.title;
  const hrefOf = (to: number | typeof RESULT): string => stepHref(definition.id, to);
  const back = (): string => (index() > 0 ? hrefOf(index() - 1) : "/referral/new");

  const begin = (): void =>
    void start.run().then((started) => {
      if (!started) return;
      first.kept.drop();
      navigate(caseHref(started.value, "tasks"), { replace: true });
    });
  /** A question left open is asked again in the referral; only a clear "no" is worth a page of its own. */
  const goOn = (): void => {
    setErrors([]);
    if (index() + 1 < section.pages.length) navigate(hrefOf(index() + 1));
    else if (checkEligibility(definition, answers(), today).state === "notMet") navigate(hrefOf(RESULT));
    else begin();
  };
  /** True when there are none. */
  const check = (ofHere: (error: FieldError) => boolean): boolean => {
    const wrong = validateSection(definition, section.key, answers(), NO_CONSENT, today).filter(ofHere);
    setErrors(wrong);
    setAttempt((count) => count + 1);
    return wrong.length === 0;
  };
  const isReason = ({ path }: FieldError): boolean =>
    path === checkEligibility(definition, answers(), today).exceptionPath;
  const proceed = (): void => {
    if (check((error) => error.pageKey === page()?.key && !isReason(error))) goOn();
  };
  return (
    <Show when={first.kept.ready() && step()} keyed>
      <Page
        title={page()?.title ?? "This may not be the right panel"}
        caption={caption()}
        error={errors().length > 0}
        back={{ href: back() }}
      >
        <Show when={first.fromBefore() && index() === 0}>
          <FromBefore onForget={() => first.forget()} />
        </Show>
        <Show
          when={page()}
          fallback={
            <Result
              session={props.session}
              asking={first.asking}
              attempt={attempt()}
              busy={start.busy()}
              onCarryOn={() => {
                if (check(isReason)) begin();
              }}
            />
          }
        >
          {(shown) => (
            <Questions
              page={shown()}
              asking={first.asking}
              attempt={attempt()}
              busy={start.busy()}
              onContinue={proceed}
              onLater={goOn}
            />
          )}
        </Show>
        <ProblemNotice problem={start.problem() ?? first.kept.problem()} />
      </Page>
    </Show>
  );
}

/** So that nobody starts one person's referral with what was answered about another. */
function FromBefore(props: { onForget: () => void }): JSX.Element {
  return (
    <Notice tone="info" title="You began this before">
      <p>The answers you gave then are filled in. If this referral is about somebody else, begin again.</p>
      <Button kind="secondary" onClick={() => props.onForget()}>
        Begin again, with nothing filled in
      </Button>
    </Notice>
  );
}

function Questions(props: {
  page: FormPage;
  asking: Asking;
  attempt: number;
  busy: boolean;
  onContinue: () => void;
  /** With what is missing left for later. */
  onLater: () => void;
}): JSX.Element {
  const questions = createMemo(() =>
    visibleIn(props.asking.section, readerOf(props.asking))
      .filter((visible) => visible.page === props.page)
      .map(({ question }) => question),
  );
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onContinue();
      }}
    >
      <Errors errors={props.asking.errors()} attempt={props.attempt} />
      <Show when={props.page.lead}>
        <p class="govuk-body">{props.page.lead}</p>
      </Show>
      <For each={questions()}>{(question) => <Asked question={question} asking={props.asking} />}</For>
      <div class="confer-actions">
        <Button type="submit" busy={props.busy}>
          Continue
        </Button>
        <Show when={props.asking.errors().length > 0}>
          <Button kind="secondary" onClick={() => props.onLater()}>
            Continue and finish this later
          </Button>
        </Show>
      </div>
    </form>
  );
}

/** A "no" explains and offers other ways; the person may still carry on, with or without a reason yet. */
function Result(props: {
  session: Session;
  asking: Asking;
  attempt: number;
  busy: boolean;
  onCarryOn: () => void;
}): JSX.Element {
  return (
    <>
      <Errors errors={props.asking.errors()} attempt={props.attempt} />
      <p class="govuk-body">
        Your answers are kept. These are other ways to get help. If you still think this panel should hear the
        case, say why: the person who reads referrals decides, not this form.
      </p>
      <NotThisPanel asking={props.asking} />
      <Button busy={props.busy} onClick={() => props.onCarryOn()}>
        Carry on with this referral
      </Button>
      <Contacts session={props.session} definitionId={props.asking.definition.id} />
    </>
  );
}
