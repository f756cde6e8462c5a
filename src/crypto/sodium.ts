/** The only importer of libsodium. Everything else in this folder asks for it here, once it is ready. */
import sodium from "libsodium-wrappers-sumo";
import type { Bytes } from "../domain/bytes.ts";

export type Sodium = typeof sodium;

/** Resolves when the WebAssembly is compiled. Needs `'wasm-unsafe-eval'` in the content security policy. */
export async function loadSodium(): Promise<Sodium> {
  await sodium.ready;
  return sodium;
}

/** libsodium answers in plain `Uint8Array`s, always on a buffer of their own. */
export const asBytes = (bytes: Uint8Array): Bytes => bytes as Bytes;
