/** SHA-256 by the platform: what certificates and signatures over files are named by. */
import type { Bytes } from "../domain/bytes.ts";

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
