/** The rules of docs/protocol.md section 4, one sentence each, over real signatures. */
import { beforeEach, describe, expect, it } from "vitest";
import type { DirectoryState, ScopeState } from "../../../src/domain/membership/state.ts";
import { applyToDirectory, applyToScope } from "../../../src/domain/membership/apply.ts";
import { checkContent } from "../../../src/domain/membership/content.ts";
import type { Entry } from "../../../src/domain/entry.ts";
import type { EntryHash, ScopeId } from "../../../src/domain/ids.ts";
import {
  makePerson,
  onAnotherDevice,
  newId,
  TestPartnership,
  type TestPerson,
  verifier,
} from "../../support/entries.ts";

const NOW = 1_795_683_600_000;
let panel: TestPartnership;
let lead: TestPerson;
let other: TestPerson;
let directory: DirectoryState | undefined;

const apply = (entry: Entry) => applyToDirectory(directory, entry, verifier);
const faultOf = (entry: Entry) => {
  const applied = apply(entry);
  return applied.ok ? "taken" : applied.fault;
};
function take(entry: Entry): void {
  const applied = apply(entry);
  if (!applied.ok) throw new Error(applied.fault);
  directory = applied.state;
}
const attempt = (make: () => Entry) => faultOf(panel.attempt(make));

/** Invited, accepted and confirmed. */
function admit(person: TestPerson, roles: Parameters<TestPartnership["invite"]>[1]): void {
  const { entry, invite } = panel.invite(lead, roles);
  take(entry);
  take(panel.accept(person, invite));
  take(panel.confirm(lead, person));
}

beforeEach(() => {
  panel = new TestPartnership(() => NOW);
  lead = makePerson();
  other = makePerson();
  directory = undefined;
  take(panel.found(lead));
});

describe("a partnership", () => {
  it("is founded once, by somebody who becomes its co-ordinator", () => {
    expect(attempt(() => panel.found(other))).not.toBe("taken");
    const second = new TestPartnership(() => NOW);
    expect(applyToDirectory(undefined, second.found(other, ["member"]), verifier)).toEqual({
      ok: false,
      fault: "last-coordinator",
    });
    expect(
      applyToDirectory(
        undefined,
        panel.attempt(() => panel.invite(lead, ["member"]).entry),
        verifier,
      ),
    ).toEqual({
      ok: false,
      fault: "not-allowed",
    });
  });

  it("keeps its last co-ordinator", () => {
    const event = { type: "role", user: lead.user, roles: ["chair"] } as const;
    expect(attempt(() => panel.membership(lead, panel.panel, event))).toBe("last-coordinator");
    admit(other, ["coordinator"]);
    expect(attempt(() => panel.membership(lead, panel.panel, event))).toBe("taken");
  });

  it("does not count a co-ordinator whom nobody has confirmed", () => {
    const { entry, invite } = panel.invite(lead, ["coordinator"]);
    take(entry);
    take(panel.accept(other, invite));
    const event = { type: "role", user: lead.user, roles: ["chair"] } as const;
    expect(attempt(() => panel.membership(lead, panel.panel, event))).toBe("last-coordinator");
  });
});

describe("an invite", () => {
  it("is accepted once: the second finds it closed", () => {
    const { entry, invite } = panel.invite(lead, ["referrer"]);
    take(entry);
    take(panel.accept(other, invite));
    expect(attempt(() => panel.accept(makePerson(), invite))).toBe("invite-closed");
  });

  it("is not accepted once cancelled, nor cancelled once accepted", () => {
    const { entry, invite } = panel.invite(lead, ["referrer"]);
    take(entry);
    const cancel = () =>
      panel.membership(lead, panel.panel, { type: "cancel-invite", invite: invite.invite });
    expect(attempt(() => panel.accept(other, invite))).toBe("taken");
    take(cancel());
    expect(attempt(() => panel.accept(other, invite))).toBe("invite-closed");
    expect(attempt(cancel)).toBe("invite-closed");
  });

  it("runs out: the last millisecond is in time, the next is not", () => {
    for (const [expiresMs, fault] of [
      [NOW, "taken"],
      [NOW - 1, "invite-expired"],
    ] as const) {
      const { entry, invite } = panel.invite(lead, ["referrer"], expiresMs);
      take(entry);
      expect(attempt(() => panel.accept(makePerson(), invite))).toBe(fault);
    }
  });

  it("is accepted only with its own key", () => {
    const one = panel.invite(lead, ["referrer"]);
    take(one.entry);
    const another = panel.invite(lead, ["chair"]);
    take(another.entry);
    const crossed = { invite: another.invite.invite, pair: one.invite.pair };
    expect(attempt(() => panel.accept(other, crossed))).toBe("bad-signature");
  });

  it("gives the roles that the co-ordinator wrote into it, whatever the newcomer would like", () => {
    admit(other, ["referrer"]);
    expect(directory?.users.get(other.user)?.roles).toEqual(["referrer"]);
  });

  it("cannot be accepted by somebody who is here already, or on a device that is", () => {
    const { entry, invite } = panel.invite(lead, ["chair"]);
    take(entry);
    expect(attempt(() => panel.accept(lead, invite))).toBe("already");
    expect(attempt(() => panel.accept({ ...other, device: lead.device }, invite))).toBe("already");
  });
});

