/**
 * Where the person was, so that unlocking returns there: which field, the caret in it, how far down. Only ids
 * of fields and numbers are kept; what was typed is not. The address stays in the address bar by itself.
 */
type Place = {
  readonly id: string;
  readonly selection: readonly [number, number] | undefined;
  readonly scrollY: number;
};

/** Give up when the field has not come back by then: the page has become another one. */
const WAIT_MS = 5000;

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isTextField = (element: Element): element is TextField =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

function placeOf(element: Element): Place {
  let selection: Place["selection"];
  // Boxes such as radios answer null, some kinds throw when asked.
  try {
    if (isTextField(element) && element.selectionStart !== null) {
      selection = [element.selectionStart, element.selectionEnd ?? element.selectionStart];
    }
  } catch {
    selection = undefined;
  }
  return { id: element.id, selection, scrollY: window.scrollY };
}

export type PlaceKeeper = {
  /** Call just before the screen is covered. */
  remember(): void;
  /** Call once the screens are back: waits for the field, then goes there. */
  restore(): void;
  forget(): void;
};

export function createPlaceKeeper(): PlaceKeeper {
  let latest: Place | undefined;
  let kept: Place | undefined;
  // Pressing Lock takes the focus away first, so the field is noted as it is left.
  document.addEventListener("focusout", ({ target }) => {
    if (target instanceof Element && target.closest("main") !== null) latest = placeOf(target);
  });
  return {
    remember() {
      const active = document.activeElement;
      const inMain = active !== null && active.closest("main") !== null;
      kept = inMain ? placeOf(active) : latest && { ...latest, scrollY: window.scrollY };
    },
    restore() {
      const place = kept;
      kept = undefined;
      if (place === undefined) return;
      whenThere(place.id, (element) => {
        element?.focus({ preventScroll: true });
        if (element !== undefined && place.selection !== undefined && isTextField(element)) {
          element.setSelectionRange(...place.selection);
        }
        window.scrollTo(0, place.scrollY);
      });
    },
    forget() {
      latest = undefined;
      kept = undefined;
    },
  };
}

/** Calls back once the element exists, or with nothing when it does not come or has no id. */
function whenThere(id: string, then: (element: HTMLElement | undefined) => void): void {
  const find = () => (id === "" ? null : document.getElementById(id));
  const finish = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    removeEventListener("pointerdown", finish, true);
    removeEventListener("keydown", finish, true);
  };
  const look = (): void => {
    const element = find();
    if (element === null) return;
    finish();
    // After the page has put focus on its own heading.
    setTimeout(() => then(element));
  };
  const observer = new MutationObserver(look);
  const timer = setTimeout(() => {
    finish();
    then(undefined);
  }, WAIT_MS);
  // Whoever has begun to do something else is left alone.
  addEventListener("pointerdown", finish, true);
  addEventListener("keydown", finish, true);
  observer.observe(document.body, { childList: true, subtree: true });
  look();
}
