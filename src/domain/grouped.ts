/** 12,345. Written out, since locales differ between devices; alone here, since the first screen needs it. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
