/**
 * The one way in which a file about a panel's work leaves in clear: refused where a panel that it is about says so.
 * [ASH-69] PDFs never come this way; they are always made with a password (makePdf.ts).
 */
import { mayLeaveOpen, type OpenFileKind } from "../forms/leaveOpen.ts";
import type { Context } from "./context.ts";
import { inForce } from "./definitions.ts";
import type { OpenFile } from "./exportTypes.ts";
import type { Outcome } from "./outcome.ts";

/** `panels`: ids. One that is no longer in force has no rule to ask, and refuses. Nothing is made that is refused. */
export function makeOpenFile(
  context: Context,
  panels: Iterable<string>,
  kind: OpenFileKind,
  make: () => OpenFile,
): Outcome<OpenFile> {
  for (const id of new Set(panels)) {
    const definition = inForce(context, id);
    if (!definition || !mayLeaveOpen(definition, kind))
      return { ok: false, problem: { kind: "password-required" } };
  }
  return { ok: true, value: make() };
}
