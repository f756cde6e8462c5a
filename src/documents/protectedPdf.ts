/** A document as a protected file: the one use that screens have, in one call. */
import type { DocumentModel } from "./model.ts";
import { passwordProblem } from "./passwordRule.ts";
import type { PasswordProblem } from "./passwordRule.ts";
import type { OnPage } from "./pdf/flow.ts";
import type { FontFiles, MissingCharacter } from "./pdf/fonts.ts";
import type { Unshown } from "./pdf/foreign.ts";
import { protect } from "./pdf/protect.ts";
import { renderPdf } from "./pdf/render.ts";

export type ProtectedPdf =
  | { kind: "made"; bytes: Uint8Array; pages: number; missing: MissingCharacter[]; unshown: Unshown[] }
  | { kind: "password-refused"; problem: PasswordProblem };

/** The password is looked at first, so that a refusal costs no time. There is none that stands for "no password". */
export async function makeProtectedPdf(
  model: DocumentModel,
  password: string,
  fonts: FontFiles,
  randomBytes: (length: number) => Uint8Array,
  onPage?: OnPage,
): Promise<ProtectedPdf> {
  const problem = passwordProblem(password);
  if (problem !== null) return { kind: "password-refused", problem };
  const { pdf, pages, missing, unshown } = await renderPdf(model, fonts, onPage);
  const outcome = await protect(pdf, password, randomBytes);
  return outcome.kind === "protected"
    ? { kind: "made", bytes: outcome.bytes, pages, missing, unshown }
    : outcome;
}
