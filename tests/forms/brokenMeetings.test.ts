import { describe, expect, it } from "vitest";
import { perCase, sentences, set } from "./breaking.ts";
import { type Json, list } from "./fixtures.ts";

describe("a definition whose meeting could not be held is refused with a sentence that names the place", () => {
  const cases: readonly [string, (json: Json) => void, string][] = [
    [
      "a meeting at which nobody could be marked as here",
      (json) => set(list(json["meeting"]!["opening"])[1]!, { brings: undefined }),
      "Meeting, opening: no step brings ‘attendance’, so nobody could be marked as here.",
    ],
    [
      "a statement that is read out nowhere",
      (json) => set(list(json["meeting"]!["opening"])[3]!, { brings: undefined }),
      "Meeting, opening: no step brings ‘statement’",
    ],
    [
      "a step that brings a statement which is not there",
      (json) => set(json, { confidentiality: undefined }),
      "Step of the opening ‘statement’: brings ‘statement’, but there is no ‘confidentiality’.",
    ],
    [
      "a step that brings a declaration which nobody signs",
      (json) => set(json["declaration"]!, { signed: "never" }),
      "Step of the opening ‘declarations’: brings ‘declarations’, but there is no ‘declaration’ to sign.",
    ],
    [
      "a case without a decision",
      (json) => set(perCase(json, "suitability"), { brings: undefined }),
      "Meeting, perCase: no step brings ‘decision’, so no decision could be recorded.",
    ],
    [
      "a case without actions",
      (json) => set(perCase(json, "actions"), { brings: ["report"] }),
      "Meeting, perCase: no step brings ‘actions’, so no action could be recorded.",
    ],
    [
      "a decision at two steps",
      (json) => set(perCase(json, "presentation"), { brings: ["decision"] }),
      "Meeting, perCase: more than one step brings ‘decision’.",
    ],
    [
      "a quorum that no step checks",
      (json) => set(json["meeting"]!["quorum"]!, { rule: "chairAndContributors" }),
      "Meeting, perCase: no step brings ‘quorum’, so the quorum is checked nowhere.",
    ],
    [
      "a quorum that the panel does not have",
      (json) => set(perCase(json, "presentation"), { brings: ["quorum"] }),
      "Step of a case ‘presentation’: brings ‘quorum’, but the panel has none.",
    ],
    [
      "a step without a heading",
      (json) => set(perCase(json, "presentation"), { heading: undefined }),
      "Meeting, step of a case ‘presentation’, heading: is missing",
    ],
    [
      "notes of two steps under one key",
      (json) => set(perCase(json, "presentation"), { also: [{ key: "updates", label: "Updates too" }] }),
      "Step of a case ‘updates’: this key is used twice.",
    ],
    [
      "minutes that gather a step that is gone",
      (json) => set(list(json["minutes"]!["sections"])[2]!, { steps: ["weather"] }),
      "Section of the minutes ‘updates’: gathers the step ‘weather’, which does not exist.",
    ],
    [
      "progress reports in the minutes that nobody could record",
      (json) => {
        set(list(json["minutes"]!["sections"])[2]!, { holds: ["reporting"] });
        set(perCase(json, "progress"), { brings: undefined });
      },
      "no step brings ‘report’, so the minutes want progress reports that nobody could record.",
    ],
    [
      "people without a name",
      (json) => list(json["meeting"]!["attendanceFields"]).splice(0, 1),
      "Meeting, attendanceFields: none is ‘name’, so nobody could be added.",
    ],
    [
      "two boxes for one thing",
      (json) => set(list(json["meeting"]!["attendanceFields"])[1]!, { is: "name" }),
      "Meeting, attendanceFields: more than one is ‘name’.",
    ],
    [
      "two boxes for the chair",
      (json) => set(list(json["confidentiality"]!["fields"])[0]!, { is: "chair" }),
      "Confidentiality, fields: more than one is ‘chair’.",
    ],
  ];

  it.each(cases)("%s", (_name, change, expected) => {
    expect(sentences(change).join("\n")).toContain(expected);
  });
});
