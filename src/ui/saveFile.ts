/**
 * Hands a file to the person. An installed app on iOS ignores download links (and may trap the person on a
 * blank page), so there the share sheet is used; everywhere else a plain download.
 */
export type Saved = "download" | "share" | "cancelled" | "press-again";

export const SAVED_WORDS: Record<Saved, string> = {
  download: "The file was handed to this device’s downloads.",
  share: "The file was handed over.",
  cancelled: "Nothing was handed over.",
  "press-again": "Press once more.",
};

const isInstalledOnIos = (): boolean =>
  "standalone" in navigator && (navigator as { standalone?: unknown }).standalone === true;

/** `name` must be neutral: it shows in download lists. "press-again": the browser wants a fresh press. */
export async function saveFile(
  content: Blob | Uint8Array<ArrayBuffer>,
  name: string,
  type: string,
): Promise<Saved> {
  const file = new File([content], name, { type });
  if (isInstalledOnIos() && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return "share";
    } catch (error) {
      return error instanceof DOMException && error.name === "NotAllowedError" ? "press-again" : "cancelled";
    }
  }
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the file a while after the press.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return "download";
}
