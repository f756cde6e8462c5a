/** Which actions of a list somebody wants to see. Pure. */
import type { ListedAction } from "../../app/actionTypes.ts";

export type Wanted = {
  /** A reference, an agency, a panel’s key; "" for any. */
  readonly reference: string;
  readonly agency: string;
  readonly panel: string;
  /** Words that stand in it, in any order. */
  readonly words: string;
};

export const EVERYTHING: Wanted = { reference: "", agency: "", panel: "", words: "" };

export const isEverything = (wanted: Wanted): boolean => Object.values(wanted).every((each) => each === "");

/** Made once for an action: a list is searched at each pause in typing. */
const texts = new WeakMap<ListedAction, string>();

function textOf(action: ListedAction): string {
  const { what, owner, agency, reference, subject, contact } = action;
  const text = texts.get(action) ?? fold([what, owner, agency, reference, subject, contact].join(" "));
  texts.set(action, text);
  return text;
}

/** Reads each before somebody looks for words, to be done in turn: of thousands the first search would wait for all. */
export function* readTexts(actions: readonly ListedAction[]): Generator<void> {
  for (const action of actions) {
    textOf(action);
    yield;
  }
}

const fold = (text: string): string => text.toLowerCase().replaceAll("’", "'");

/** Made once for a choice, then asked of each action. */
export function makeWanted({ reference, agency, panel, words }: Wanted): (action: ListedAction) => boolean {
  const parts = fold(words).split(/\s+/).filter(Boolean);
  return (action) =>
    (reference === "" || action.reference === reference) &&
    (agency === "" || action.agency === agency) &&
    (panel === "" || action.definitionId === panel) &&
    parts.every((part) => textOf(action).includes(part));
}

export type Option = { readonly value: string; readonly label: string };

/** Each once, in the order of their labels; those without a value left out. */
export function optionsIn(
  actions: readonly ListedAction[],
  valueOf: (action: ListedAction) => string,
  labelOf: (action: ListedAction) => string,
): readonly Option[] {
  const found = new Map<string, ListedAction>();
  for (const action of actions) found.set(valueOf(action), action);
  found.delete("");
  return [...found]
    .map(([value, action]) => ({ value, label: labelOf(action) }))
    .toSorted((a, b) => COLLATOR.compare(a.label, b.label));
}

/** One for all: making one for each comparison takes most of the time of sorting. */
const COLLATOR = new Intl.Collator("en-GB");
