import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { datePartsOf, parseCalendarDate, readDateParts } from "../../domain/calendarDate.ts";
import { MAX_NAME, MAX_PROSE } from "../../domain/lengths.ts";
import { createAct } from "../act.ts";
import { dateWords } from "../caseFile/when.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { DateInput } from "../kit/DateInput.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Notice } from "../kit/Notice.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { pastDateError } from "../screens/parts/dateError.ts";
import type { OpenForm } from "./DraftGate.tsx";

const EMPTY = { day: "", month: "", year: "" };

/** The answers were given on paper first: by whom, and signed when. Said to the panel with the referral. */
export function FromPaper(props: { session: Session; open: OpenForm }): JSX.Element {
  const [asking, setAsking] = createSignal(false);
  const errors = createFieldErrors();
  const kept = createKeptDraft(props.session, `paper-form/${props.open.scope}`, {
    filledInBy: "",
    on: EMPTY,
    note: "",
  });
  const record = createAct(props.session.recordPaperForm.bind(props.session));
  const paper = () => props.open.view().origins.paper;
  const save = (): void => {
    const { filledInBy, on, note } = kept.draft;
    const right = errors.check([
      needed("paper-by", filledInBy, "Enter who filled in the paper form"),
      tooMuch("paper-by", filledInBy, MAX_NAME, "The name"),
      pastDateError("paper-on", on, "the date it was signed", props.open.today),
      tooMuch("paper-note", note, MAX_PROSE, "Where it is kept"),
    ]);
    const read = readDateParts(on);
    if (!right || read.kind !== "date") return;
    const said = { filledInBy: filledInBy.trim(), signedOn: read.date, note: note.trim() };
    void record.run(props.open.scope, said).then((done) => {
      if (!done) return;
      kept.clear();
      setAsking(false);
    });
  };
  const change = (): void => {
    const now = paper();
    const date = parseCalendarDate(now?.signedOn);
    if (now) {
      kept.set({ filledInBy: now.filledInBy, on: date ? datePartsOf(date) : EMPTY, note: now.note ?? "" });
    }
    setAsking(true);
  };
  const takeBack = () => void record.run(props.open.scope, { filledInBy: "", signedOn: "" });
  return (
    <Show when={kept.ready()}>
      <Show
        when={paper()}
        fallback={
          <Button kind="link" onClick={() => setAsking(true)}>
            These answers come from a paper form
          </Button>
        }
      >
        {(form) => (
          <Notice tone="info" title="From paper">
            <p>
              Filled in on paper by {form().filledInBy}, signed on {dateWords(form().signedOn)}. The panel
              reads that first. Keep the paper: it is the record of what was said.
            </p>
            <div class="confer-actions">
              <Button kind="link" about="what is said about the paper form" onClick={change}>
                Change
              </Button>
              <Button kind="link" busy={record.busy()} onClick={takeBack}>
                They do not come from paper
              </Button>
            </div>
          </Notice>
        )}
      </Show>
      <Dialog
        id="paper-form"
        open={asking()}
        title="Answers from a paper form"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button busy={record.busy()} onClick={save}>
              Save
            </Button>
            <Button kind="secondary" onClick={() => setAsking(false)}>
              Cancel
            </Button>
          </>
        }
      >
        <Errors of={errors} />
        <TextInput
          id="paper-by"
          label="Who filled in the paper form?"
          labelSize="s"
          error={errors.of("paper-by")}
          value={kept.draft.filledInBy}
          onInput={(name) => kept.set("filledInBy", name)}
        />
        <DateInput
          id="paper-on"
          label="When was it signed?"
          legendSize="s"
          error={errors.list().find(({ fieldId }) => fieldId.startsWith("paper-on"))?.text}
          value={kept.draft.on}
          onInput={(on) => kept.set("on", on)}
        />
        <TextInput
          id="paper-note"
          label="Where is it kept?"
          labelSize="s"
          optional={true}
          spellcheck={true}
          error={errors.of("paper-note")}
          value={kept.draft.note}
          onInput={(note) => kept.set("note", note)}
        />
        <ProblemNotice problem={record.problem() ?? kept.problem()} />
      </Dialog>
    </Show>
  );
}
