import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { Letter } from "../../app/letterTypes.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import { CaseGate, type OpenCase } from "../caseFile/CaseGate.tsx";
import { ProtectedPdf } from "../caseFile/ProtectedPdf.tsx";
import { ReadHere } from "../documents/ReadHere.tsx";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createLive } from "../live.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { decisionText } from "./decisionText.ts";

const BLANK: Letter = { to: "", subject: "", body: "", from: "" };

/** A letter about a case: what was decided, for whoever referred it; or words in support, for another service. [ASH-67] */
export function LetterPage(props: { session: Session }): JSX.Element {
  return (
    <CaseGate session={props.session} title="Letter">
      {(open) => (
        <Page
          title="Letter"
          caption={open.view().summary.reference}
          back={{ href: `${open.href()}?tab=follow-up`, text: "Follow-up" }}
        >
          <Show
            when={open.view().mayDecide && open.view().definition}
            fallback={<EmptyState>Letters are written by those who decide about the case.</EmptyState>}
          >
            <Writing session={props.session} open={open} />
          </Show>
        </Page>
      )}
    </CaseGate>
  );
}

function Writing(props: { session: Session; open: OpenCase }): JSX.Element {
  const { session, open } = props;
  const me = createLive(session.me);
  const panels = createLive(session.panels);
  const kept = createKeptDraft<Letter>(session, `letter/${open.scope}`, BLANK);
  const letter = (): Letter => ({ ...kept.draft });
  const whole = () =>
    [kept.draft.to, kept.draft.subject, kept.draft.body].every((each) => each.trim() !== "");
  const decided = createMemo(() =>
    decisionText(
      open.view(),
      panels().flatMap(({ everyMeeting }) => everyMeeting),
    ),
  );
  const fill = (): void => {
    const { summary, access } = open.view();
    const { profile } = me();
    const referrer = access.find(({ user }) => user === summary.author)?.name ?? "";
    kept.set({
      to: kept.draft.to.trim() === "" ? referrer : kept.draft.to,
      subject: `What was decided about ${summary.reference}`,
      body: decided(),
      from: profile ? `${profile.name}\n${profile.position}\n${profile.agency}` : kept.draft.from,
    });
  };
  return (
    <Show when={kept.ready()}>
      <Notice title="Before it goes">
        <p>
          A letter leaves the panel. Write no more than its reader needs, and be sure that the person agreed
          to it or that another ground is on record.{" "}
          <ButtonLink kind="link" href={`${open.href()}?tab=consent`}>
            Consent and grounds of this case
          </ButtonLink>
        </p>
      </Notice>
      <Show when={decided() !== ""}>
        <p class="confer-actions">
          <Button kind="secondary" onClick={fill}>
            Fill in what was decided
          </Button>
        </p>
      </Show>
      <ProblemNotice problem={kept.problem()} />
      <TextArea
        id="letter-to"
        label="To"
        hint="Name, and address if it goes by post: a line to each."
        rows={3}
        value={kept.draft.to}
        onInput={(to) => kept.set("to", to)}
      />
      <TextInput
        id="letter-subject"
        label="Subject"
        hint="Use the reference rather than a name: it is the title of the file."
        value={kept.draft.subject}
        onInput={(subject) => kept.set("subject", subject)}
      />
      <TextArea
        id="letter-body"
        label="Letter"
        hint="Leave a blank line between paragraphs. “Yours sincerely” is added."
        rows={12}
        limit={MAX_PROSE}
        value={kept.draft.body}
        onInput={(body) => kept.set("body", body)}
      />
      <TextArea
        id="letter-from"
        label="Signed by"
        hint="Name, position and agency: a line to each."
        rows={3}
        value={kept.draft.from}
        onInput={(from) => kept.set("from", from)}
      />
      <Show
        when={whole()}
        fallback={
          <p class="govuk-body">Enter whom it is to, its subject and what it says: then it can be made.</p>
        }
      >
        <ProtectedPdf
          session={session}
          panel={open.view().definition?.id}
          forOne={true}
          begins={() => session.composeLetter(open.scope, letter())}
          make={(wish) => session.exportLetter(open.scope, letter(), wish)}
          record={(how, by) => session.recordExport(open.scope, how, "letter", by)}
        />
        <ReadHere
          compose={() => session.composeLetter(open.scope, letter())}
          record={(how) => session.recordExport(open.scope, how, "letter")}
        />
      </Show>
    </Show>
  );
}
