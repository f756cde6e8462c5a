import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import type { OpenFile } from "../../../app/exportTypes.ts";
import type { Outcome, Problem } from "../../../app/outcome.ts";
import { Button } from "../../kit/Button.tsx";
import { SAVED_WORDS, saveFile } from "../../saveFile.ts";
import { ProblemNotice } from "./ProblemNotice.tsx";

/** The panel’s form with room to write, for where no device may be used. */
export function BlankForm(props: { make: () => Promise<Outcome<OpenFile>>; panel: string }): JSX.Element {
  const [busy, setBusy] = createSignal(false);
  const [said, setSaid] = createSignal("");
  const [problem, setProblem] = createSignal<Problem>();
  const save = async (): Promise<void> => {
    setBusy(true);
    setSaid("Making the form");
    const made = await props.make();
    setBusy(false);
    setProblem(made.ok ? undefined : made.problem);
    if (!made.ok) return void setSaid("");
    const saved = await saveFile(made.value.bytes, made.value.fileName, "application/pdf");
    setSaid(SAVED_WORDS[saved]);
  };
  return (
    <>
      <ProblemNotice problem={problem()} />
      <div class="confer-actions">
        <Button kind="secondary" about={`of ${props.panel}`} busy={busy()} onClick={() => void save()}>
          Blank form to print
        </Button>
      </div>
      <p class="govuk-body" role="status">
        {said()}
      </p>
    </>
  );
}
