/** The files that lie inside a PDF, for checking what was signed. The caller ends this worker when it takes too long. */
import { PDFDocument } from "@cantoo/pdf-lib";

export type Enclosed =
  | {
      readonly kind: "opened";
      readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
    }
  /** It does not open, or not with this password. */
  | { readonly kind: "locked" | "damaged" };

const FILES_MAX = 500;

/** Never throws. `password`: "" tries without one. */
export async function readEnclosed(bytes: Uint8Array, password: string): Promise<Enclosed> {
  try {
    const { isEncrypted } = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
    if (isEncrypted && password === "") return { kind: "locked" };
    const pdf = isEncrypted ? await open(bytes, password) : await open(bytes, undefined);
    if (!pdf) return { kind: isEncrypted ? "locked" : "damaged" };
    const files = pdf.getAttachments().slice(0, FILES_MAX);
    return { kind: "opened", files: files.map(({ name, data }) => ({ name, bytes: data })) };
  } catch {
    return { kind: "damaged" };
  }
}

async function open(bytes: Uint8Array, password: string | undefined): Promise<PDFDocument | undefined> {
  try {
    return await PDFDocument.load(bytes, {
      updateMetadata: false,
      ...(password === undefined ? {} : { password }),
    });
  } catch {
    return undefined;
  }
}
