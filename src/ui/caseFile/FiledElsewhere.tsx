import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Filing } from "../../app/triageTypes.ts";
import type { Session } from "../../app/api.ts";
import { dateNumbers, readDateParts } from "../../domain/calendarDate.ts";
import { MAX_NAME } from "../../domain/lengths.ts";
import { createAct } from "../act.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { DateInput, type DateText } from "../kit/DateInput.tsx";
import { Notice } from "../kit/Notice.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { dayError } from "./decisionErrors.ts";
import { dateWords, isoDayOf, momentOf } from "./when.ts";

/**
 * A decision that the panel's rules want written on a record outside Confer: a person confirms that it stands
 * there, since nothing is sent from here [HAR-45, HAR-71].
 */
export function FiledElsewhere(props: { session: Session; open: OpenCase }): JSX.Element {
  const filing = () => props.open.view().filing;
  return (
    <Show when={filing()}>
      {(found) => (
        <Show
          when={found().done}
          fallback={
            <Show when={props.open.view().mayDecide}>
              <ToFile {...props} filing={found()} />
            </Show>
          }
        >
          {(done) => (
            <Notice tone="good" title={found().label}>
              <p>
                On {dateWords(done().on)}, by {done().by}, under “{done().under}”. Confirmed by{" "}
                {done().whoName}, {momentOf(done().atMs)}.
              </p>
            </Notice>
          )}
        </Show>
      )}
    </Show>
  );
}

type Draft = { under: string; by: string; on: DateText };

function ToFile(props: { session: Session; open: OpenCase; filing: Filing }): JSX.Element {
  const today = isoDayOf(Date.now());
  const { day, month, year } = dateNumbers(today);
  const blank: Draft = {
    under: "",
    by: props.session.me.value.profile?.name ?? "",
    on: { day: String(day), month: String(month), year: String(year) },
  };
  const kept = createKeptDraft<Draft>(props.session, `filed/${props.open.scope}`, blank);
  const { draft, set } = kept;
  const errors = createFieldErrors();
  const confirm = createAct((filed: Parameters<Session["recordFiled"]>[1]) =>
    props.session.recordFiled(props.open.scope, filed),
  );
  const submit = (): void => {
    const right = errors.check([
      needed("filed-under", draft.under, "Say under which heading or reference it stands") ??
        tooMuch("filed-under", draft.under, MAX_NAME, "The heading or reference"),
      needed("filed-by", draft.by, "Say who wrote it") ?? tooMuch("filed-by", draft.by, MAX_NAME, "The name"),
      dayError("filed-on", draft.on, today, "it was written"),
    ]);
    const on = readDateParts(draft.on);
    if (!right || on.kind !== "date") return;
    const { record } = props.filing;
    void confirm
      .run({ record, under: draft.under.trim(), by: draft.by.trim(), on: on.date })
      .then((done) => done && kept.clear());
  };
  return (
    <Show when={kept.ready()}>
      <form
        class="confer-card confer-measure confer-no-print"
        aria-labelledby="filed-title"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 class="govuk-heading-m" id="filed-title">
          {props.filing.label}
        </h2>
        <p class="govuk-body">
          The panel’s rules ask for this decision to stand there too. Nothing is sent from here: confirm it
          once it is written.
        </p>
        <Errors of={errors} />
        <TextInput
          id="filed-under"
          label="Written under"
          hint="The heading or reference there, for example “Management decision”."
          labelSize="s"
          error={errors.of("filed-under")}
          value={draft.under}
          onInput={(text) => set("under", text)}
        />
        <TextInput
          id="filed-by"
          label="Written by"
          labelSize="s"
          error={errors.of("filed-by")}
          value={draft.by}
          onInput={(text) => set("by", text)}
        />
        <DateInput
          id="filed-on"
          label="Written on"
          legendSize="s"
          error={errors.of("filed-on")}
          value={draft.on}
          onInput={(on) => set("on", on)}
        />
        <ProblemNotice problem={confirm.problem() ?? kept.problem()} />
        <Button type="submit" busy={confirm.busy()}>
          Confirm that it is written
        </Button>
      </form>
    </Show>
  );
}
