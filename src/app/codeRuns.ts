/** A code to scan, for a page. Apart from the rest of the surface, so that its encoder is loaded where one is shown. */
export { type CodeRuns, codeRuns } from "../documents/codeRuns.ts";
