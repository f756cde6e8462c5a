/** The address that mail goes to. Before anything else is sent there, a code that was comes back from it. */
import type { PartnershipId, UserId } from "../../domain/ids.ts";
import type { ErrorCode } from "../../sync/protocol.ts";
import type { NoticesStore } from "../store/noticesPort.ts";
import { codeParcel, type MakingParts } from "./making.ts";

const CODE_MS = 60 * 60_000;
const MAX_TRIES = 5;
const CODES = 100_000_000n;

type Whose = { readonly partnership: PartnershipId; readonly user: UserId };

/** Eight figures, of 128 random bits, so that each is as likely as another. */
function makeCode(random: MakingParts["random"]): string {
  let number = 0n;
  for (const byte of random(16)) number = number * 256n + BigInt(byte);
  return (number % CODES).toString().padStart(8, "0");
}

/** True: a code is to be mailed. False: the address is this one, and confirmed. Anything else was forgotten with its mail. */
export async function changeAddress(
  parts: MakingParts,
  { partnership, user }: Whose,
  text: string,
): Promise<boolean> {
  const code = { text: makeCode(parts.random), untilMs: parts.now() + CODE_MS, tries: 0 };
  const parcel = codeParcel(parts);
  return parts.notices.withPerson(partnership, user, async (tx) => {
    const person = await tx.person();
    if (person.address?.confirmed && person.address.text === text) return false;
    await tx.dropMail();
    await tx.savePerson({ ...person, address: { text, confirmed: false }, code });
    await tx.addParcel(parcel);
    return true;
  });
}

export const dropAddress = (notices: NoticesStore, { partnership, user }: Whose): Promise<void> =>
  notices.withPerson(partnership, user, async (tx) => {
    await tx.dropMail();
    await tx.savePerson({ ...(await tx.person()), address: null, code: null });
  });

/** Undefined: the code was right, and the address is confirmed. */
export const confirmAddress = (
  { notices, now }: Pick<MakingParts, "notices" | "now">,
  { partnership, user }: Whose,
  typed: string,
): Promise<ErrorCode | undefined> =>
  notices.withPerson(partnership, user, async (tx) => {
    const person = await tx.person();
    const { address, code } = person;
    if (!address || !code || code.untilMs <= now() || code.tries >= MAX_TRIES) return "code-spent";
    if (code.text === typed) {
      await tx.savePerson({ ...person, address: { ...address, confirmed: true }, code: null });
      return undefined;
    }
    const tries = code.tries + 1;
    await tx.savePerson({ ...person, code: { ...code, tries } });
    return tries < MAX_TRIES ? "wrong-code" : "code-spent";
  });
