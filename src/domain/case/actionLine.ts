/**
 * An action typed as one line: "Visit the flat @Housing J Okoro +2w". What comes first, who after "@", when last.
 * It says what it understood, and asks where more than one thing could be meant: it never chooses silently.
 */
import type { CalendarDate } from "../calendarDate.ts";
import type { UserId } from "../ids.ts";
import { type DueContext, takeDue } from "./dueWords.ts";

export type Doer = { readonly agency: string; readonly owner: string; readonly user: UserId | undefined };

export type LineContext = DueContext & {
  /** Those asked to come. */
  readonly people: readonly Doer[];
  /** Those the panel works with, beside the agencies of the people. */
  readonly agencies: readonly string[];
  /** When it is due where the line does not say. */
  readonly usualDue: CalendarDate | undefined;
};

export type Question =
  | {
      readonly about: "what" | "who";
      readonly text: string;
      readonly words: string;
      readonly choices: readonly Doer[];
    }
  | {
      readonly about: "when";
      readonly text: string;
      readonly words: string;
      readonly choices: readonly CalendarDate[];
    };

/** What a person chose where the line was unclear; it holds while those words stay as they are. */
export type Picks = {
  readonly who?: { readonly words: string; readonly doer: Doer };
  readonly when?: { readonly words: string; readonly date: CalendarDate };
};

export type ActionLine = Doer & {
  readonly what: string;
  /** ISO day; "" where there is none. */
  readonly due: CalendarDate | "";
  /** The line says nothing of when: the panel's usual time. */
  readonly dueIsUsual: boolean;
  /** Empty: it can be taken down as it is. */
  readonly questions: readonly Question[];
};

const NOBODY: Doer = { agency: "", owner: "", user: undefined };

export function readActionLine(line: string, context: LineContext, picks: Picks = {}): ActionLine {
  const at = line.search(/(^|\s)@/);
  const split = at < 0 ? line.length : line.indexOf("@", at);
  const taken = takeDue(line.slice(split === line.length ? 0 : split + 1), context);
  const early = at < 0 || taken ? undefined : takeEarly(line.slice(0, split), context);
  const due = taken ?? early;
  const who = (at < 0 ? "" : (taken?.rest ?? line.slice(split + 1))).trim().replace(/^,|,$/g, "");
  const what = (at < 0 ? (taken?.rest ?? line) : (early?.rest ?? line.slice(0, split))).trim();

  const questions: Question[] = [];
  if (what === "")
    questions.push({
      about: "what",
      text: "Enter what is to be done, before the @.",
      words: "",
      choices: [],
    });
  const doer = readWho(who, context, picks, questions);
  let date: CalendarDate | "" = due ? "" : (context.usualDue ?? "");
  if (due?.due.kind === "date") date = due.due.date;
  if (due?.due.kind === "unsure") {
    const picked = picks.when?.words === due.words ? picks.when.date : undefined;
    if (picked) date = picked;
    else questions.push({ about: "when", text: due.due.why, words: due.words, choices: due.due.dates });
  }
  return { what, ...doer, due: date, dueIsUsual: due === undefined, questions };
}

/** Before the "@" only what cannot be part of a sentence counts: "+2w", "by Friday". */
function takeEarly(text: string, context: LineContext) {
  const taken = takeDue(text, context);
  if (!taken) return undefined;
  const before = text.trim().slice(0, -taken.words.length).trimEnd();
  return taken.words.startsWith("+") || /(^|\s)by$/i.test(before) ? taken : undefined;
}

function readWho(words: string, context: LineContext, picks: Picks, questions: Question[]): Doer {
  const picked = picks.who?.words === words ? picks.who.doer : undefined;
  if (picked) return picked;
  const ask = (text: string, choices: readonly Doer[] = []): Doer => {
    questions.push({ about: "who", text, words, choices });
    return NOBODY;
  };
  if (words === "") return ask("Enter who does it: @ and the agency or the person, like @Housing J Okoro.");
  if (takeDue(words, context)) return ask("Two times are given. Enter one.");
  const people = context.people.filter((each) => isSamePerson(words, each.owner));
  if (people.length === 1) return people[0] as Doer;
  if (people.length > 1) return ask(`More than one person could be “${words}”.`, people);
  const found = agenciesIn(words, context);
  if (found.length > 1) {
    return ask(
      `More than one agency could be “${words}”.`,
      found.map(({ agency, rest }) => ownerIn(agency, rest, context) ?? { ...NOBODY, agency, owner: rest }),
    );
  }
  const [one] = found;
  if (!one) {
    return ask(`Nobody here is called “${words}”. Is it an agency or a person?`, [
      { ...NOBODY, agency: words },
      { ...NOBODY, owner: words },
    ]);
  }
  if (one.rest === "") return { ...NOBODY, agency: one.agency };
  const named = context.people.filter(
    (each) => fold(each.agency) === fold(one.agency) && isSamePerson(one.rest, each.owner),
  );
  if (named.length > 1) return ask(`More than one person could be “${one.rest}”.`, named);
  return named[0] ?? { ...NOBODY, agency: one.agency, owner: one.rest };
}

const ownerIn = (agency: string, rest: string, { people }: LineContext): Doer | undefined =>
  rest === ""
    ? undefined
    : people.find((each) => fold(each.agency) === fold(agency) && isSamePerson(rest, each.owner));

const fold = (text: string): string => text.toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ").trim();

type Named = { readonly agency: string; readonly rest: string };

/**
 * Agencies with which the words begin: by their whole name, the longest; else by a part of it, "housing" for
 * "Testshire Council housing". Whatever follows is a person.
 */
function agenciesIn(words: string, { people, agencies }: LineContext): readonly Named[] {
  const all = unique(
    [...people.map(({ agency }) => agency), ...agencies].filter((each) => each.trim() !== ""),
  );
  const parts = words.split(/[\s,]+/);
  for (let count = parts.length; count > 0; count--) {
    const head = fold(parts.slice(0, count).join(" "));
    const rest = parts.slice(count).join(" ");
    const whole = all.filter((agency) => fold(agency) === head);
    const found = whole.length > 0 ? whole : all.filter((agency) => hasWords(fold(agency), head));
    if (found.length > 0) return found.map((agency) => ({ agency, rest }));
  }
  return [];
}

const unique = (names: readonly string[]): readonly string[] =>
  [...new Map(names.toReversed().map((name) => [fold(name), name])).values()].toReversed();

/** "probation" in "the probation service"; the start of a word will do. */
const hasWords = (name: string, head: string): boolean => head.length >= 3 && ` ${name}`.includes(` ${head}`);

/** "J Okoro", "Okoro" and "Jo Okoro" for "Jo Okoro"; a first name alone too. */
function isSamePerson(words: string, name: string): boolean {
  const [typed, known] = [words, name].map((text) => fold(text).replaceAll(".", "").split(" "));
  if (!typed || !known || name.trim() === "") return false;
  if (typed.length === 1) return known[0] === typed[0] || known.at(-1) === typed[0];
  if (typed.at(-1) !== known.at(-1)) return false;
  const [first = "", knownFirst = ""] = [typed[0], known[0]];
  return first === knownFirst || (first.length === 1 && knownFirst.startsWith(first));
}
