import { describe, expect, test } from "vitest";
import { addressKey, createLimiter } from "../../src/server/http/rate.ts";
import { makePerson } from "../support/entries.ts";
import { removeDataDir, startTestServer, TestClient } from "../support/server.ts";

describe("a limiter", () => {
  test("gives so many at once, and so many a second after that", () => {
    let nowMs = 0;
    const limiter = createLimiter({ burst: 3, perSecond: 2 }, () => nowMs);
    const take = (times: number) =>
      Array.from({ length: times }, () => limiter.take("a")).filter(Boolean).length;
    expect(take(5)).toBe(3);
    nowMs = 1000;
    expect(take(5)).toBe(2);
    nowMs = 1_000_000;
    expect(take(5)).toBe(3);
    expect(limiter.take("b")).toBe(true);
  });

  test("does not give more where the clock goes back", () => {
    let nowMs = 10_000;
    const limiter = createLimiter({ burst: 1, perSecond: 1 }, () => nowMs);
    limiter.take("a");
    nowMs = 0;
    expect(limiter.take("a")).toBe(false);
  });

  test("one network of IPv6 addresses counts as one", () => {
    expect(addressKey("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
    expect(addressKey("2001:db8:1:2::9")).toBe("2001:db8:1:2");
    expect(addressKey("2001:db8::9")).toBe("2001:db8:0:0");
    expect(addressKey("::1")).toBe("0:0:0:0");
    expect(addressKey("::ffff:192.0.2.7")).toBe("::ffff:192.0.2.7");
    expect(addressKey("192.0.2.7")).toBe("192.0.2.7");
  });
});

test("a stranger who asks too often is told so, and others are not kept out by a device's limit", async () => {
  const limits = { strangers: { burst: 3, perSecond: 0 }, devices: { burst: 1, perSecond: 0 } };
  const server = await startTestServer({}, { limits });
  const client = new TestClient(server.url);
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) {
    statuses.push((await client.post("/session/challenge", { device: makePerson().device })).status);
  }
  expect(statuses).toEqual([200, 200, 200, 429]);
  await server.close();
  removeDataDir(server.dataDir);
});

test("behind a proxy the address is the one the proxy wrote, not what the sender claims", async () => {
  const limits = { strangers: { burst: 2, perSecond: 0 }, devices: { burst: 1, perSecond: 0 } };
  const server = await startTestServer({ trustProxy: true }, { limits });
  const client = new TestClient(server.url);
  const ask = async (claimed: string, written: string) => {
    const body = { version: 1, device: makePerson().device };
    const headers = { "x-forwarded-for": `${claimed}, ${written}` };
    return (await client.send("POST", "/session/challenge", body, headers)).status;
  };
  const statuses = [await ask("192.0.2.1", "198.51.100.7"), await ask("192.0.2.2", "198.51.100.7")];
  statuses.push(await ask("192.0.2.3", "198.51.100.7"), await ask("192.0.2.3", "198.51.100.8"));
  expect(statuses).toEqual([200, 200, 429, 200]);
  await server.close();
  removeDataDir(server.dataDir);
});
