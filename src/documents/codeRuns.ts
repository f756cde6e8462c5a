/** Text for a telephone to scan (a QR code, ISO/IEC 18004) as boxes to fill, whatever they are drawn on. */
import encodeQR from "qr";

export type CodeRuns = {
  /** Modules along each side, the white around it included. */
  readonly across: number;
  /** How many of them are white at each edge. */
  readonly quiet: number;
  /** Dark modules side by side: the column of the first, their row from the top, and how many. */
  readonly runs: readonly { readonly start: number; readonly row: number; readonly length: number }[];
};

/** White that a reader wants around it, in modules. */
const QUIET = 4;

export function codeRuns(text: string): CodeRuns {
  const modules = encodeQR(text, "raw", { ecc: "medium", encoding: "byte", border: QUIET });
  return { across: modules.length, quiet: QUIET, runs: modules.flatMap(runsOf) };
}

function runsOf(modules: readonly boolean[], row: number): CodeRuns["runs"] {
  const runs: { start: number; row: number; length: number }[] = [];
  let start = -1;
  for (let at = 0; at <= modules.length; at += 1) {
    const dark = modules[at] === true;
    if (dark && start < 0) start = at;
    if (!dark && start >= 0) {
      runs.push({ start, row, length: at - start });
      start = -1;
    }
  }
  return runs;
}
