/** What a co-ordinator typed for one of a panel's settings: whether it can be used, and where it leads. */
import type { Setting } from "./definition/handling.ts";

const LONGEST = 5_000;
const EMAIL = /^[^\s@<>"?&]+@[^\s@<>"?&.]+(\.[^\s@<>"?&.]+)+$/;

/** A sentence about what is wrong; undefined for what is right, and for nothing. */
export function settingMistake({ type }: Pick<Setting, "type">, typed: string): string | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  if (text.length > LONGEST) return "It is too long: keep it under 5,000 characters";
  switch (type) {
    case "email":
      return EMAIL.test(text) ? undefined : "Enter an email address, like name@example.org.uk";
    case "tel":
      return /^[+\d][\d\s().,a-z-]*$/i.test(text) && digitsOf(text) >= 5
        ? undefined
        : "Enter a telephone number, like 01234 567890";
    case "url":
      return webAddress(text) === undefined
        ? "Enter a web address, like www.example.gov.uk/panel"
        : undefined;
    case "text":
    case "people":
      return undefined;
  }
}

/** Where pressing it leads; undefined for what is only read. Only mail, telephone and web addresses are made. */
export function settingHref({ type }: Pick<Setting, "type">, typed: string): string | undefined {
  const text = typed.trim();
  if (text === "" || settingMistake({ type }, text) !== undefined) return undefined;
  switch (type) {
    case "email":
      return `mailto:${encodeURIComponent(text).replace("%40", "@")}`;
    case "tel":
      // An extension is read out, not dialled.
      return `tel:${text.replace(/[a-z].*$/i, "").replaceAll(/[^+\d]/g, "")}`;
    case "url":
      return webAddress(text);
    case "text":
    case "people":
      return undefined;
  }
}

const digitsOf = (text: string): number => text.replaceAll(/\D/g, "").length;

const WEB = /^(https?:\/\/)?[^\s/@:?#]+\.[^\s/@:?#.]{2,}(:\d{1,5})?([/?#]\S*)?$/i;

/** "www.example.gov.uk" is taken for https; anything but a web address is refused. */
function webAddress(text: string): string | undefined {
  if (!WEB.test(text)) return undefined;
  return /^https?:/i.test(text) ? text : `https://${text}`;
}
