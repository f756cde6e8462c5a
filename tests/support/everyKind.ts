/**
 * A panel that nobody runs, written in the language alone: one question of every kind, and conditions among them.
 * It borrows nothing from the panels that come with Confer.
 */
const option = (key: string, label: string) => ({ key, label });
const label = (text: string) => ({ label: text });
const passage = (text: string) => ({ text });

const OPTIONS = [option("red", "Red"), option("blue", "Blue")];

/** By kind, so that a test can say which it means; `text` is also what a case is called by. */
export const QUESTIONS = {
  text: { type: "text", key: "name", label: "Full name", called: "the full name", required: "always" },
  date: {
    type: "date",
    key: "born",
    label: "Date of birth",
    called: "the date of birth",
    required: "always",
    limit: "past",
  },
  computed: {
    type: "computed",
    key: "age",
    label: "Age group",
    from: "kinds.born",
    unit: "years",
    bands: [{ atLeast: 18, text: "An adult: {amount}." }, { text: "A child: {amount}." }],
    unknown: "Said once the date of birth is known.",
  },
  longText: {
    type: "longText",
    key: "story",
    label: "What happened",
    called: "what happened",
    required: "orReason",
  },
  address: { type: "address", key: "address", label: "Address", called: "the address", required: "always" },
  tel: {
    type: "tel",
    key: "telephone",
    label: "Telephone",
    called: "the telephone number",
    required: "always",
  },
  email: { type: "email", key: "email", label: "Email", called: "the email address", required: "always" },
  number: {
    type: "number",
    key: "rooms",
    label: "Rooms",
    called: "the number of rooms",
    required: "always",
    min: 1,
    max: 50,
    whole: true,
  },
  choice: {
    type: "choice",
    key: "colour",
    label: "Colour of the door",
    called: "the colour of the door",
    required: "always",
    options: OPTIONS,
    other: label("Another colour"),
  },
  choices: {
    type: "choices",
    key: "animals",
    label: "Animals in the home",
    called: "the animals in the home",
    required: "always",
    options: [option("dog", "A dog"), option("cat", "A cat"), option("nothing", "None of these")],
    other: label("Other animals"),
    none: "nothing",
  },
  yesNo: {
    type: "yesNo",
    key: "stairs",
    label: "Are there stairs?",
    called: "whether there are stairs",
    required: "always",
    visibleWhen: { op: "answered", question: "kinds.address" },
  },
  yesNoUnsure: {
    type: "yesNoUnsure",
    key: "safe",
    label: "Is it safe to call?",
    called: "whether it is safe to call",
    required: "always",
  },
  note: {
    type: "note",
    key: "reading",
    label: "Before you go on",
    text: "Stairs matter to whoever visits.",
    tone: "warning",
  },
  grid: {
    type: "grid",
    key: "needs",
    label: "What is needed",
    called: "what is needed",
    required: "always",
    rows: [option("food", "Food"), option("heat", "Heating")],
    columns: [
      { key: "now", label: "Now", kind: "tick" },
      { key: "detail", label: "In detail", kind: "text" },
    ],
  },
  repeat: {
    type: "repeat",
    key: "people",
    label: "People in the home",
    called: "the people in the home",
    required: "always",
    item: "person",
    addLabel: "Add a person",
    fields: [
      { type: "text", key: "who", label: "Who they are", called: "who they are", required: "always" },
      { type: "longText", key: "about", label: "About them" },
    ],
  },
} as const;

const page = (key: string, title: string, questions: readonly object[]) => ({ key, title, questions });
const { text, date, computed, longText, address, tel, email, number } = QUESTIONS;
const { choice, choices, yesNo, yesNoUnsure, note, grid, repeat } = QUESTIONS;

