/** The text of a panel's file as JSON, or what is wrong with it in sentences. What it says: parseDefinition.ts. */

export type ReadDefinitionFile =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly sentences: readonly string[] };

/** More would only be noise. */
const MOST_SENTENCES = 20;

export function readDefinitionFile(text: string): ReadDefinitionFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, sentences: [looksLikePage(text) ? PAGE : NOT_JSON] };
  }
  const repeated = repeatedKeys(text);
  if (repeated.length === 0) return { ok: true, json };
  const sentences = repeated.map(
    ({ key, line }) =>
      `Line ${line}: ‘${key.slice(0, 80)}’ is there twice in the same place, and only one of them could count.`,
  );
  return { ok: false, sentences: sentences.slice(0, MOST_SENTENCES) };
}

const NOT_JSON = "It is not a JSON file, or it was cut short.";
const PAGE =
  "It is a web page, not a panel: a network or a website may have answered in place of the file. Download it again.";

const looksLikePage = (text: string): boolean => /^\s*<(!doctype|html|\?xml)/i.test(text);

/** Of a JSON text: JSON.parse keeps the last of two and says nothing, so that half a form could go missing. */
function repeatedKeys(text: string): readonly { readonly key: string; readonly line: number }[] {
  const found: { key: string; line: number }[] = [];
  const open: Set<string>[] = [];
  for (const { 0: token, 1: string, 2: colon, index } of text.matchAll(/("(?:[^"\\]+|\\.)*")(\s*:)?|[{}]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (string !== undefined && colon !== undefined) {
      const key = JSON.parse(string) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) found.push({ key, line: text.slice(0, index).split("\n").length });
      keys?.add(key);
    }
  }
  return found;
}
