/** A panel like another, in which no part of the meeting, its minutes or its decisions has a key that anybody knows. */
import type { PanelDefinition } from "../../../src/forms/definition.ts";
import { parsed } from "../fixtures.ts";

type Keyed = { key: string; steps?: string[]; also?: Keyed[] };

/** `back`: any text in which strange keys stand, with the keys they stand for. */
export function withStrangeKeys(definition: PanelDefinition): {
  readonly fifth: PanelDefinition;
  readonly back: (text: string) => string;
} {
  const names: string[] = [];
  const strange = (key: string): string => {
    if (!names.includes(key)) names.push(key);
    return `k${names.indexOf(key)}x`;
  };
  const copy = structuredClone(definition) as unknown as Record<string, unknown> & {
    meeting: Record<"opening" | "perCase" | "attendanceFields" | "agendaKinds", Keyed[]>;
    minutes: { sections: Keyed[]; circulation?: string };
    circulation: Keyed[];
    decisions: Keyed[];
    outcomes: Keyed[];
    confidentiality?: { fields: Keyed[] };
    declaration?: { fields: Keyed[] };
  };
  const { meeting, minutes, confidentiality, declaration } = copy;
  const lists = [
    meeting.opening,
    meeting.perCase,
    meeting.perCase.flatMap(({ also = [] }) => also),
    meeting.attendanceFields,
    meeting.agendaKinds,
    minutes.sections,
    copy.circulation,
    copy.decisions,
    copy.outcomes,
    confidentiality?.fields ?? [],
    declaration?.fields ?? [],
  ];
  for (const each of lists.flat()) {
    each.key = strange(each.key);
    if (each.steps) each.steps = each.steps.map(strange);
  }
  if (minutes.circulation !== undefined) minutes.circulation = strange(minutes.circulation);
  const back = (text: string) => text.replaceAll(/\bk(\d+)x\b/g, (_, at: string) => names[Number(at)] ?? "");
  return { fifth: parsed({ ...copy, id: "fifth", name: definition.name }), back };
}