/** As it would be in the file. */
export const everyKind = {
  format: 1,
  id: "every-kind",
  version: "2026.1",
  name: "Every Kind Panel",
  shortName: "Everykind",
  language: "en-GB",
  source: { title: "Written for tests", documents: [{ title: "None" }] },
  audience: {
    summary: "Nobody: it is made up.",
    people: "both",
    area: "Nowhere",
    about: [],
    aims: [],
    responsibility: [],
  },
  eligibility: {
    section: {
      key: "eligibility",
      title: "Is this the right panel?",
      kind: "questions",
      pages: [
        page("who", "Who it is about", [
          {
            type: "yesNo",
            key: "near",
            label: "Do they live nearby?",
            called: "whether they live nearby",
            required: "always",
          },
        ]),
      ],
    },
    rules: [
      {
        key: "near",
        met: { op: "is", question: "eligibility.near", value: "yes" },
        explanation: "The panel is for people who live nearby.",
        otherWays: ["Ask the panel where they live."],
      },
    ],
    exception: { key: "exception", label: "Why should it be heard all the same?" },
  },
  roles: [{ key: "coordinator", label: "Co-ordinator", means: "coordinator", duties: [] }],
  agencies: { names: ["Testshire Council"] },
  subjects: [
    {
      key: "person",
      label: "The person",
      kind: "person",
      nameQuestion: "kinds.name",
      dateOfBirthQuestion: "kinds.born",
    },
  ],
  sections: [
    {
      key: "kinds",
      title: "Every kind of question",
      kind: "questions",
      pages: [
        page("typed", "Typed", [text, date, computed, longText, address, tel, email, number]),
        page("chosen", "Chosen", [choice, choices, yesNo, yesNoUnsure, note]),
        page("listed", "Listed", [grid, repeat]),
      ],
    },
    { key: "consent", title: "Consent", kind: "consent", pages: [] },
    { key: "papers", title: "Papers", kind: "papers", pages: [] },
  ],
  papers: [{ key: "other", label: "Any paper" }],
  consent: {
    rule: "orGround",
    intro: [],
    awareness: label("Does the person know about this referral?"),
    deciders: [{ ...option("self", "The person themselves"), capacity: "self" }],
    wordings: [
      {
        key: "standard",
        version: "1",
        language: "en-GB",
        languageName: "English",
        format: "standard",
        title: "Sharing",
        paragraphs: ["{panel} shares this with {recipients}."],
        declaration: "I agree to it.",
      },
    ],
    recipients: ["Testshire Council"],
    ways: ["drawn", "typed", "verbal", "paper"].map((way) => ({ ...option(way, `It is ${way}`), way })),
    record: {
      decision: label("What did they decide?"),
      signature: label("How did they give it?"),
      obtainedOn: label("When did they answer?"),
      obtainedBy: label("Who asked them?"),
      limits: label("What limits did they set?"),
    },
    withoutConsent: {
      intro: "Say on what ground.",
      reasons: [option("refused", "They said no")],
      grounds: [option("safeguarding", "There is a safeguarding risk.")],
      necessity: label("Why is it necessary?"),
      informed: label("Were they told?"),
    },
    withdrawal: { how: "Say so to anybody here.", effect: "Sharing stops." },
    reviewAfterMonths: null,
  },
  triage: {
    checklist: [],
    outcomes: [{ ...option("accept", "Accept"), kind: "accept", needsReason: false }],
  },
  deadlines: [],
  calendar: {
    cycle: { kind: "published" },
    timeZone: "Europe/London",
    bankHolidays: "england-and-wales",
    workingDayEnds: "17:00",
  },
  meeting: {
    opening: [{ key: "here", heading: "Here", text: "Who is here.", gate: false, brings: "attendance" }],
    perCase: [
      {
        key: "all",
        heading: "All of it",
        text: "Everything at once.",
        brings: ["earlierActions", "agencyNotes", "decision", "actions"],
      },
    ],
    rules: [],
    agendaKinds: [option("new", "New case")],
    attendanceFields: [{ key: "who", is: "name", label: "Name", type: "text" }],
    quorum: { rule: "none", text: "None is named." },
  },
  circulation: [],
  decisions: [{ ...option("hear", "Hear it"), suitable: true, needsReason: false }],
  outcomes: [],
  minutes: {
    signedByChair: false,
    sections: [passage("Everyone who attended.")].map((each) => ({ key: "all", ...each })),
  },
  records: [],
  handling: { mark: "Confidential", notes: [] },
  exports: { fileName: "{reference}-{document}-{date}", passwordRequired: true },
  password: { changedEvery: "never", words: 5, warnAtDays: 28, rules: [] },
  retention: { yearsAfterClosure: null, prompt: "Agree a period." },
  settings: [],
  conflicts: [],
};
