/** Whether a session's person leads, by the directory's chain. */
import { mayLead } from "../../domain/roles.ts";
import type { SessionRow } from "../store/port.ts";
import type { HttpParts } from "./parts.ts";

export async function leads(parts: HttpParts, { partnership, user }: SessionRow): Promise<boolean> {
  const directory = await parts.states.directory(partnership, parts.store.reading(partnership));
  const found = directory?.users.get(user);
  return found?.state === "confirmed" && mayLead(found.roles);
}
