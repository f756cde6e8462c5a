/** What a consent record asks somebody to do, in one line each. */
import type { ConsentTask } from "../../domain/consentTasks.ts";
import { dateWords } from "../caseFile/when.ts";

export function consentTaskWords(task: ConsentTask): string {
  switch (task.kind) {
    case "tell":
      return task.names.length === 1
        ? "1 recipient has to be told that consent was withdrawn"
        : `${task.names.length} recipients have to be told that consent was withdrawn`;
    case "reviewConsent":
      return task.late
        ? `Consent was good until ${dateWords(task.on)}: ask again`
        : `Ask again before ${dateWords(task.on)}, when consent runs out`;
    case "reviewGround":
      return `Look again at the decision to share without consent: ${byWhen(task)}`;
    case "tellPerson":
      return `Look again at telling the person: ${byWhen(task)}`;
    case "confirmBasis":
      return "Have the lawful basis confirmed by somebody who knows the law, and record it";
  }
}

const byWhen = ({ on, late }: { readonly on: string; readonly late: boolean }): string =>
  late ? `it was due on ${dateWords(on)}` : `by ${dateWords(on)}`;
