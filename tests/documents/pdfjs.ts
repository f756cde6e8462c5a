/** What PDF.js, the reader in Firefox and in many apps, makes of a file: whether it opens, and what a screen reader gets. */
import { getDocument, PasswordException, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

export type ReadByPdfJs = {
  readonly pages: number;
  readonly title: string;
  readonly lang: string;
  /** What is said of the whole, page by page: names of elements, outermost first, each once. */
  readonly roles: readonly string[];
  /** The text in the order of the tree, spaces made one; nothing that stands outside it. */
  readonly text: string;
};
type Kid = {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Kid[];
};
type Piece = {
  readonly type?: string;
  readonly id?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
};

/** Undefined where the password is not the right one. @throws for any other reason not to open. */
export async function readByPdfJs(file: Uint8Array, password?: string): Promise<ReadByPdfJs | undefined> {
  const task = getDocument({
    // It takes the bytes away from whoever gave them.
    data: file.slice(),
    ...(password === undefined ? {} : { password }),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  });
  try {
    const pdf = await task.promise;
    const { info } = await pdf.getMetadata();
    const roles = new Set<string>();
    let text = "";
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const tree = (await page.getStructTree()) as Kid | null;
      if (!tree) throw new Error(`Page ${number} has no structure tree`);
      text += ` ${treeText(tree, textById(items as readonly Piece[]), roles)}`;
    }
    const { Title: title, Language: lang } = info as { Title?: string; Language?: string };
    return {
      pages: pdf.numPages,
      title: title ?? "",
      lang: lang ?? "",
      roles: [...roles],
      text: text.replaceAll(/\s+/g, " ").trim(),
    };
  } catch (error) {
    if (error instanceof PasswordException) return undefined;
    throw error;
  } finally {
    await task.destroy();
  }
}

/** Text by the id of the marked content that it stands in, the innermost that has one. */
function textById(items: readonly Piece[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const { type, id, str, hasEOL } of items) {
    if (type === "endMarkedContent") open.pop();
    else if (type !== undefined) open.push(id ?? open.at(-1));
    const inside = open.at(-1);
    if (str !== undefined && inside !== undefined)
      found.set(inside, `${found.get(inside) ?? ""}${str}${hasEOL === true ? " " : ""}`);
  }
  return found;
}

function treeText(kid: Kid, texts: ReadonlyMap<string, string>, roles: Set<string>): string {
  if (kid.role !== undefined) roles.add(kid.role);
  if (kid.type === "content") return `${texts.get(kid.id ?? "") ?? ""} `;
  return (kid.children ?? []).map((each) => treeText(each, texts, roles)).join("");
}
