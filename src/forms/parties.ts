/** Whom a referral names for the hearing of its case, by what the panel's definition says where to look. */
import type { CalendarDate } from "../domain/calendarDate.ts";
import type { Party } from "../domain/meeting/party.ts";
import { type Answers, asText, cellPath, chosenKeys, rowsOf } from "./answers.ts";
import type { PanelDefinition } from "./definition.ts";
import type { Named } from "./definition/meeting.ts";
import { type VisibleQuestion, visibleQuestions } from "./visible.ts";

/** In the order of the definition. One that is required is there even where the referral names nobody. */
export function partiesOf(
  definition: PanelDefinition,
  answers: Answers,
  today: CalendarDate,
): readonly Party[] {
  const asked = visibleQuestions(definition, answers, today);
  return (definition.meeting.named ?? []).flatMap((named) => {
    const found = asked.find(({ section, question }) => `${section.key}.${question.key}` === named.question);
    if (!found) return [];
    const parties = namedIn(named, found, answers);
    return parties.length === 0 && named.required === true ? [partyOf(named, "", "")] : parties;
  });
}

/** Why the referrer asks for the case to be heard early, where they do; "" otherwise. [ASH-80] */
export function asksEarlierIn(definition: PanelDefinition, answers: Answers, today: CalendarDate): string {
  const found = visibleQuestions(definition, answers, today).find(
    ({ section, question }) => `${section.key}.${question.key}` === definition.meeting.asksEarlier,
  );
  return found ? asText(answers.get(found.path)).trim() : "";
}

function namedIn(named: Named, { section, question, path }: VisibleQuestion, answers: Answers): Party[] {
  if (question.type !== "repeat") {
    const text = asText(answers.get(path)).trim();
    if (text === "") return [];
    return [named.answer === "agency" ? partyOf(named, "", text) : partyOf(named, text, "")];
  }
  return rowsOf(answers, section.key, question.key).flatMap((row) => {
    const at = (field: string | undefined) =>
      field === undefined ? undefined : answers.get(cellPath(section.key, question.key, row, field));
    const { only } = named;
    if (only && !chosenKeys(at(only.field)).some((key) => only.values.includes(key))) return [];
    const [name, agency] = [asText(at(named.nameField)).trim(), asText(at(named.agencyField)).trim()];
    return name === "" && agency === "" ? [] : [partyOf(named, name, agency)];
  });
}

const partyOf = ({ key, label, part, required }: Named, name: string, agency: string): Party => ({
  key,
  label,
  part,
  name,
  agency,
  required: required === true,
});
