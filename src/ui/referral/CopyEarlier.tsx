import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CaseSummary, Session } from "../../app/api.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { copySections } from "../../forms/copyAnswers.ts";
import { createAct } from "../act.ts";
import { dayOf } from "../caseFile/when.ts";
import { Button } from "../kit/Button.tsx";
import { Checkboxes } from "../kit/Checkboxes.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Radios } from "../kit/Radios.tsx";
import { createLive } from "../live.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { caseTitle } from "../words/cases.ts";
import type { OpenForm } from "./DraftGate.tsx";

/**
 * Takes answers from an earlier referral, section by section. Only boxes that are still empty are filled, consent
 * is never taken, and the panel is told which referral the answers come from.
 */
export function CopyEarlier(props: { session: Session; open: OpenForm }): JSX.Element {
  const cases = createLive(props.session.cases);
  const [asking, setAsking] = createSignal(false);
  const [from, setFrom] = createSignal("");
  const [chosen, setChosen] = createSignal<readonly string[]>([]);
  const [copied, setCopied] = createSignal<number>();
  const copy = createAct(props.session.copyAnswers.bind(props.session));
  const earlier = createMemo(() =>
    cases().filter(({ scope, subject }) => scope !== props.open.scope && subject.trim() !== ""),
  );
  const sections = () => copySections(props.open.definition());
  const first = (): readonly string[] => {
    const name = props.open.definition().subjects[0]?.nameQuestion.split(".")[0];
    return name === undefined ? [] : [name];
  };
  const open = (): void => {
    setChosen(first());
    setFrom("");
    setAsking(true);
  };
  const press = (): void => {
    if (from() === "" || chosen().length === 0) return;
    void copy.run(props.open.scope, from() as ScopeId, chosen()).then((done) => {
      if (!done) return;
      setCopied(done.value);
      setAsking(false);
    });
  };
  return (
    <>
      <Show when={copied() !== undefined}>
        <Notice tone={copied() === 0 ? "info" : "good"} live={true}>
          {copiedWords(copied() ?? 0)}
        </Notice>
      </Show>
      <Show when={earlier().length > 0}>
        <Button kind="link" onClick={open}>
          Copy answers from an earlier referral
        </Button>
      </Show>
      <Dialog
        id="copy-earlier"
        open={asking()}
        title="Copy answers from an earlier referral"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button busy={copy.busy()} disabled={from() === "" || chosen().length === 0} onClick={press}>
              Copy
            </Button>
            <Button kind="secondary" onClick={() => setAsking(false)}>
              Copy nothing
            </Button>
          </>
        }
      >
        <p>
          Only for the same person. Boxes you have filled in stay as they are. Consent is never copied: ask
          again.
        </p>
        <Radios
          id="copy-from"
          label="Which referral?"
          legendSize="s"
          options={earlier().map((summary) => ({
            value: summary.scope,
            label: caseTitle(summary),
            hint: hintOf(summary),
          }))}
          value={from() === "" ? undefined : from()}
          onChange={setFrom}
        />
        <Checkboxes
          id="copy-sections"
          label="Which parts?"
          hint="Risks and hopes change: copy only what is still true."
          legendSize="s"
          options={sections().map(({ key, title }) => ({ value: key, label: title }))}
          value={chosen()}
          onChange={setChosen}
        />
        <ProblemNotice problem={copy.problem()} />
      </Dialog>
    </>
  );
}

const hintOf = (summary: CaseSummary): string =>
  `${summary.reference}, ${summary.panelName}, ${dayOf(summary.submittedMs ?? summary.updatedMs)}`;

function copiedWords(count: number): string {
  if (count === 0) return "Nothing was copied: no question there has an answer that fits an empty box here.";
  const answers = count === 1 ? "1 answer was" : `${count} answers were`;
  return `${answers} copied. Look at each one: it has to be true today.`;
}
