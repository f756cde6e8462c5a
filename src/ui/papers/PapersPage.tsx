import { useNavigate, useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Editor, Session } from "../../app/api.ts";
import { donePath } from "../../forms/answers.ts";
import type { Section } from "../../forms/definition/section.ts";
import type { Reader } from "../../forms/evaluate.ts";
import type { FieldError } from "../../forms/fieldError.ts";
import { askedPapers, OTHER_PAPER, takesAnything } from "../../forms/papers.ts";
import { sectionStatus } from "../../forms/status.ts";
import { validateSection } from "../../forms/validate.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive } from "../live.ts";
import { EditorGate, FormGate, type OpenForm } from "../referral/DraftGate.tsx";
import { Errors } from "../referral/form/Errors.tsx";
import { isCorrecting } from "../referral/Correcting.tsx";
import { SavedLine } from "../referral/SavedLine.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { createDesk } from "./desk.ts";
import { Kinds } from "./Kinds.tsx";
import { PaperDialog } from "./PaperDialog.tsx";
import { turnPhoto } from "./photos.ts";
import { roomWords, WHAT_CAN_BE_ADDED } from "./paperWords.ts";

/** The papers of a referral: what the panel asks for, what is there, and the ways to add to it. */
export function PapersPage(props: { session: Session }): JSX.Element {
  return (
    <FormGate session={props.session} title="Papers">
      {(open) => {
        const section = createMemo(() => open.definition().sections.find(({ kind }) => kind === "papers"));
        return (
          <Show when={open.view().mayEdit && section()} fallback={<Closed open={open} />}>
            {(found) => (
              <EditorGate session={props.session} open={open}>
                {(editor) => <Papers session={props.session} open={open} editor={editor} section={found()} />}
              </EditorGate>
            )}
          </Show>
        );
      }}
    </FormGate>
  );
}

type PapersProps = { session: Session; open: OpenForm; editor: Editor; section: Section };

function Papers(props: PapersProps): JSX.Element {
  const { session, open, editor, section } = props;
  const answers = createLive(editor.answers);
  const papers = () => open.view().papers;
  const reader = createMemo((): Reader => ({
    definition: open.definition(),
    answers: answers(),
    today: open.today,
  }));
  const kinds = createMemo(() => kindChoices(reader()));
  const desk = createDesk(session, open.scope, open.view().summary.reference, kinds);
  const turn = createAct((...[paper, way]: [Parameters<typeof turnPhoto>[2], "left" | "right"]) =>
    turnPhoto(session, open.scope, paper, way),
  );
  const [errors, setErrors] = createSignal<readonly FieldError[]>([]);
  const [attempt, setAttempt] = createSignal(0);
  const leaving = createLeaving(props);

  const proceed = (): void => {
    const { definition, consent, today } = open;
    const all = validateSection(definition(), section.key, answers(), consent(), today, papers());
    const here = all.filter(({ pageKey }) => pageKey === undefined);
    setErrors(here);
    setAttempt((count) => count + 1);
    if (here.length > 0) return;
    const status = sectionStatus(definition(), section.key, answers(), consent(), today, papers());
    // Going on from an optional section with nothing in it says there is nothing to add.
    if (status.optional && status.kind === "notStarted" && section.pages.length === 0) {
      editor.set(donePath(section.key), "yes");
    }
    leaving.goOn();
  };
  return (
    <Page title={section.title} error={errors().length > 0} back={{ href: leaving.before }}>
      <Errors errors={errors()} attempt={attempt()} />
      <SavedLine editor={editor} />
      <Show when={isCorrecting(open)}>
        <Notice tone="info" title="This referral has been sent">
          The panel sees what you add or take away here as soon as it arrives, without a correction.
        </Notice>
      </Show>
      <Show when={section.lead}>
        <p class="govuk-body">{section.lead}</p>
      </Show>
      <p class="govuk-body">{WHAT_CAN_BE_ADDED} Each is sealed on this device as soon as you choose it.</p>
      <p class="govuk-body confer-signal">{roomWords(papers())}.</p>
      <Kinds
        desk={desk}
        section={section}
        reader={reader()}
        papers={papers()}
        errors={errors()}
        setAnswer={(path, value) => editor.set(path, value)}
      />
      <ProblemNotice problem={desk.problem() ?? leaving.problem()} />
      <div class="confer-actions">
        <Button busy={leaving.busy()} onClick={proceed}>
          Continue
        </Button>
        <Show when={errors().length > 0}>
          <Button kind="secondary" onClick={leaving.goOn}>
            Continue and finish this later
          </Button>
        </Show>
        <Button kind="link" onClick={leaving.goHome}>
          Save and come back later
        </Button>
      </div>
      <PaperDialog
        session={session}
        scope={open.scope}
        papers={papers()}
        looking={desk.looking()}
        pictures={desk.pictures}
        reference={desk.reference}
        turning={{
          busy: turn.busy(),
          turn: (paper, way) => void turn.run(paper, way).then((made) => made && desk.lookAt(made.value)),
        }}
        onClose={() => desk.lookAt(undefined)}
      >
        <Show when={turn.busy()}>
          <p role="status">Turning it.</p>
        </Show>
        <ProblemNotice problem={turn.problem()} />
      </PaperDialog>
    </Page>
  );
}

/** What a paper can be said to be: as the page offers places for them. */
function kindChoices(reader: Reader): readonly { readonly value: string; readonly label: string }[] {
  const asked = askedPapers(reader);
  const named = asked.map(({ key, label }) => ({ value: key, label }));
  return takesAnything(asked) ? named : [...named, { value: OTHER_PAPER, label: "Another paper" }];
}

/** The ways off the page, each after what was typed is kept. */
function createLeaving({ open, editor, section }: PapersProps) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const leave = createAct(() => editor.flush());
  const before = open.href(search["from"] === "check" ? "check" : "tasks");
  const go = (href: string): void => void leave.run().then((left) => left && navigate(href));
  const next = search["from"] !== "check" && section.pages.length > 0;
  return {
    busy: leave.busy,
    problem: leave.problem,
    before,
    goOn: () => go(next ? open.href(`section/${section.key}/0`) : before),
    goHome: () => go(open.href("tasks")),
  };
}

function Closed(props: { open: OpenForm }): JSX.Element {
  const why = (): string =>
    props.open.view().mayEdit
      ? "This panel asks for no papers."
      : "Papers cannot be added or changed now: the referral has been sent, or it is somebody else’s.";
  return (
    <Page title="Papers" back={{ href: props.open.href(props.open.view().mayEdit ? "tasks" : undefined) }}>
      <p class="govuk-body">{why()}</p>
      <a class="govuk-link confer-target" href={props.open.href()}>
        Read the referral
      </a>
    </Page>
  );
}
