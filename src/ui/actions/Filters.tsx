import { createEffect, createMemo, createSignal, onCleanup, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { ListedAction } from "../../app/actionTypes.ts";
import { InTurn } from "../../app/inTurn.ts";
import { Details } from "../kit/Details.tsx";
import { Select } from "../kit/Select.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { ARRANGEMENTS, type Arrangement } from "./arrange.ts";
import { createGrowing } from "./createGrowing.ts";
import { isEverything, type Option, optionsIn, readTexts, type Wanted } from "./wanted.ts";

/** After the last letter: a list is not made anew for each. */
const PAUSE_MS = 250;

/** Cases offered, so many more at a time: there may be hundreds. */
const CASES_STEP = 20;

type Filtering = {
  actions: readonly ListedAction[];
  wanted: Wanted;
  onWanted: (change: Partial<Wanted>) => void;
  withOver: boolean;
  onWithOver: (shown: boolean) => void;
  by: Arrangement;
  onBy: (by: Arrangement) => void;
  /** Others’ are in the list. */
  many: boolean;
};

/** Ways to see fewer, folded away: what is owed comes first. Hundreds of choices are made once somebody unfolds them. */
export function Filters(props: Filtering): JSX.Element {
  const [opened, setOpened] = createSignal(false);
  return (
    <Details
      summary={isEverything(props.wanted) ? "Find and filter" : "Find and filter (some are left out)"}
      onOpen={() => setOpened(true)}
    >
      <Show when={opened()}>
        <Choices {...props} />
      </Show>
    </Details>
  );
}

function Choices(props: Filtering): JSX.Element {
  const [words, setWords] = createSignal(props.wanted.words);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const type = (text: string): void => {
    setWords(text);
    clearTimeout(timer);
    timer = setTimeout(() => props.onWanted({ words: text }), PAUSE_MS);
  };
  const reading = new InTurn(() => readTexts(props.actions));
  createEffect(() => props.actions.length > 0 && reading.schedule());
  onCleanup(() => reading.close());
  const cases = createOptions(() => optionsIn(props.actions, ({ reference }) => reference, labelOfCase));
  const { shown } = createGrowing({ most: () => cases().length, step: CASES_STEP });
  const agencies = createOptions(() =>
    optionsIn(
      props.actions,
      ({ agency }) => agency,
      ({ agency }) => agency,
    ),
  );
  const panels = createOptions(() =>
    optionsIn(
      props.actions,
      ({ definitionId }) => definitionId,
      ({ panelName }) => panelName,
    ),
  );
  return (
    <div class="confer-filter">
      <TextInput
        id="actions-words"
        label="Words in it"
        labelSize="s"
        type="search"
        width={20}
        value={words()}
        onInput={type}
      />
      <Select
        id="actions-case"
        label="Case"
        labelSize="s"
        prompt="All cases"
        options={cases().slice(0, shown())}
        value={props.wanted.reference}
        onChange={(reference) => props.onWanted({ reference })}
      />
      <Show when={props.many}>
        <Select
          id="actions-agency"
          label="Agency"
          labelSize="s"
          prompt="All agencies"
          options={agencies()}
          value={props.wanted.agency}
          onChange={(agency) => props.onWanted({ agency })}
        />
      </Show>
      <Show when={panels().length > 1}>
        <Select
          id="actions-panel"
          label="Panel"
          labelSize="s"
          prompt="All panels"
          options={panels()}
          value={props.wanted.panel}
          onChange={(panel) => props.onWanted({ panel })}
        />
      </Show>
      <Select
        id="actions-over"
        label="Those that are over"
        labelSize="s"
        prompt="Left out"
        options={[{ value: "yes", label: "Shown last" }]}
        value={props.withOver ? "yes" : ""}
        onChange={(value) => props.onWithOver(value === "yes")}
      />
      <Show when={props.many}>
        <Select
          id="actions-by"
          label="In order of"
          labelSize="s"
          prompt="Most urgent first"
          options={ARRANGEMENTS.filter(({ value }) => value !== "urgency")}
          value={props.by === "urgency" ? "" : props.by}
          onChange={(value) => props.onBy(value === "" ? "urgency" : (value as Arrangement))}
        />
      </Show>
    </div>
  );
}

/** The same list while it reads the same: hundreds of choices are not drawn anew at each piece of news. */
const createOptions = (read: () => readonly Option[]): Accessor<readonly Option[]> =>
  createMemo(read, [], { equals: (before, now) => JSON.stringify(before) === JSON.stringify(now) });

const labelOfCase = ({ subject, reference }: ListedAction): string =>
  subject.trim() === "" ? reference : `${subject}, ${reference}`;
