/** A link as pasted: in a sentence, in angle brackets, broken over lines. */

export type ReadLink =
  /** Path, query and fragment on this server. */
  { readonly ok: true; readonly path: string } | { readonly ok: false; readonly text: string };

/** `origin`: of this server, "https://panel.example". */
export function readLink(typed: string, origin: string): ReadLink {
  // A mail program may have broken the link over lines, but words around it have spaces.
  const joined = typed.trim().replaceAll(/\s*\n\s*/g, "");
  if (joined === "") return { ok: false, text: "Paste your invite link" };
  const found = /https?:\/\/[^\s<>"]+/.exec(joined)?.[0];
  const url = found === undefined ? null : URL.parse(found);
  if (url === null) {
    return { ok: false, text: "This is not a link: copy the whole of it, from https to its last letter" };
  }
  if (url.origin !== origin) {
    return { ok: false, text: `This link is for another server: open ${url.host} in the browser instead` };
  }
  if (url.hash.length < 2) {
    return { ok: false, text: "The end of the link is missing: copy the whole of it, to its last letter" };
  }
  return { ok: true, path: `${url.pathname}${url.search}${url.hash}` };
}