describe("a newcomer", () => {
  it("is confirmed by another, over the very keys that were read out", () => {
    const { entry, invite } = panel.invite(lead, ["coordinator"]);
    take(entry);
    take(panel.accept(other, invite));
    expect(attempt(() => panel.confirm(other, other))).toBe("not-allowed");
    const swapped = { ...other, keys: { ...other.keys, userBox: makePerson().keys.userBox } };
    expect(attempt(() => panel.confirm(lead, swapped))).toBe("not-allowed");
    expect(attempt(() => panel.confirm(lead, other))).toBe("taken");
  });

  it("is granted nothing before", () => {
    const { entry, invite } = panel.invite(lead, ["coordinator"]);
    take(entry);
    take(panel.accept(other, invite));
    expect(attempt(() => panel.grant(lead, panel.panel, other, "contribute"))).toBe("unknown-user");
    const opened = panel.open(other).entry;
    expect(applyToScope(undefined, opened, directory as DirectoryState, verifier)).toEqual({
      ok: false,
      fault: "not-allowed",
    });
  });
});

describe("a device", () => {
  it("is added by the person's own user key, once, and then signs for that person only", () => {
    admit(other, ["member"]);
    const second = onAnotherDevice(other);
    const stolen = { ...second, userPair: lead.userPair };
    expect(attempt(() => panel.addDevice({ ...other, userPair: lead.userPair }, stolen))).toBe(
      "bad-signature",
    );
    take(panel.addDevice(other, second));
    expect(attempt(() => panel.addDevice(other, second))).toBe("already");
    expect(
      attempt(() => panel.confirm({ ...lead, device: second.device, devicePair: second.devicePair }, other)),
    ).toBe("unknown-device");
  });
});

describe("a case", () => {
  let scope: ScopeId;
  let state: ScopeState;
  const takeInto = (entry: Entry) => {
    const applied = applyToScope(state, entry, directory as DirectoryState, verifier);
    if (!applied.ok) throw new Error(applied.fault);
    state = applied.state;
  };
  const scopeFault = (make: () => Entry) => {
    const applied = applyToScope(state, panel.attempt(make), directory as DirectoryState, verifier);
    return applied.ok ? "taken" : applied.fault;
  };

  beforeEach(() => {
    admit(other, ["member"]);
    const opened = panel.open(lead);
    ({ scope } = opened);
    const applied = applyToScope(undefined, opened.entry, directory as DirectoryState, verifier);
    if (!applied.ok) throw new Error(applied.fault);
    ({ state } = applied);
  });

  it("is granted by whoever leads it, and by nobody else, whatever their role", () => {
    takeInto(panel.grant(lead, scope, other, "contribute"));
    expect(scopeFault(() => panel.grant(other, scope, other, "lead"))).toBe("not-allowed");
    takeInto(panel.grant(lead, scope, other, "lead"));
    expect(scopeFault(() => panel.grant(other, scope, lead, "lead"))).toBe("taken");
  });

  it("takes access away from nobody by a grant", () => {
    takeInto(panel.grant(lead, scope, other, "lead"));
    expect(scopeFault(() => panel.grant(lead, scope, other, "read"))).toBe("already");
  });

  it("is granted only to somebody in the directory, in an epoch and a generation that exist", () => {
    expect(scopeFault(() => panel.grant(lead, scope, makePerson(), "read"))).toBe("unknown-user");
    const event = { type: "grant", user: other.user, access: "read", wrap: new Uint8Array(1193) } as const;
    expect(scopeFault(() => panel.membership(lead, scope, { ...event, epoch: 2, generation: 1 }))).toBe(
      "stale-epoch",
    );
    expect(scopeFault(() => panel.membership(lead, scope, { ...event, epoch: 1, generation: 2 }))).toBe(
      "stale-epoch",
    );
  });

  it("continues its chain exactly, in its own partnership, knowing the directory", () => {
    const event = {
      type: "grant",
      user: other.user,
      epoch: 1,
      generation: 1,
      access: "read",
      wrap: new Uint8Array(1193),
    } as const;
    const with_ = (header: object) => scopeFault(() => panel.membership(lead, scope, event, { header }));
    expect(with_({ head: undefined })).toBe("head-moved");
    expect(with_({ head: "B".repeat(42) + "A" })).toBe("unknown-head");
    expect(with_({ partnership: newId() })).toBe("wrong-partnership");
    expect(with_({ directory: undefined })).toBe("directory-unknown");
    expect(with_({ directory: ("B".repeat(42) + "A") as EntryHash })).toBe("directory-unknown");
    expect(with_({})).toBe("taken");
  });

  it("lets somebody raised from reading to writing write from then on, and not before", () => {
    takeInto(panel.grant(lead, scope, other, "read"));
    const early = panel.attempt(() => panel.content(other, scope));
    expect(checkContent(early, state, directory as DirectoryState, verifier)).toBe("not-allowed");
    takeInto(panel.grant(lead, scope, other, "contribute"));
    const before = early.header.head as EntryHash;
    const backdated = panel.attempt(() => panel.content(other, scope, { header: { head: before } }));
    expect(checkContent(backdated, state, directory as DirectoryState, verifier)).toBe("not-allowed");
    expect(
      checkContent(panel.content(other, scope), state, directory as DirectoryState, verifier),
    ).toBeUndefined();
  });

  it("keeps what somebody wrote while they may, after they are raised further", () => {
    takeInto(panel.grant(lead, scope, other, "contribute"));
    const written = panel.content(other, scope);
    takeInto(panel.grant(lead, scope, other, "lead"));
    expect(checkContent(written, state, directory as DirectoryState, verifier)).toBeUndefined();
  });
});
