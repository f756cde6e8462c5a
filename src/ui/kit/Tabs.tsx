import { For, Show } from "solid-js";
import type { JSX } from "solid-js";

export interface Tab {
  key: string;
  title: string;
  panel: () => JSX.Element;
}

/** Where an arrow, Home or End key leads from tab `index` of `count`; undefined for any other key. */
export function nextTab(key: string, index: number, count: number): number | undefined {
  if (key === "ArrowRight") return (index + 1) % count;
  if (key === "ArrowLeft") return (index - 1 + count) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}

/** Views of one thing. Arrow keys choose; Tab goes to the panel. Only the chosen panel exists in the page. */
export function Tabs(props: {
  id: string;
  /** Says what the tabs are of. */
  label: string;
  tabs: readonly Tab[];
  selected: string;
  onSelect: (key: string) => void;
}): JSX.Element {
  const tabId = (key: string): string => `${props.id}-tab-${key}`;
  const choose = (event: KeyboardEvent, index: number): void => {
    const next = nextTab(event.key, index, props.tabs.length);
    const tab = next === undefined ? undefined : props.tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    props.onSelect(tab.key);
    document.getElementById(tabId(tab.key))?.focus();
  };
  return (
    <div class="confer-tabs">
      <div class="confer-tabs__list" role="tablist" aria-label={props.label}>
        <For each={props.tabs}>
          {(tab, index) => {
            const chosen = (): boolean => tab.key === props.selected;
            return (
              <button
                type="button"
                role="tab"
                id={tabId(tab.key)}
                class="confer-tabs__tab"
                aria-selected={chosen() ? "true" : "false"}
                aria-controls={chosen() ? `${props.id}-panel` : undefined}
                tabindex={chosen() ? 0 : -1}
                onClick={() => props.onSelect(tab.key)}
                onKeyDown={(event) => choose(event, index())}
              >
                {tab.title}
              </button>
            );
          }}
        </For>
      </div>
      <div
        id={`${props.id}-panel`}
        class="confer-tabs__panel"
        role="tabpanel"
        tabindex="0"
        aria-labelledby={tabId(props.selected)}
      >
        <Show when={props.tabs.find((tab) => tab.key === props.selected)} keyed>
          {(tab) => tab.panel()}
        </Show>
      </div>
    </div>
  );
}
