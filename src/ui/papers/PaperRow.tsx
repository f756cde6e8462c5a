import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PaperView } from "../../app/paperTypes.ts";
import { Button } from "../kit/Button.tsx";
import { ChangePaper } from "./ChangePaper.tsx";
import type { Desk } from "./desk.ts";
import { LookButton } from "./LookButton.tsx";
import { PaperItem, paperTitle } from "./PaperItem.tsx";
import { orderBeside } from "./titles.ts";

/** A paper of a referral that is being written, and everything that can be done with it. */
export function PaperRow(props: {
  desk: Desk;
  paper: PaperView;
  /** Those of its kind, in order. */
  among: readonly PaperView[];
  index: number;
}): JSX.Element {
  const { desk } = props;
  const [changing, setChanging] = createSignal(false);
  const title = (): string => paperTitle(props.paper);
  const move = (way: "up" | "down"): void => {
    const order = orderBeside(props.among, props.index, way);
    if (order === undefined) return;
    const { id } = props.paper;
    void desk
      .act(() => desk.session.changePaper(desk.scope, id, { order }))
      .then(() => {
        // The row has moved, and took the focus with it in some browsers only.
        const again = document.getElementById(moveId(id, way));
        (again ?? document.getElementById(moveId(id, way === "up" ? "down" : "up")))?.focus();
      });
  };
  const remove = (): void => {
    const { id, kind } = props.paper;
    const text = `${title()} was removed.`;
    void desk
      .act(() => desk.session.removePaper(desk.scope, id))
      .then((removed) => removed && desk.tookAway({ kind, text, restore: [{ id }] }));
  };
  return (
    <PaperItem paper={props.paper} pictures={desk.pictures}>
      <Show
        when={!changing()}
        fallback={
          <ChangePaper
            session={desk.session}
            scope={desk.scope}
            paper={props.paper}
            kinds={desk.kinds()}
            onDone={() => setChanging(false)}
          />
        }
      >
        <div class="confer-actions">
          <LookButton paper={props.paper} onLook={() => desk.lookAt(props.paper.id)} />
          <Button kind="link" about={title()} onClick={() => setChanging(true)}>
            Change
          </Button>
          <MoveButton way="up" shown={props.index > 0} paper={props.paper} onMove={move} />
          <MoveButton
            way="down"
            shown={props.index + 1 < props.among.length}
            paper={props.paper}
            onMove={move}
          />
          <Button kind="link" about={title()} onClick={remove}>
            Remove
          </Button>
        </div>
      </Show>
    </PaperItem>
  );
}

const moveId = (id: string, way: "up" | "down"): string => `paper-${id}-${way}`;

function MoveButton(props: {
  way: "up" | "down";
  shown: boolean;
  paper: PaperView;
  onMove: (way: "up" | "down") => void;
}): JSX.Element {
  return (
    <Show when={props.shown}>
      <button
        type="button"
        id={moveId(props.paper.id, props.way)}
        class="confer-link-button confer-target"
        onClick={() => props.onMove(props.way)}
      >
        Move {props.way}
        <span class="govuk-visually-hidden"> {paperTitle(props.paper)}</span>
      </button>
    </Show>
  );
}
