/** From every action to those that a list shows, a piece at a time: with thousands no key waits for the end. Pure. */
import type { ListedAction } from "../../app/actionTypes.ts";
import { type Arrangement, arrangeInTurn, type Group, type Reading } from "./arrange.ts";
import { makeWanted, type Wanted } from "./wanted.ts";

export type Whose = "mine" | "agency" | "all";

/** Those of this person, of their agency, of everybody. Without an agency none is theirs. */
export function makeOf(whose: Whose, agency: string): (action: ListedAction) => boolean {
  if (whose === "mine") return ({ mine, forMe }) => mine || forMe;
  return whose === "all" ? () => true : (action) => agency !== "" && action.agency === agency;
}

/** What somebody chose to see. */
export type Choices = {
  readonly whose: Whose;
  readonly wanted: Wanted;
  /** With those that are over. */
  readonly withOver: boolean;
  readonly by: Arrangement;
};

export type Found = {
  /** What was chosen when this was found. */
  readonly choices: Choices;
  /** How many of whose are left to do, whatever else was chosen. */
  readonly left: Readonly<Record<Whose, number>>;
  readonly actions: readonly ListedAction[];
  readonly groups: readonly Group[];
};

/** `sorted`: the most urgent first, those that are over last. */
export function* findInTurn(
  sorted: readonly ListedAction[],
  choices: Choices,
  reading: Reading & { readonly agency: string },
): Generator<undefined, Found> {
  const isOf = {
    mine: makeOf("mine", reading.agency),
    agency: makeOf("agency", reading.agency),
    all: makeOf("all", reading.agency),
  };
  const left = { mine: 0, agency: 0, all: 0 };
  const isWanted = makeWanted(choices.wanted);
  const actions: ListedAction[] = [];
  for (const action of sorted) {
    const over = reading.urgencyOf(action) === "over";
    if (!over) for (const whose of WHOSE) if (isOf[whose](action)) left[whose]++;
    if ((!over || choices.withOver) && isOf[choices.whose](action) && isWanted(action)) actions.push(action);
    yield;
  }
  const by = choices.whose === "mine" ? "urgency" : choices.by;
  return { choices, left, actions, groups: yield* arrangeInTurn(actions, by, reading) };
}

const WHOSE: readonly Whose[] = ["mine", "agency", "all"];
