/**
 * A whole cycle of each panel, by its own rules, on the screens of the people who do it: a referral is sent, agreed
 * to, returned, answered, accepted, put on an agenda, prepared, heard with no network, signed for, acted on, reviewed
 * at a second meeting, closed, and counted in the yearly report. A bank holiday stands before the first meeting.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import {
  agreedWords,
  closeCase,
  circulateMinutes,
  PROGRESS,
  readDecision,
  readReport,
  recordFollowUp,
  reportProgress,
  reviewedWords,
  signMinutes,
  updateAction,
} from "./support/cycleAfter.ts";
import {
  acceptFor,
  agree,
  answerGap,
  makeAgenda,
  readDeadline,
  returnWithGap,
  sayWhatIsKnown,
  sendOut,
  sendReferral,
} from "./support/cycleBefore.ts";
import {
  agreeActions,
  askForReport,
  decide,
  endItem,
  enterRoom,
  open,
  reviewActions,
  writeNotes,
} from "./support/cycleRoom.ts";
import { CHAIR, type Cycle, makeCycle, MEMBER, SUBJECT, WORKER } from "./support/cycleWorld.ts";
import { makeWatcher } from "./support/looks.ts";
import { STORE } from "./support/world.ts";

describe.each(SHIPPED_PANELS)(`a whole cycle of $name, on ${STORE}`, (panel) => {
  let cycle: Cycle;
  let reports = false;
  const names = () => [SUBJECT, CHAIR, MEMBER, WORKER];
  const hand = makeWatcher("finger", names);
  const people = () => [cycle.lead, cycle.chair, cycle.member, cycle.worker];

  beforeAll(async () => {
    cycle = await makeCycle(panel);
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => cycle.world.picture(`cycle-${panel.id}-${task.name}`));
  });

  afterAll(async () => {
    await cycle?.world.close();
  });

  it("[ASH-01] [HER-01] [HAR-01] [OXF-01] [GAP-14] says by when to send a referral, counting over a bank holiday", async () => {
    await readDeadline(cycle);
  });

  it("[HER-51] [HAR-69] [OXF-09] is agreed to by whom the panel wants asked, and sent", async () => {
    await agree(cycle);
    await sendReferral(cycle);
  });

  it("[ASH-75] [ASH-08] is returned for what is missing, and sent again under its reference", async () => {
    await returnWithGap(cycle);
    await answerGap(cycle);
  });

  it("is accepted for a named meeting, which its author reads", async () => {
    await acceptFor(cycle, cycle.first);
  });

  it("[ASH-07] [HER-03] [HAR-03] [OXF-02] is put on an agenda, which goes out by the panel's own days", async () => {
    await makeAgenda(cycle, cycle.first, undefined);
    await sendOut(cycle, cycle.first);
  });

  it("[ASH-53] [HER-58] [HAR-17] [OXT-31] is prepared for: a member says what their agency knows", async () => {
    await sayWhatIsKnown(cycle, cycle.first);
  });

  it("[ASH-05] [ASH-84] [ASH-89] [HER-07] [HER-41] [HAR-07] [HAR-72] [OXT-03] [OXT-58] is heard with the network off", async () => {
    await enterRoom(cycle, cycle.first);
    await cycle.chair.page.getByRole("button", { name: new RegExp(cycle.reference) }).waitFor();
    for (const person of people()) await person.offline(true);
    await cycle.chair.page.getByText(/^No connection/).waitFor();
    await open(cycle);
    await writeNotes(cycle, cycle.first);
    await decide(cycle);
    await agreeActions(cycle);
    reports = await askForReport(cycle);
    await endItem(cycle);
    await cycle.chair.page.getByText(/^No connection/).waitFor();
    for (const person of people()) await person.offline(false);
  });

  it("[ASH-85] [HAR-65] [HAR-66] [OXT-85] [OXT-88] has minutes that the chair signs, and members and the referrer read", async () => {
    await signMinutes(cycle, cycle.first, agreedWords(cycle));
    await circulateMinutes(cycle, cycle.first, agreedWords(cycle));
    await hand.look(cycle.worker.page, `the cycle of ${panel.id}, minutes read by who referred it`);
  });

  it("[ASH-82] tells whoever referred it what the panel decided, and why", async () => {
    await readDecision(cycle);
  });

  it("[OXT-33] [OXT-63] has its actions brought up to date by whoever does them, and followed up", async () => {
    await updateAction(cycle);
    if (reports) await reportProgress(cycle);
    await recordFollowUp(cycle);
  });

  it("[ASH-86] [OXF-05] [OXT-92] is heard again, with what was agreed gone through first", async () => {
    const kind = cycle.definition.meeting.agendaKinds.find((each) => each.for === "heardBefore");
    await makeAgenda(cycle, cycle.second, kind?.label);
    await sendOut(cycle, cycle.second);
    await enterRoom(cycle, cycle.second);
    await open(cycle);
    await reviewActions(cycle, reports ? PROGRESS : undefined);
    await hand.look(cycle.chair.page, `the cycle of ${panel.id}, a case heard again`);
    await decide(cycle);
    await endItem(cycle);
    await signMinutes(cycle, cycle.second, reviewedWords(cycle, reports));
  });

  it("[OXT-04] is closed, and counted in the yearly report", async () => {
    await closeCase(cycle);
    await readReport(cycle, reports);
  });

  it("breaks no rule of the page", () => {
    expect(hand.faults).toEqual([]);
    expect(people().flatMap(({ watched }) => watched.faults)).toEqual([]);
  });
});
