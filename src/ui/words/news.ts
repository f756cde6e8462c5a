/** What somebody else decided is news for so long: two weeks of leave, and no longer. */
const NEWS_MS = 14 * 86_400_000;

export const isNews = (atMs: number, nowMs: number): boolean => atMs > nowMs - NEWS_MS;
