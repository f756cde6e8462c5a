import { createEffect, Index, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "./Button.tsx";
import { EmptyState } from "./EmptyState.tsx";

/**
 * A repeating group as cards: Add another, Change, Remove. Removing never asks; it offers Undo instead:
 * the screen passes `undo` after it has removed a card, and focus goes there because the pressed button is gone.
 */
export function CardList<T>(props: {
  items: readonly T[];
  /** The card's heading, also said with its buttons: "Remove Sister". */
  title: (item: T, index: number) => string;
  body: (item: T, index: number) => JSX.Element;
  /** "Add a person" or "Add another person". */
  addText: string;
  onAdd?: (() => void) | undefined;
  onChange?: ((index: number) => void) | undefined;
  onRemove?: ((index: number) => void) | undefined;
  undo?: { text: string; onUndo: () => void } | undefined;
  /** What will appear here, while there is nothing. */
  empty?: string | undefined;
}): JSX.Element {
  let undoBox: HTMLDivElement | undefined;
  createEffect(
    on(
      () => props.undo?.text,
      (text) => {
        if (text !== undefined) undoBox?.focus();
      },
      { defer: true },
    ),
  );
  return (
    <div>
      <Show when={props.undo}>
        {(undo) => (
          <div
            class="confer-notice confer-tone--neutral"
            role="status"
            tabindex="-1"
            ref={(element) => (undoBox = element)}
          >
            {undo().text}{" "}
            <Button kind="link" onClick={() => undo().onUndo()}>
              Undo
            </Button>
          </div>
        )}
      </Show>
      <Show when={props.items.length === 0 && props.empty}>
        <EmptyState>{props.empty}</EmptyState>
      </Show>
      <Show when={props.items.length > 0}>
        <ul class="confer-cards">
          <Index each={props.items}>
            {(item, index) => (
              <li class="confer-card">
                <h3 class="confer-card__title">{props.title(item(), index)}</h3>
                <div>{props.body(item(), index)}</div>
                <div class="confer-actions">
                  <Show when={props.onChange}>
                    <Button
                      kind="link"
                      about={props.title(item(), index)}
                      onClick={() => props.onChange?.(index)}
                    >
                      Change
                    </Button>
                  </Show>
                  <Show when={props.onRemove}>
                    <Button
                      kind="link"
                      about={props.title(item(), index)}
                      onClick={() => props.onRemove?.(index)}
                    >
                      Remove
                    </Button>
                  </Show>
                </div>
              </li>
            )}
          </Index>
        </ul>
      </Show>
      <Show when={props.onAdd}>
        <Button kind="secondary" onClick={() => props.onAdd?.()}>
          {props.addText}
        </Button>
      </Show>
    </div>
  );
}
