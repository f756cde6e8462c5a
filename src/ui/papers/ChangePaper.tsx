import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { PaperView } from "../../app/paperTypes.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { createAct } from "../act.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { paperTitle } from "./PaperItem.tsx";

/** What a paper is called, and which of the panel's papers it is. */
export function ChangePaper(props: {
  session: Session;
  scope: ScopeId;
  paper: PaperView;
  kinds: readonly { readonly value: string; readonly label: string }[];
  onDone: () => void;
}): JSX.Element {
  const { paper } = props;
  const kept = createKeptDraft(props.session, `paper/${paper.id}`, {
    title: paperTitle(paper),
    kind: paper.kind,
  });
  const change = createAct(() => {
    const { title, kind } = kept.draft;
    const named = title.trim() === "" ? paperTitle(paper) : title.trim();
    return props.session.changePaper(props.scope, paper.id, { title: named, kind });
  });
  const leave = (): void => {
    kept.clear();
    props.onDone();
  };
  return (
    <Show when={kept.ready()}>
      <form
        novalidate
        class="confer-paper__change"
        onSubmit={(event) => {
          event.preventDefault();
          void change.run().then((changed) => changed && leave());
        }}
      >
        <TextInput
          id={`paper-${paper.id}-title`}
          label="What is it called?"
          hint="For example: chronology from March to September."
          spellcheck={true}
          value={kept.draft.title}
          onInput={(title) => kept.set("title", title)}
        />
        <Show when={props.kinds.length > 1}>
          <Radios
            id={`paper-${paper.id}-kind`}
            label="Which paper is it?"
            options={props.kinds}
            value={kept.draft.kind}
            onChange={(kind) => kept.set("kind", kind)}
          />
        </Show>
        <ProblemNotice problem={change.problem() ?? kept.problem()} />
        <div class="confer-actions">
          <Button type="submit" busy={change.busy()}>
            Save
          </Button>
          <Button kind="link" onClick={leave}>
            Cancel
          </Button>
        </div>
      </form>
    </Show>
  );
}
