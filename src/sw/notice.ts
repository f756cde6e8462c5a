/**
 * What a push becomes on the screen. The sentence is the server's, which knows no name; anything that is not one of its
 * messages becomes a sentence of our own, since a push that shows nothing loses a site its leave to send more.
 */
export type Shown = {
  readonly title: string;
  readonly options: {
    readonly body: string;
    readonly tag: string;
    readonly icon: string;
    readonly badge: string;
    readonly lang: string;
  };
  /** For the app's icon; undefined leaves it as it is. */
  readonly count: number | undefined;
};

const USUAL = "Something is due. Open Confer to see what.";
const LONGEST = 200;
const ICON = "/icons/confer-192.png";

export function noticeOf(text: string | undefined): Shown {
  const { body, count } = read(text);
  const words = typeof body === "string" && body !== "" && body.length <= LONGEST ? body : USUAL;
  return {
    title: "Confer",
    options: { body: words, tag: "due", icon: ICON, badge: ICON, lang: "en-GB" },
    count: typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : undefined,
  };
}

function read(text: string | undefined): { readonly body?: unknown; readonly count?: unknown } {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
