/** What the code in the gallery says, long enough to be as dense as the one on minutes. */
export const CODE = `https://confer.example/check#${"k3M9".repeat(40)}`;
