/** Reading a JSON body with limits that hold before it is parsed. */
import type { FastifyInstance } from "fastify";

/** Ours are three deep. Without a limit 8 MiB of brackets would become hundreds of MiB of arrays. */
const MAX_DEPTH = 20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENERS = new Set([0x5b, 0x7b]);
const CLOSERS = new Set([0x5d, 0x7d]);

class BadBody extends Error {
  readonly statusCode = 400;
}

/** The index of the quote that ends the string that begins at `from`. */
function endOfString(body: Buffer, from: number): number {
  let end = body.indexOf(QUOTE, from + 1);
  while (end !== -1) {
    let slashes = 0;
    while (body[end - 1 - slashes] === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end;
    end = body.indexOf(QUOTE, end + 1);
  }
  return body.length;
}

/** Whether brackets nest deeper than allowed, outside strings. */
function isTooDeep(body: Buffer): boolean {
  let depth = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] as number;
    if (byte === QUOTE) i = endOfString(body, i);
    else if (OPENERS.has(byte) && ++depth > MAX_DEPTH) return true;
    else if (CLOSERS.has(byte)) depth--;
  }
  return false;
}

/** JSON in UTF-8 and nothing else; `__proto__` and `constructor.prototype` are refused by the parser. */
export function acceptOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body: Buffer, done) => {
    let text: string;
    try {
      if (isTooDeep(body)) throw new BadBody();
      text = utf8.decode(body);
    } catch {
      done(new BadBody());
      return;
    }
    void parse(request, text, done);
  });
}
