import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { ItemId } from "../../domain/ids.ts";
import { MAX_NAME } from "../../domain/lengths.ts";
import { lastPlace } from "../../domain/meeting/planning.ts";
import { createAct } from "../act.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { kindsFor } from "./agendaWords.ts";
import { readMinutes } from "./itemDraft.ts";
import type { OpenMeeting } from "./MeetingGate.tsx";

const BLANK = { kind: "", title: "", minutes: "" };

/** An item about no case. [OXT-87] */
export function AddBusiness(props: {
  session: Session;
  open: OpenMeeting;
  onSaid: (words: string) => void;
}): JSX.Element {
  const { session, open } = props;
  const kinds = () => kindsFor(open.view().definition, false);
  const kept = createKeptDraft(session, `agenda-business/${open.key}`, BLANK);
  const errors = createFieldErrors();
  const { draft, set } = kept;
  // Of one kind there is nothing to choose.
  const kind = (): string => (kinds().length === 1 ? (kinds()[0]?.key ?? "") : draft.kind);
  const act = createAct(() =>
    session.noteMeeting(open.key, [
      {
        type: "agenda-item",
        item: session.newId<ItemId>(),
        kind: kind(),
        title: draft.title.trim(),
        order: lastPlace(open.view().agenda),
        minutes: readMinutes(draft.minutes) ?? 0,
      },
    ]),
  );
  const add = async (): Promise<void> => {
    const right = errors.check([
      needed("business-kind", kind(), "Choose what kind of item it is"),
      needed("business-title", draft.title, "Enter what the item is about"),
      tooMuch("business-title", draft.title, MAX_NAME, "What the item is about"),
      readMinutes(draft.minutes) === undefined
        ? { fieldId: "business-minutes", text: "Enter the time in minutes, such as 20" }
        : undefined,
    ]);
    if (!right || !(await act.run())) return;
    props.onSaid(`${draft.title.trim()} was put on the agenda.`);
    kept.clear();
  };
  return (
    <Show when={kinds().length > 0 && kept.ready()}>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Errors of={errors} />
        <ProblemNotice problem={act.problem() ?? kept.problem()} />
        <Show when={kinds().length > 1}>
          <Radios
            id="business-kind"
            label="Kind of item"
            legendSize="s"
            error={errors.of("business-kind")}
            options={kinds().map(({ key, label, hint }) => ({ value: key, label, hint }))}
            value={draft.kind === "" ? undefined : draft.kind}
            onChange={(value) => set("kind", value)}
          />
        </Show>
        <TextInput
          id="business-title"
          label="What it is about"
          hint="Everybody who gets the agenda reads this. Name nobody whose case is heard."
          value={draft.title}
          onInput={(value) => set("title", value)}
          error={errors.of("business-title")}
        />
        <TextInput
          id="business-minutes"
          label="Time in minutes"
          optional
          width={4}
          inputMode="numeric"
          value={draft.minutes}
          onInput={(value) => set("minutes", value)}
          error={errors.of("business-minutes")}
        />
        <Button type="submit" kind="secondary" busy={act.busy()}>
          Put it on the agenda
        </Button>
      </form>
    </Show>
  );
}
