/** The list of actions under what was chosen of it: found anew at each choice and at each piece of news. */
import { batch, createEffect, createMemo, createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import type { ListedAction } from "../../app/actionTypes.ts";
import type { Arrangement } from "./arrange.ts";
import { createGrowing } from "./createGrowing.ts";
import type { Listed } from "./createListed.ts";
import { type Choices, findInTurn, type Found, makeOf, type Whose } from "./find.ts";
import { orderInTurn } from "./order.ts";
import { EVERYTHING, type Wanted } from "./wanted.ts";

/** Shown at first, and at each press for more: thousands at once would be slow and are read by nobody. */
const STEP = 30;

/** `whose` undefined: one's own where there are any. */
type Chosen = {
  readonly whose: Whose | undefined;
  readonly wanted: Wanted;
  readonly withOver: boolean;
  readonly by: Arrangement;
};

/** What holds for as long as somebody comes and goes: what they chose, and how many they asked for. */
export type FoundBefore = { readonly chosen: Chosen; readonly most: number };
export const FOUND_USUAL: FoundBefore = {
  chosen: { whose: undefined, wanted: EVERYTHING, withOver: false, by: "urgency" },
  most: STEP,
};

export type ListFound = {
  /** As the controls have them: the list follows. */
  readonly choices: Accessor<Choices>;
  readonly choose: (said: Partial<Chosen>) => void;
  /** Undefined until the actions are read for the first time. */
  readonly found: Accessor<Found | undefined>;
  /** How many of those found are drawn by now, and how many are to be. */
  readonly shown: Accessor<number>;
  readonly most: Accessor<number>;
  readonly showMore: () => void;
  /** To begin with another time. */
  readonly now: Accessor<FoundBefore>;
};

export function createFound(listed: Listed, agency: Accessor<string>, before = FOUND_USUAL): ListFound {
  const { actions, today, named, urgencyOf, meetingOf } = listed;
  const [chosen, setChosen] = createSignal(before.chosen);
  const own = createMemo((): Whose => (actions().some(makeOf("mine", "")) ? "mine" : "all"));
  const choices = createMemo((): Choices => ({ ...chosen(), whose: chosen().whose ?? own() }));
  const [found, setFound] = createSignal<Found>();
  const [most, setMost] = createSignal(before.most);

  let ordered: { readonly from: readonly unknown[]; readonly all: readonly ListedAction[] } | undefined;
  function* read(): Generator<undefined, Found> {
    const from = [actions(), today(), named()];
    if (!ordered?.from.every((each, at) => each === from[at]))
      ordered = { from, all: yield* orderInTurn(actions(), urgencyOf) };
    return yield* findInTurn(ordered.all, choices(), { urgencyOf, meetingOf, agency: agency() });
  }
  const { shown, change, renew } = createGrowing({
    most,
    *make(another) {
      const now = yield* read();
      batch(() => {
        setFound(now);
        if (another) setMost(STEP);
      });
    },
  });
  createEffect(() => {
    // News of any of these.
    actions();
    today();
    named();
    agency();
    renew();
  });
  return {
    choices,
    choose(said) {
      setChosen((last) => ({ ...last, ...said }));
      change();
    },
    found,
    shown,
    most,
    showMore: () => setMost((count) => count + STEP),
    now: () => ({ chosen: chosen(), most: most() }),
  };
}
