/** What the parts of the page of papers share: the case, what is being added, and what can be undone. */
import { createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import type { Outcome, Problem, Session } from "../../app/api.ts";
import type { PaperId, PaperView } from "../../app/paperTypes.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { type Adding, addingTo } from "./adding.ts";
import { createPictures, type Pictures } from "./pictures.ts";

/** Something that was taken away, and how it comes back: these restored, that one removed. */
export type TakenAway = {
  readonly kind: string;
  readonly text: string;
  readonly restore: readonly Pick<PaperView, "id">[];
  readonly remove?: PaperId;
};

export type Desk = {
  readonly session: Session;
  readonly scope: ScopeId;
  readonly reference: string;
  readonly adding: Adding;
  readonly pictures: Pictures;
  /** The kinds that a paper can be said to be. */
  readonly kinds: Accessor<readonly { readonly value: string; readonly label: string }[]>;
  /** Of the latest act on a paper. */
  readonly problem: Accessor<Problem | undefined>;
  /** Does it, and shows why it failed. */
  act(work: () => Promise<Outcome>): Promise<boolean>;
  /** The one that is looked at close up. */
  readonly looking: Accessor<PaperId | undefined>;
  lookAt(id: PaperId | undefined): void;
  readonly latest: Accessor<TakenAway | undefined>;
  tookAway(what: TakenAway): void;
  undo(): void;
};

export function createDesk(session: Session, scope: ScopeId, reference: string, kinds: Desk["kinds"]): Desk {
  const [problem, setProblem] = createSignal<Problem>();
  const [looking, setLooking] = createSignal<PaperId>();
  const [latest, setLatest] = createSignal<TakenAway>();
  const act = async (work: () => Promise<Outcome>): Promise<boolean> => {
    setProblem(undefined);
    const done = await work().catch((): Outcome => ({ ok: false, problem: { kind: "unexpected" } }));
    if (!done.ok) setProblem(done.problem);
    return done.ok;
  };
  const putBack = async (what: TakenAway): Promise<Outcome> => {
    for (const { id } of what.restore) {
      const restored = await session.restorePaper(scope, id);
      if (!restored.ok) return restored;
    }
    return what.remove === undefined
      ? { ok: true, value: undefined }
      : session.removePaper(scope, what.remove);
  };
  return {
    session,
    scope,
    reference,
    adding: addingTo(session, scope),
    pictures: createPictures(session, scope),
    kinds,
    problem,
    act,
    looking,
    lookAt: (id) => void setLooking(id),
    latest,
    tookAway: (what) => void setLatest(what),
    undo() {
      const what = latest();
      if (!what) return;
      void act(() => putBack(what)).then((done) => done && setLatest(undefined));
    },
  };
}
