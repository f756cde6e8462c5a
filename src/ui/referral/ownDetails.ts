/** Fills in the referrer's own details where the form asks for them, so that nobody types them in every referral. */
import { createSignal, onCleanup, onMount } from "solid-js";
import type { Accessor } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { Question } from "../../forms/definition/question.ts";
import { type OwnDetails, ownAnswers, ownDetailsIn } from "../../forms/ownAnswers.ts";
import { draftFrom } from "../kept/draftText.ts";
import type { OpenForm } from "./DraftGate.tsx";
import type { Asking } from "./form/asking.ts";

/** What a profile does not hold, as answered last on this device; see [Note: half-made screens]. */
const NOTE = "own-details";
const BLANK = { telephone: "", email: "" };

export type Filling = {
  /** Something was filled in just now. */
  readonly filled: Accessor<boolean>;
  /** The page was right: how to reach the worker is known next time. */
  remember(): void;
};

/** Once, when the page is opened; never over an answer, in somebody else's referral, or where a paper form was typed in. */
export function createOwnDetails(
  session: Session,
  open: OpenForm,
  asking: Asking,
  questions: Accessor<readonly Question[]>,
): Filling {
  const [filled, setFilled] = createSignal(false);
  let gone = false;
  onCleanup(() => (gone = true));
  const section = asking.section.key;
  const own = async (): Promise<OwnDetails> => {
    const note = await session.readNote(NOTE).catch(() => undefined);
    const { name, agency, position } = session.me.value.profile ?? {};
    return { ...draftFrom(note ?? "", { ...BLANK }), name, agency, position };
  };
  const isTheirs = (): boolean => {
    const { summary, origins } = open.view();
    return summary.mine && summary.submittedMs === undefined && origins.paper === undefined;
  };
  const asksForThem = (): boolean => Object.keys(ownDetailsIn(section, questions(), new Map())).length > 0;
  onMount(() => {
    if (!isTheirs() || !asksForThem()) return;
    void own().then((details) => {
      if (gone) return;
      const found = ownAnswers(section, questions(), asking.answers(), details);
      for (const [path, value] of found) asking.set(path, value);
      setFilled(found.length > 0);
    });
  });
  return {
    filled,
    remember() {
      const { telephone = "", email = "" } = ownDetailsIn(section, questions(), asking.answers());
      if (isTheirs() && telephone + email !== "")
        void session.keepNote(NOTE, JSON.stringify({ telephone, email }));
    },
  };
}
