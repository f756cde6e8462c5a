/** The browser that the tests read pushes with, against the published example. */
import { expect, test } from "vitest";
import { decryptPush, makeBrowserKeys } from "../support/pushService.ts";

const bytes = (text: string) => Buffer.from(text, "base64url");

test("the tests' browser reads the example of RFC 8291, section 5, and nothing that was changed", () => {
  const keys = makeBrowserKeys(
    bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"),
    bytes("BTBZMqHH6r4Tts7J_aSIgg"),
  );
  const body = bytes(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  );
  expect(decryptPush(body, keys)).toBe("When I grow up, I want to be a watermelon");
  body.writeUInt8(body.readUInt8(body.length - 1) ^ 1, body.length - 1);
  expect(() => decryptPush(body, keys)).toThrow();
});
