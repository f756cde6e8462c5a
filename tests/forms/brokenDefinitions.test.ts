import { describe, expect, it } from "vitest";
import { deadline, question, section, sentences, set, when } from "./breaking.ts";
import { type Json, list } from "./fixtures.ts";

describe("a broken definition is refused with a sentence that names the place", () => {
  const cases: readonly [string, (json: Json) => void, string][] = [
    [
      "an unknown question",
      (json) => when(json, "person.gender", { op: "answered", question: "person.nickname" }),
      "Section ‘The person’, question ‘gender’: reads the question ‘person.nickname’, which does not exist.",
    ],
    [
      "public criteria that list what has no options",
      (json) =>
        set(json["eligibility"] as Json, { criteria: [{ text: "One of:", options: "eligibility.adult" }] }),
      "The public criteria: list the options of ‘eligibility.adult’, which has none.",
    ],
    [
      "an unknown section",
      (json) => when(json, "person.gender", { op: "answered", question: "persons.name" }),
      "Section ‘The person’, question ‘gender’: reads the section ‘persons’ (‘persons.name’), which does not exist.",
    ],
    [
      "an unknown option",
      (json) => when(json, "person.gender", { op: "is", question: "person.housingStatus", value: "castle" }),
      "Section ‘The person’, question ‘gender’: reads the option ‘castle’ of ‘person.housingStatus’, which does not exist.",
    ],
    [
      "an unknown cell of a grid",
      (json) =>
        when(json, "person.gender", {
          op: "includes",
          question: "concerns.reasons",
          value: "eviction/unheardOf",
        }),
      "reads the option ‘eviction/unheardOf’",
    ],
    [
      "an operator that does not suit",
      (json) => when(json, "person.gender", { op: "monthsSince", question: "person.name", below: 3 }),
      "‘monthsSince’ cannot be asked of ‘person.name’, a text question.",
    ],
    [
      "an unknown operator",
      (json) => when(json, "person.gender", { op: "contains", question: "person.name" }),
      "Section ‘The person’, question ‘gender’, visibleWhen, op: is of a kind that this version does not know.",
    ],
    [
      "a field read from outside its rows",
      (json) => when(json, "person.gender", { op: "answered", question: "involved.services.service" }),
      "can be read only inside its own rows.",
    ],
    [
      "a question that waits for itself",
      (json) => when(json, "person.gender", { op: "answered", question: "person.gender" }),
      "question ‘gender’: is asked only in a loop: ‘person.gender’ → ‘person.gender’.",
    ],
    [
      "a loop through other questions",
      (json) => {
        when(json, "person.gender", { op: "not", of: { op: "answered", question: "person.address" } });
        when(json, "person.address", { op: "any", of: [{ op: "answered", question: "person.telephone" }] });
        when(json, "person.telephone", { op: "answered", question: "person.gender" });
      },
      "‘person.gender’ → ‘person.address’ → ‘person.telephone’ → ‘person.gender’.",
    ],
    [
      "months that can never be",
      (json) =>
        when(json, "person.gender", {
          op: "monthsSince",
          question: "person.dateOfBirth",
          atLeast: 12,
          below: 12,
        }),
      "can never hold",
    ],
    [
      "a section twice",
      (json) => set(section(json, "risks"), { key: "person" }),
      "Section ‘Risks’: another section already has the key ‘person’.",
    ],
    [
      "a question twice",
      (json) => set(question(json, "person.knownAs"), { key: "name" }),
      "Section ‘The person’, question ‘name’: this key is used twice in the section.",
    ],
    [
      "an option twice",
      (json) => set(question(json, "person.housingStatus")["options"]![1]!, { key: "private" }),
      "Section ‘The person’, question ‘housingStatus’: the option ‘private’ is there twice.",
    ],
    [
      "a row twice",
      (json) => set(question(json, "concerns.reasons")["rows"]![1]!, { key: "adultSafeguarding" }),
      "the row ‘adultSafeguarding’ is there twice.",
    ],
    [
      "a field twice",
      (json) => set(question(json, "involved.services")["fields"]![1]!, { key: "service" }),
      "question ‘services’: the field ‘service’ is there twice.",
    ],
    [
      "a ‘none’ that is no option",
      (json) => set(question(json, "eligibility.criteria"), { none: "nothing" }),
      "‘none’ names the option ‘nothing’, which does not exist.",
    ],
    [
      "a question in the place of the consent record",
      (json) => {
        list(section(json, "consent")["pages"]).push({
          key: "more",
          title: "More",
          questions: [{ type: "text", key: "signature", label: "Sign" }],
        } as unknown as Json);
      },
      "Section ‘Consent’, question ‘signature’: this key belongs to the consent record.",
    ],
    [
      "a type nobody knows",
      (json) => set(question(json, "person.gender"), { type: "hologram" }),
      "Section ‘The person’, question ‘gender’, type: is of a kind that this version does not know.",
    ],
    [
      "a label left out",
      (json) => set(question(json, "person.gender"), { label: undefined }),
      "Section ‘The person’, question ‘gender’, label: is missing.",
    ],
    [
      "a label that is a number",
      (json) => set(question(json, "person.gender"), { label: 7 }),
      "Section ‘The person’, question ‘gender’, label: must be text.",
    ],
    [
      "a negative deadline",
      (json) => set(deadline(json, "agendaOut"), { amount: -2 }),
      "Deadline ‘agendaOut’, amount: must not be negative.",
    ],
    ["half a day", (json) => set(deadline(json, "agendaOut"), { amount: 1.5 }), "must be a whole number."],
    [
      "papers before referrals",
      (json) => set(deadline(json, "agendaOut"), { amount: 2, unit: "weeks" }),
      "Deadline ‘agendaOut’: is earlier than ‘referralIn’, so the papers would go out before the referrals are in.",
    ],
    [
      "clear months",
      (json) => set(deadline(json, "referralIn"), { counting: "clear", unit: "months" }),
      "Deadline ‘referralIn’: clear counting makes sense only for days and working days, not months.",
    ],
    [
      "a referral due after the meeting",
      (json) => set(deadline(json, "referralIn"), { direction: "after" }),
      "Deadline ‘referralIn’: ‘referralIn’ has to be before the meeting it belongs to.",
    ],
    [
      "an action due before its meeting",
      (json) => set(deadline(json, "actionsDone"), { anchor: "meeting", amount: 2 }),
      "‘actionDone’ cannot be before the meeting it follows from.",
    ],
    [
      "nothing days before the meeting",
      (json) => set(deadline(json, "referralIn"), { amount: 0 }),
      "an amount of 0 is meant only for",
    ],
    [
      "a deadline of nobody",
      (json) => set(deadline(json, "agendaOut"), { who: "mayor" }),
      "Deadline ‘agendaOut’: names the role ‘mayor’, which does not exist.",
    ],
    [
      "a subject without a name",
      (json) => set(json["subjects"]![0]!, { nameQuestion: "person.nobody" }),
      "Subject ‘person’: ‘nameQuestion’ must name a question of type text",
    ],
    [
      "no consent section",
      (json) => set(section(json, "consent"), { kind: "questions" }),
      "no section is of kind consent.",
    ],
    [
      "a placeholder nobody fills",
      (json) => set(json["exports"]!, { fileName: "{surname}-{date}" }),
      "Exports, fileName: ‘{surname}’ is not something that can be filled in.",
    ],
    [
      "a hole in a wording",
      (json) =>
        list(json["consent"]!["wordings"]![0]!["paragraphs"]).push("Ask {somebody}." as unknown as Json),
      "Consent wording ‘standard’: ‘{somebody}’",
    ],
    [
      "law that nobody has heard of",
      (json) =>
        set(json["consent"]!["withoutConsent"]!, { law: ["publicTask", "safeguardingAtRisk", "magnaCarta"] }),
      "Consent, withoutConsent, law: names ‘magnaCarta’, which is not in the list of law.",
    ],
    [
      "law without a basis",
      (json) => set(json["consent"]!["withoutConsent"]!, { law: ["crimeAndDisorder115"] }),
      "Consent, withoutConsent, law: offers no basis.",
    ],
    [
      "somebody who decides before they are old enough to",
      (json) => set(json["consent"]!["deciders"]![0]!, { ages: { from: 18, below: 16 } }),
      "Consent decider ‘self’: ‘from’ must be less than ‘below’.",
    ],
    [
      "a child who decides without anybody having looked whether they can",
      (json) => set(json["consent"]!["deciders"]![0]!, { ages: { below: 16 } }),
      "Consent decider ‘self’: ‘ability’ must be required",
    ],
    [
      "an attorney nobody has to see a document of",
      (json) => set(json["consent"]!["deciders"]![1]!, { evidence: undefined }),
      "Consent decider ‘attorney’: ‘evidence’ must say what has to be seen",
    ],
    [
      "an attorney of a child",
      (json) => set(json["consent"]!["deciders"]![1]!, { ages: { below: 16 } }),
      "attorneys and deputies decide for people of 16 and over.",
    ],
    [
      "a panel that asks for nothing and does not say so",
      (json) => set(json["consent"]!, { rule: "notRequired" }),
      "Consent, notRequired: is needed",
    ],
    [
      "no way for somebody who cannot sign",
      (json) => list(json["consent"]!["ways"]).splice(2, 1),
      "Consent, ways: has no way of the kind ‘verbal’.",
    ],
    [
      "a time that runs from no day",
      (json) => set(list(json["records"]).find((each) => each["clock"])!["clock"]!, { from: "receivedBy" }),
      "Record ‘accessRequests’: ‘clock.from’ names ‘receivedBy’, which is no box that can say so.",
    ],
    [
      "a box for another system that reads nothing there is",
      (json) => set(json["transfers"]![0]!["columns"]![1]!, { question: "person.nickname" }),
      "Transfer ‘ecins’: the box ‘name’ reads the question ‘person.nickname’, which does not exist.",
    ],
    [
      "a box for another system that is filled from two places",
      (json) => set(json["transfers"]![0]!["columns"]![1]!, { fact: "panel" }),
      "the box ‘name’ must be filled from a question or a fact, and from one alone.",
    ],
    [
      "something to enter elsewhere that is written down nowhere",
      (json) => set(json["transfers"]![0]!, { record: "casesLog" }),
      "Transfer ‘ecins’: is written in the record ‘casesLog’, which is none about a case.",
    ],
    [
      "a time that nothing ends",
      (json) => set(list(json["records"]).find((each) => each["clock"])!["clock"]!, { until: "advice" }),
      "Record ‘accessRequests’: ‘clock.until’ names ‘advice’, which is no box that can say so.",
    ],
    [
      "no other way after a no",
      (json) => set(json["eligibility"]!["rules"]![0]!, { otherWays: [] }),
      "must offer at least one other way.",
    ],
  ];

  it.each(cases)("%s", (_name, change, expected) => {
    expect(sentences(change).join("\n")).toContain(expected);
  });

  it("a chain that nobody could follow", () => {
    const chained = (length: number) =>
      sentences((json) => {
        const questions = Array.from({ length }, (_, at) => ({
          type: "text",
          key: `q${at}`,
          label: "Q",
          ...(at > 0 ? { visibleWhen: { op: "answered", question: `person.q${at - 1}` } } : {}),
        }));
        list(section(json, "person")["pages"]).push({
          key: "chain",
          title: "Chain",
          questions: questions.toReversed(),
        } as unknown as Json);
      });
    expect(chained(13)).toEqual([]);
    expect(chained(30).join("\n")).toContain("depends on a chain of more than 12 other questions.");
  });
});
