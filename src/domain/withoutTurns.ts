/**
 * A name as it stands in a sentence of ours. A few invisible letters turn round the writing after them: in a name
 * they would turn the rest of the sentence too, or show one name as another (Unicode UAX 9, explicit directions).
 * Arabic, Urdu and the like read right without them. Records keep what was typed.
 */
export const withoutTurns = (text: string): string => text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, "");
