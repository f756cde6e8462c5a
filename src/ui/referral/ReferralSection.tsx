import { useNavigate, useParams, useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { Editor, Session } from "../../app/api.ts";
import { type AnswerValue, donePath, type FieldPath } from "../../forms/answers.ts";
import { allSections } from "../../forms/definition.ts";
import type { Page as FormPage, Section } from "../../forms/definition/section.ts";
import { sectionStatus } from "../../forms/status.ts";
import { validateSection } from "../../forms/validate.ts";
import type { FieldError } from "../../forms/fieldError.ts";
import { visibleIn } from "../../forms/visible.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { createAct } from "../act.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive } from "../live.ts";
import { EditorGate, FormGate, type OpenForm } from "./DraftGate.tsx";
import { type Asking, readerOf } from "./form/asking.ts";
import { Asked } from "./form/widgetFor.tsx";
import { Errors } from "./form/Errors.tsx";
import { NotThisPanel } from "./NotThisPanel.tsx";
import { createOwnDetails } from "./ownDetails.ts";
import { Correcting } from "./Correcting.tsx";
import { WhereInForm } from "./WhereInForm.tsx";

/** One page of one section. Continue says what is missing; it never keeps anyone here. */
export function ReferralSection(props: { session: Session }): JSX.Element {
  const params = useParams();
  return (
    <FormGate session={props.session} title="Referral">
      {(open) => {
        const section = createMemo(() =>
          allSections(open.definition()).find(({ key }) => key === params["section"]),
        );
        const index = () => Number(params["page"] ?? "0");
        const page = createMemo(() => section()?.pages[index()]);
        return (
          <Show when={open.view().mayEdit} fallback={<ReadOnly open={open} />}>
            <EditorGate session={props.session} open={open}>
              {(editor) => (
                <Show when={page()} keyed fallback={<NoPage open={open} />}>
                  {(found) => (
                    <SectionPage
                      session={props.session}
                      open={open}
                      editor={editor}
                      section={section() as Section}
                      page={found}
                    />
                  )}
                </Show>
              )}
            </EditorGate>
          </Show>
        );
      }}
    </FormGate>
  );
}

type PageProps = {
  session: Session;
  open: OpenForm;
  editor: Editor;
  section: Section;
  page: FormPage;
};

/** What the widgets of this page are given. */
function createAsking(props: PageProps, errors: Accessor<readonly FieldError[]>) {
  // What was typed becomes an entry first, so that the choice counts as made with knowledge of it.
  const settle = createAct(async (path: FieldPath, value: AnswerValue) => {
    const flushed = await props.editor.flush();
    return flushed.ok ? props.session.settleConflict(props.open.scope, path, value) : flushed;
  });
  const asking: Asking = {
    definition: props.open.definition(),
    section: props.section,
    today: props.open.today,
    answers: createLive(props.editor.answers),
    set: (path, value) => props.editor.set(path, value),
    errors,
    withoutConsent: () => !["given", "givenInPart"].includes(props.open.consent().state),
    conflicts: () => props.open.view().conflicts,
    settle: (path, value) => void settle.run(path, value),
  };
  return { asking, problem: settle.problem };
}

