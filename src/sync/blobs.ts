/** One request each for papers' bytes. Every chunk that comes is checked by who opens it: this sees ciphertext only. */
import type { Bytes } from "../domain/bytes.ts";
import type { Manifest } from "../domain/blob.ts";
import type { BlobId, ScopeId } from "../domain/ids.ts";
import { BlobReply, PROTOCOL_VERSION } from "./protocol.ts";
import type { ServerSession } from "./session.ts";
import type { Answer, Transport } from "./transport.ts";

export type BlobPlace = { readonly scope: ScopeId; readonly blob: BlobId };

export type BlobLine = {
  declare(place: BlobPlace, manifest: Manifest): Promise<Answer<BlobReply>>;
  send(place: BlobPlace, index: number, chunk: Bytes): Promise<Answer<BlobReply>>;
  /** What the server holds of it. Refused as not found also where the scope is not ours to read. */
  find(place: BlobPlace): Promise<Answer<BlobReply>>;
  fetch(place: BlobPlace, index: number, length: number): Promise<Answer<Bytes>>;
};

const pathOf = ({ scope, blob }: BlobPlace) => `/blobs/${scope}/${blob}`;

export const makeBlobLine = (transport: Transport, session: ServerSession): BlobLine => ({
  declare: (place, manifest) =>
    session.call(() => transport.put(pathOf(place), { version: PROTOCOL_VERSION, manifest }, BlobReply)),
  send: (place, index, chunk) =>
    session.call(() => transport.putBytes(`${pathOf(place)}/${index}`, chunk, BlobReply)),
  find: (place) => session.call(() => transport.get(pathOf(place), BlobReply)),
  fetch: (place, index, length) =>
    session.call(() => transport.getBytes(`${pathOf(place)}/${index}`, length)),
});
