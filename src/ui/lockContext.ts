import { createContext, useContext } from "solid-js";

/** Locking, for the one screen that covers the top bar: the wording turned to the person. */
export const LockContext = createContext<() => void>();

/** Undefined outside the app's frame. */
export const useLock = (): (() => void) | undefined => useContext(LockContext);
