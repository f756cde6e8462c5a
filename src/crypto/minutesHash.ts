/**
 * The names of minutes: docs/protocol.md section 9. Over the text itself, byte for byte, never over what it means.
 * Names are base64url, as records keep them.
 */
import { parseB64, toB64Url } from "../domain/bytes.ts";
import type { Verifier } from "../domain/membership/state.ts";

/**
 * Of what is said of one case; or, with `cases`, of the meeting whose cases have those names in the order of its
 * agenda. Undefined where one of them is no name.
 */
export function hashMinutes(verifier: Verifier, text: string, cases?: readonly string[]): string | undefined {
  const utf8 = new TextEncoder().encode(text);
  if (!cases) return toB64Url(verifier.hash("confer/1/case-minutes", utf8));
  const hashes = cases.map((each) => parseB64(each, "base64url"));
  const whole = hashes.filter((each) => each !== undefined);
  if (whole.length !== hashes.length) return undefined;
  return toB64Url(verifier.hash("confer/1/minutes", utf8, ...whole));
}
