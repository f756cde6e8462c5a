/** The panel definitions on this device: those in force, and older ones that cases were started under. */
import { type PanelDefinition } from "../forms/definition.ts";
import { parseDefinition } from "../forms/parseDefinition.ts";
import type { Context } from "./context.ts";
import type { PanelInfo } from "./api.ts";

const key = (id: string, version: string) => `${id}@${version}`;

/** Parses what the panel's book holds, once per version. A definition that does not parse is left out. */
export function refreshDefinitions(context: Context): void {
  for (const { value } of Object.values(context.library.book.versions)) {
    const { id, version } = (value ?? {}) as { id?: string; version?: string };
    if (id === undefined || version === undefined || context.definitions.has(key(id, version))) continue;
    const parsed = parseDefinition(value);
    if (parsed.ok) context.definitions.set(key(id, version), parsed.definition);
  }
}

export const findDefinition = (context: Context, id: string, version: string): PanelDefinition | undefined =>
  context.definitions.get(key(id, version));

/** The version of a panel that new referrals are started with. */
export function inForce(context: Context, id: string): PanelDefinition | undefined {
  const { definitions } = context.library.book;
  const value = Object.hasOwn(definitions, id) ? definitions[id]?.value : undefined;
  const { version } = (value ?? {}) as { version?: string };
  return version === undefined ? undefined : findDefinition(context, id, version);
}

/** The panels that run now, each with its meetings from today on, soonest first. */
export function panelsOf(context: Context, today: string): readonly PanelInfo[] {
  const { definitions, meetings } = context.library.book;
  return Object.keys(definitions).flatMap((id) => {
    const definition = inForce(context, id);
    if (!definition) return [];
    const upcoming = Object.values(meetings)
      .map((meeting) => meeting.value)
      .filter((meeting) => meeting.definition === id && !meeting.cancelled && meeting.date >= today)
      .toSorted((a, b) => (a.date < b.date ? -1 : 1));
    return [{ definition, meetings: upcoming }];
  });
}
