import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Filing } from "../../app/triageTypes.ts";
import type { Session } from "../../app/api.ts";
import { datePartsOf, readDateParts } from "../../domain/calendarDate.ts";
import { MAX_NAME } from "../../domain/lengths.ts";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { DateInput, type DateText } from "../kit/DateInput.tsx";
import { Notice } from "../kit/Notice.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { errorOfDate, pastDateError } from "../screens/parts/dateError.ts";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import type { OpenCase } from "./CaseGate.tsx";
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
  const form = createKeptForm<Draft>({
    notes: props.session,
    name: `filed/${props.open.scope}`,
    blank: { under: "", by: props.session.me.value.profile?.name ?? "", on: datePartsOf(today) },
    check: ({ under, by, on }) => [
      needed("filed-under", under, "Say under which heading or reference it stands") ??
        tooMuch("filed-under", under, MAX_NAME, "The heading or reference"),
      needed("filed-by", by, "Say who wrote it") ?? tooMuch("filed-by", by, MAX_NAME, "The name"),
      pastDateError("filed-on", on, "the day on which it was written", today),
    ],
    save: ({ under, by, on }) => {
      const read = readDateParts(on);
      if (read.kind !== "date") throw new Error("filing: the date was not checked");
      const { record } = props.filing;
      return props.session.recordFiled(props.open.scope, {
        record,
        under: under.trim(),
        by: by.trim(),
        on: read.date,
      });
    },
  });
  const { draft, set, errors } = form;
  return (
    <section class="confer-card confer-measure confer-no-print" aria-labelledby="filed-title">
      <h2 class="govuk-heading-m" id="filed-title">
        {props.filing.label}
      </h2>
      <p class="govuk-body">
        The panel’s rules ask for this decision to stand there too. Nothing is sent from here: confirm it once
        it is written.
      </p>
      <KeptForm of={form} submitText="Confirm that it is written">
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
          error={errorOfDate(errors, "filed-on")}
          value={draft.on}
          onInput={(on) => set("on", on)}
        />
      </KeptForm>
    </section>
  );
}
