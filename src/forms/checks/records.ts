/** The panel's logs: clocks run between boxes that can say so, and what goes to another system is found in the case. */
import type { PanelDefinition } from "../definition.ts";
import { questionIndex } from "../questionIndex.ts";
import { keyedPlace, problem, type Problem } from "./problem.ts";

export const recordReferences = (definition: PanelDefinition): readonly Problem[] => [
  ...logClocks(definition),
  ...transferReferences(definition),
];

function logClocks({ records }: PanelDefinition): readonly Problem[] {
  return records.flatMap(({ key, clock, fields }) => {
    if (!clock) return [];
    const typeOf = (field: string) => fields.find((each) => each.key === field)?.type ?? "none";
    const named = [
      { part: "from", field: clock.from, types: ["date"] },
      { part: "until", field: clock.until, types: ["date", "yesNo"] },
      ...(clock.movedTo === undefined ? [] : [{ part: "movedTo", field: clock.movedTo, types: ["date"] }]),
    ];
    return named
      .filter(({ field, types }) => !types.includes(typeOf(field)))
      .map(({ part, field }) =>
        problem(
          keyedPlace("record", key),
          `‘clock.${part}’ names ‘${field}’, which is no box that can say so`,
        ),
      );
  });
}

function transferReferences(definition: PanelDefinition): readonly Problem[] {
  const logs = definition.records.filter(({ about }) => about === "case").map(({ key }) => key);
  return (definition.transfers ?? []).flatMap(({ key, record, columns }) => {
    const place = keyedPlace("transfer", key);
    const filled = columns.flatMap(({ key: box, question, fact }) => {
      if ((question === undefined) === (fact === undefined)) {
        return [
          problem(place, `the box ‘${box}’ must be filled from a question or a fact, and from one alone`),
        ];
      }
      return question === undefined || questionIndex(definition).has(question)
        ? []
        : [problem(place, `the box ‘${box}’ reads the question ‘${question}’, which does not exist`)];
    });
    return logs.includes(record)
      ? filled
      : [...filled, problem(place, `is written in the record ‘${record}’, which is none about a case`)];
  });
}
