import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { AttendeeId } from "../../../domain/ids.ts";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import { interestIn } from "../../../domain/meeting/preparation.ts";
import { createAct } from "../../act.ts";
import { dayOf } from "../../caseFile/when.ts";
import { createKeptForm } from "../../kept/createKeptForm.ts";
import { KeptForm } from "../../kept/KeptForm.tsx";
import { Button } from "../../kit/Button.tsx";
import { focusField } from "../../kit/field.ts";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { needed, tooMuch } from "../../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { ItemParts } from "./itemParts.ts";
import { SavedHere } from "./SavedHere.tsx";

/** An interest in the case, declared before the meeting, or taken back. */
export function InterestTab(props: ItemParts): JSX.Element {
  const me = createMemo(() => props.open.view().me?.attendee);
  return (
    <>
      <h2 class="govuk-heading-m">Declaration of interest</h2>
      <p class="govuk-body">
        Say so if you know the person or their family other than through your work, or if something else could
        be thought to sway you. The chair sees it before the case is heard.
      </p>
      <Show
        when={me()}
        keyed
        fallback={<p class="govuk-body">Only people who are asked to this meeting declare an interest.</p>}
      >
        {(attendee) => <Declare {...props} attendee={attendee} />}
      </Show>
    </>
  );
}

type Typed = { words: string; leaves: "" | "yes" | "no" };

function Declare(props: ItemParts & { attendee: AttendeeId }): JSX.Element {
  const { session, open } = props;
  const item = props.item().item;
  const [saved, setSaved] = createSignal("");
  const standing = createMemo(
    () => {
      const attendee = open.view().me;
      return attendee && interestIn(attendee, item);
    },
    undefined,
    { equals: (a, b) => a?.entry === b?.entry },
  );
  const declare = (words: string, leaves: boolean) => {
    setSaved("");
    return session.noteMeeting(open.key, [
      { type: "interest", attendee: props.attendee, item, words, leaves },
    ]);
  };
  const form = createKeptForm<Typed>({
    notes: session,
    name: `interest/${item}`,
    blank: { words: "", leaves: "" },
    check: ({ words, leaves }) => [
      needed("interest-words", words, "Say what your interest is"),
      tooMuch("interest-words", words, MAX_PROSE, "What you say"),
      needed("leaves", leaves, "Choose whether you leave while the case is heard"),
    ],
    save: ({ words, leaves }) => declare(words.trim(), leaves === "yes"),
    onSaved: () => setSaved("Your interest is declared"),
  });
  const { draft, set, errors } = form;
  const withdraw = createAct(() => declare("", false));
  const withdrawn = async (): Promise<void> => {
    if (!(await withdraw.run())) return;
    form.clear();
    setSaved("Your declaration is withdrawn");
  };
  const typing = (): boolean => standing() === undefined || form.typed();
  return (
    <Show when={form.ready()}>
      <Show when={saved()} keyed>
        {(what) => <SavedHere session={session} what={what} />}
      </Show>
      <Show
        when={standing()}
        fallback={<p class="govuk-body">You have declared no interest in this case.</p>}
      >
        {(said) => (
          <div class="confer-card">
            <h3 class="confer-card__title">You declared on {dayOf(said().order[0])}</h3>
            <p class="confer-said">{said().record.words}</p>
            <p>
              {said().record.leaves
                ? "You leave while the case is heard."
                : "You stay while the case is heard."}
            </p>
            <div class="confer-actions">
              <Show when={!typing()}>
                <Button
                  kind="secondary"
                  onClick={() => {
                    setSaved("");
                    const { words, leaves } = said().record;
                    set({ words, leaves: leaves ? "yes" : "no" });
                    focusField("interest-words");
                  }}
                >
                  Change it
                </Button>
              </Show>
              <Button kind="secondary" busy={withdraw.busy()} onClick={() => void withdrawn()}>
                Withdraw it
              </Button>
            </div>
          </div>
        )}
      </Show>
      <ProblemNotice problem={withdraw.problem()} />
      <Show when={typing()}>
        <KeptForm of={form} submitText="Declare it">
          <TextArea
            id="interest-words"
            label="What your interest is"
            labelSize="s"
            hint="Everybody asked to this meeting can read this, also people who come for another case. Do not name the person."
            rows={3}
            limit={MAX_PROSE}
            error={errors.of("interest-words")}
            value={draft.words}
            onInput={(words) => set("words", words)}
          />
          <Radios
            id="leaves"
            label="Do you leave while the case is heard?"
            legendSize="s"
            error={errors.of("leaves")}
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No", hint: "The chair may still ask you to." },
            ]}
            value={draft.leaves === "" ? undefined : draft.leaves}
            onChange={(leaves) => set("leaves", leaves as Typed["leaves"])}
          />
        </KeptForm>
      </Show>
    </Show>
  );
}
