/**
 * Zod speeds itself up with eval, which the content security policy forbids and reports. It tries as soon as
 * an object's schema is made, so this must have run before any file that makes one is even read: `main.tsx`
 * fetches it on its own, first.
 */
import { z } from "zod";

export function forbidEval(): void {
  z.config({ jitless: true });
}
