/**
 * Looks for a word in bytes, in every spelling that text takes at rest: UTF-8, UTF-16 both ways, hex in both
 * cases, base64 from each of its three alignments. LevelDB's snappy leaves the first occurrence in a block as
 * it is, so what is in a compressed block is found as well.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

export type Spelling = { readonly as: string; readonly bytes: Buffer };

/** At least eight letters, so that each alignment of base64 still has eight letters of its own. */
export function spellingsOf(word: string): readonly Spelling[] {
  const utf8 = Buffer.from(word);
  const wide = Buffer.from(word, "utf16le");
  const spelled = (text: string, as: string): Spelling => ({ as, bytes: Buffer.from(text, "latin1") });
  const inBase64 = (bytes: Buffer, as: string): Spelling[] =>
    [0, 1, 2].map((skip) => {
      const whole = bytes.subarray(skip, skip + 3 * Math.floor((bytes.length - skip) / 3));
      return spelled(whole.toString("base64"), `${as}, alignment ${skip}`);
    });
  return [
    { as: "UTF-8", bytes: utf8 },
    { as: "UTF-16LE", bytes: wide },
    { as: "UTF-16BE", bytes: Buffer.from(wide).swap16() },
    spelled(utf8.toString("hex"), "hex"),
    spelled(utf8.toString("hex").toUpperCase(), "hex in capitals"),
    spelled(wide.toString("hex"), "hex of UTF-16LE"),
    ...inBase64(utf8, "base64"),
    ...inBase64(wide, "base64 of UTF-16LE"),
  ];
}

/** "UTF-8: the bytes around it", once for each spelling that is there. */
export function findIn(bytes: Buffer, word: string): string[] {
  return spellingsOf(word).flatMap(({ as, bytes: spelled }) => {
    const at = bytes.indexOf(spelled);
    if (at < 0) return [];
    const around = bytes.subarray(Math.max(0, at - 24), at + spelled.length + 24).toString("latin1");
    return [`${as}: ${around.replaceAll(/[^\x20-\x7e]/g, ".")}`];
  });
}

/** A place that may hold text, and what it holds. */
export type Place = { readonly name: string; readonly bytes: Buffer };

export function findInPlaces(places: readonly Place[], word: string): string[] {
  return places.flatMap(({ name, bytes }) => findIn(bytes, word).map((found) => `${name} ${found}`));
}

/** Every file under a folder. None is left out. */
export function filesUnder(folder: string, called: string): Place[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => ({ name: `${called}/${relative(folder, path)}`, bytes: readFileSync(path) }));
}
