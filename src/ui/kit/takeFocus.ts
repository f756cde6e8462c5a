/** For what opens in place of the button that opened it: once it is in the page, focus is there and not lost. */
export const takeFocus = (element: HTMLElement): void => queueMicrotask(() => element.focus());

/** Back to where a form was, once what stands there instead is in the page. */
export const focusOn = (id: string): void => queueMicrotask(() => document.getElementById(id)?.focus());
