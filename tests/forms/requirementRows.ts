/**
 * Every row of the panels' own documents, by document and kind, as numbered there. Frozen here, since ids are never
 * renumbered: a row that no definition and no test names is a row that nobody built.
 */
export const REQUIREMENT_ROWS = {
  ASH: {
    TIME: "01 02 03 04 05 07 08",
    PASS: "06 69 76 77",
    MEET: "09 10 58 78 79 80 83",
    SCOPE: "11 12 13",
    AIM: "14 15 16 17 18 19",
    CRIT: "20 21 22 23 24",
    FACTOR: "25 26 27 28 29 30 31 32 33 34 35 36",
    INFO: "37 38 39 40 41 42 43 44 70",
    CASE: "45 46 47",
    REC: "48 88 96 98",
    GOV: "49",
    DATA: "50 71 99 100",
    ROLE: "51 52 53 54 55 66 67 68",
    MEMB: "56",
    MIN: "57 85 87 97",
    OUT: "59 60 61 62 63 64 65",
    CONSENT: "72",
    SUBMIT: "73 74",
    TRIAGE: "75",
    DEC: "81 82",
    ACT: "84",
    FOLL: "86",
    CONF: "89 94 95 101",
    FIELD:
      "90 91 92 93 125 126 127 128 129 130 131 132 133 134 135 136 137 138 139 140 141 142 143 144 145 146 147 148 149 150 151 152 153 154 155 156",
    DECL: "102",
    TERM: "103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119 120 121 122 123 124",
  },
  HER: {
    TIME: "01 02 03 04 05 06 07",
    ESC: "08 15 17",
    SCOPE: "09 10 11 12 13 14",
    GOV: "16",
    AIM: "18 19 20 21 22 23 24 25 26 27",
    PRIN: "28 29 30 31 32 33 34 35",
    DEC: "36",
    MEET: "37 53",
    MEMB: "38 39 40 41",
    CRIT: "42 43 44 45 46 47 48 49",
    SUBMIT: "50 55",
    APPR: "51",
    TRIAGE: "52 58",
    INFO: "54 56 57",
    REC: "59",
    FIELD: "60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87",
  },
  HAR: {
    TIME: "01 02 03 04",
    FOLL: "05 06 08 20 66",
    ACT: "07",
    SCOPE: "09 10 11 12 67 68",
    MEMB: "13",
    CRIT: "14 21 22 23 24 25 26 27 28 29 30 31 32 33 41",
    ROLE: "15 16 17 18 19 51",
    OUT: "34 35 36 37 38 39 40",
    APPR: "42 46 49 69",
    SUBMIT: "43 50",
    TRIAGE: "44",
    REC: "45",
    MEET: "47 48 63 64 72",
    FIELD: "52 53 54 55 56 57 58 59 60 61 62 70 73",
    SIGN: "65",
    DEC: "71",
  },
  OXF: {
    TIME: "01 02 03 04",
    FOLL: "05 14 15 16",
    SCOPE: "06",
    APPR: "07 09",
    SUBMIT: "08",
    MEMB: "10",
    MEET: "11",
    DEC: "12",
    SIGN: "13",
    CRIT: "17 18 19 20 21 22 23 24 25 26 27",
  },
  OXT: {
    TIME: "01 02",
    ACT: "03",
    GOV: "04 05 06 07 08",
    SCOPE: "09 10 15 16 17 24",
    APPR: "11 65 66 69",
    CRIT: "12 13 18 19 20 21 22 23 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 64",
    ESC: "14",
    CASE: "25 26",
    MEMB: "27 28 29",
    ROLE: "30 31 32 33 34 35 36",
    OUT: "58 59 60 61 62 63",
    MEET: "67 68 81 82 83 86 87",
    FIELD: "70 71 72 73 74 75 76 77 78 79 80",
    MIN: "84",
    SIGN: "85",
    FOLL: "88 89 90 91 92",
  },
} as const satisfies Record<string, Record<string, string>>;

type Document = keyof typeof REQUIREMENT_ROWS;

/** "ASH-01" and so on: the rows of these kinds, or of all, in one document. */
export function rowsOf(document: Document, kinds?: readonly string[]): readonly string[] {
  return Object.entries(REQUIREMENT_ROWS[document]).flatMap(([kind, numbers]) =>
    kinds === undefined || kinds.includes(kind)
      ? numbers.split(" ").map((number) => `${document}-${number}`)
      : [],
  );
}

/** The kinds that a referral has to hold: its questions, criteria, factors, consent, data, scope and sending. */
export const REFERRAL_KINDS = [
  "FIELD",
  "INFO",
  "CRIT",
  "FACTOR",
  "CONSENT",
  "SCOPE",
  "DATA",
  "SUBMIT",
] as const;

/** Rows that a definition carries, wherever in it they stand. */
export function sourcesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "sources" && Array.isArray(inner) ? (inner as string[]) : sourcesIn(inner),
  );
}
