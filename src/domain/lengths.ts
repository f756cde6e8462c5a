/** Characters in a name, a title, a job; and in a reason, a note: screens say so before a record is refused. */
export const MAX_NAME = 300;
export const MAX_PROSE = 50_000;
/** In one text of a consent record: a ground has seven of them, and is one entry. */
export const MAX_CONSENT_TEXT = 20_000;
