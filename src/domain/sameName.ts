/** Whether two names, as people wrote them, are one; no name is like no other. */
export const sameName = (a: string, b: string): boolean =>
  a.trim() !== "" && a.trim().toLowerCase() === b.trim().toLowerCase();
