/** The printed recovery code in its groups, and the check that it was written down. */

export const groupsOf = (code: string): readonly string[] => code.split("-").filter((group) => group !== "");

/** Capitals, spaces and look-alikes (O for 0, I and L for 1) are forgiven, as they are when the code is used. */
const plain = (text: string): string =>
  text.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");

export function isLastGroup(typed: string, code: string): boolean {
  const last = groupsOf(code).at(-1);
  return last !== undefined && plain(typed) === plain(last);
}
