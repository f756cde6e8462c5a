/** The bytes a device signs to prove itself to the server. Source: docs/protocol.md section 5. */
import { type Bytes, fields } from "./bytes.ts";
import { type DeviceId, idBytes, type InviteId, type PartnershipId, type UserId } from "./ids.ts";

export type LoginClaim = {
  /** ASCII, as the browser states it: "https://panel.example". Binds the proof to this server. */
  readonly originBytes: Uint8Array;
  readonly partnership: PartnershipId;
  readonly user: UserId;
  readonly device: DeviceId;
  /** 32 random bytes from the server, good once. */
  readonly nonce: Uint8Array;
};

export const loginBytes = (claim: LoginClaim): Bytes =>
  fields(
    "confer/1/login",
    claim.originBytes,
    idBytes(claim.partnership),
    idBytes(claim.user),
    idBytes(claim.device),
    claim.nonce,
  );

/** What a newcomer signs with the invite key to be shown the directory chain. */
export const lookBytes = (partnership: PartnershipId, invite: InviteId): Bytes =>
  fields("confer/1/look", idBytes(partnership), idBytes(invite));
