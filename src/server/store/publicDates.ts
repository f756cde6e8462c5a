/** Public lists of dates on either SQL engine: a row for each address. */
import type { Engine } from "./engine.ts";
import type { Store } from "./port.ts";

/** Of one partnership: far more than it has panels. */
const MAX_LISTS = 50;

export const publicDates = (engine: Engine): Pick<Store, "putPublic" | "removePublic" | "publicList"> => ({
  putPublic: (partnership, address, list) =>
    engine.write(async (query) => {
      const others = `SELECT count(*) AS held FROM public_dates WHERE partnership = ?1 AND address <> ?2`;
      const [row] = await query(others, partnership, address);
      if (Number(row?.["held"]) >= MAX_LISTS) return "full";
      const sql = `INSERT INTO public_dates (address, partnership, list) VALUES (?1, ?2, ?3)
        ON CONFLICT (address) DO UPDATE SET list = excluded.list
        WHERE public_dates.partnership = excluded.partnership RETURNING address`;
      return (await query(sql, address, partnership, list)).length > 0 ? "stored" : "taken";
    }),
  removePublic: (partnership, address) =>
    engine.write(async (query) => {
      await query("DELETE FROM public_dates WHERE partnership = ?1 AND address = ?2", partnership, address);
    }),
  async publicList(address) {
    const [row] = await engine.read("SELECT list FROM public_dates WHERE address = ?1", address);
    return row && new Uint8Array(row["list"] as Uint8Array);
  },
});