function SectionPage(props: PageProps): JSX.Element {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [errors, setErrors] = createSignal<readonly FieldError[]>([]);
  const [attempt, setAttempt] = createSignal(0);
  const leave = createAct(() => props.editor.flush());
  const { section, page } = props;
  const { asking, problem: unsettled } = createAsking(props, errors);
  const { answers } = asking;
  const questions = createMemo(() =>
    visibleIn(section, readerOf(asking))
      .filter((visible) => visible.page === page)
      .map(({ question }) => question),
  );
  const own = createOwnDetails(props.session, props.open, asking, questions);

  const index = section.pages.indexOf(page);
  const { before, after } = placesAround(props, search["from"] === "check");

  const go = (href: string): void => {
    void leave.run().then((left) => left && navigate(href));
  };
  const proceed = (): void => {
    const { definition, consent, today } = props.open;
    const all = validateSection(
      definition(),
      section.key,
      answers(),
      consent(),
      today,
      props.open.view().papers,
    );
    const here = all.filter(({ pageKey }) => pageKey === page.key);
    setErrors(here);
    setAttempt((count) => count + 1);
    if (here.length > 0) return;
    own.remember();
    markOptionalDone();
    go(after);
  };
  /** Going past the last page of an optional section with nothing in it says there is nothing to add. */
  const markOptionalDone = (): void => {
    if (index + 1 < section.pages.length) return;
    const { definition, consent, today } = props.open;
    const status = sectionStatus(
      definition(),
      section.key,
      answers(),
      consent(),
      today,
      props.open.view().papers,
    );
    if (status.optional && status.kind === "notStarted") props.editor.set(donePath(section.key), "yes");
  };

  return (
    <Page title={page.title} caption={section.title} error={errors().length > 0} back={{ href: before }}>
      <Errors errors={errors()} attempt={attempt()} />
      <WhereInForm open={props.open} editor={props.editor} section={section} page={page} />
      <Correcting open={props.open} />
      <Show when={own.filled()}>
        <Notice tone="info" live={true}>
          Your own details have been filled in. Change what is not right.
        </Notice>
      </Show>
      <For each={[index === 0 ? section.lead : undefined, page.lead].filter((lead) => lead !== undefined)}>
        {(lead) => <p class="govuk-body">{lead}</p>}
      </For>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          proceed();
        }}
      >
        <For each={questions()}>{(question) => <Asked question={question} asking={asking} />}</For>
        <Show when={section === asking.definition.eligibility.section && index + 1 === section.pages.length}>
          <NotThisPanel asking={asking} />
        </Show>
        <ProblemNotice problem={leave.problem() ?? unsettled()} />
        <WaysOn
          busy={leave.busy()}
          wrong={errors().length > 0}
          onLater={() => go(after)}
          onLeave={() => go(props.open.href("tasks"))}
        />
      </form>
    </Page>
  );
}

/** Where Back and Continue lead: a page reached from Check leads back there. */
function placesAround({ open, section, page }: PageProps, fromCheck: boolean) {
  const home = open.href(fromCheck ? "check" : "tasks");
  const index = section.pages.indexOf(page);
  const placeOf = (at: number): string =>
    section.pages[at] && !fromCheck ? open.href(`section/${section.key}/${at}`) : home;
  return { before: placeOf(index - 1), after: placeOf(index + 1) };
}

/** Continue, and two ways to go with things missing. */
function WaysOn(props: {
  busy: boolean;
  wrong: boolean;
  onLater: () => void;
  onLeave: () => void;
}): JSX.Element {
  return (
    <div class="confer-actions">
      <Button type="submit" busy={props.busy}>
        Continue
      </Button>
      <Show when={props.wrong}>
        <Button kind="secondary" onClick={() => props.onLater()}>
          Continue and finish this later
        </Button>
      </Show>
      <Button kind="link" onClick={() => props.onLeave()}>
        Save and come back later
      </Button>
    </div>
  );
}

function ReadOnly(props: { open: OpenForm }): JSX.Element {
  return (
    <Page title="Referral" back={{ href: props.open.href() }}>
      <p class="govuk-body">
        These answers cannot be changed now: the referral has been sent, or it is somebody else’s.
      </p>
      <ButtonLink href={props.open.href()}>Read the referral</ButtonLink>
    </Page>
  );
}

function NoPage(props: { open: OpenForm }): JSX.Element {
  return (
    <Page title="Referral" back={{ href: props.open.href("tasks") }}>
      <p class="govuk-body">This form has no such page. Every section is on the list of the referral.</p>
      <ButtonLink href={props.open.href("tasks")}>Go to the list</ButtonLink>
    </Page>
  );
}
