import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Outcome, Problem } from "../../app/api.ts";
import type { OpenFile } from "../../app/exportTypes.ts";
import { Button } from "../kit/Button.tsx";
import { saveFile } from "../saveFile.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";

type Props = {
  /** Where it is said that it was taken out, and what else is to be known first. */
  words: JSX.Element;
  /** The table as a file for a spreadsheet, where the panel lets it leave without a password. [ASH-69] */
  table: () => Outcome<OpenFile>;
  /** A copy left the app. */
  record: (how: "download" | "share" | "print") => Promise<Outcome>;
  /** False where the page is printed from elsewhere. */
  prints?: boolean;
};

/** What a page shows, as a table for a spreadsheet or on paper: neither has a password, and each is recorded. */
export function TableOut(props: Props): JSX.Element {
  const [said, setSaid] = createSignal("");
  const [problem, setProblem] = createSignal<Problem>();
  const note = async (how: "download" | "share" | "print", words: string): Promise<void> => {
    setSaid(words);
    const noted = await props.record(how);
    if (!noted.ok) setProblem(noted.problem);
  };
  const download = async (): Promise<void> => {
    const file = props.table();
    setProblem(file.ok ? undefined : file.problem);
    if (!file.ok) return;
    const saved = await saveFile(file.value.bytes, file.value.fileName, "text/csv");
    if (saved === "download") await note(saved, "The table was handed to this device’s downloads.");
    else if (saved === "share") await note(saved, "The table was handed over.");
    else setSaid(saved === "press-again" ? "Press once more." : "Nothing was handed over.");
  };
  const print = (): Promise<void> => {
    window.print();
    return note("print", "");
  };
  return (
    <section class="confer-take-out confer-no-print" aria-labelledby="table-out-title">
      <h2 class="govuk-heading-m" id="table-out-title">
        {props.prints === false ? "For a spreadsheet" : "On paper, or for a spreadsheet"}
      </h2>
      <p class="govuk-body confer-measure">{props.words}</p>
      <ProblemNotice problem={problem()} />
      <div class="confer-actions">
        <Show when={props.prints !== false}>
          <Button kind="secondary" onClick={() => void print()}>
            Print
          </Button>
        </Show>
        <Button kind="secondary" onClick={() => void download()}>
          Download as a table (CSV)
        </Button>
      </div>
      <p class="govuk-body" role="status">
        {said()}
      </p>
    </section>
  );
}
