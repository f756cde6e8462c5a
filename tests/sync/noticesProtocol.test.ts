/** The wire of notices: which shapes are taken and which refused. */
import { describe, expect, test } from "vitest";
import {
  AddressRequest,
  CalendarDay,
  CalendarRequest,
  Choices,
  ChoicesRequest,
  ConfirmAddressRequest,
  DEFAULT_CHOICES,
  FailedReply,
  MAX_REMINDERS,
  NoticeState,
  PushEndRequest,
  PushSubscriptionRequest,
  Reminder,
  ReminderSort,
  RemindersReply,
  RemindersRequest,
  SentReply,
  SentRequest,
  TryRequest,
} from "../../src/sync/noticesProtocol.ts";
import { newId } from "../support/entries.ts";

const version = 1;
const reminder = (more: object = {}) => ({
  id: newId(),
  for: newId(),
  sort: "own",
  due: "2026-12-24",
  days: ["2026-12-17", "2026-12-24"],
  ...more,
});
const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe("the wire of notices", () => {
  test("takes the choices it begins with, and times of the day alone", () => {
    expect(Choices.parse(DEFAULT_CHOICES)).toEqual(DEFAULT_CHOICES);
    expect(takes(ChoicesRequest, { version, choices: DEFAULT_CHOICES })).toBe(true);
    for (const at of ["24:00", "8:00", "08:00:00", "noon"]) {
      expect(takes(Choices, { ...DEFAULT_CHOICES, at })).toBe(false);
    }
  });

  test("takes a reminder without a word in it, and drops whatever else was sent", () => {
    expect(Reminder.parse(reminder({ title: "CANARY" }))).not.toHaveProperty("title");
    expect(ReminderSort.options).toEqual(["own", "chase"]);
    for (const wrong of [{ due: "2026-02-30" }, { days: [] }, { days: Array(21).fill("2026-12-01") }]) {
      expect(takes(Reminder, reminder(wrong))).toBe(false);
    }
  });

  test("takes so many reminders at once and no more", () => {
    const set = Array.from({ length: MAX_REMINDERS }, () => reminder());
    const drop = set.map(({ id, for: whom }) => ({ id, for: whom }));
    expect(takes(RemindersRequest, { version, set, drop })).toBe(true);
    expect(takes(RemindersRequest, { version, set: [...set, reminder()], drop: [] })).toBe(false);
    expect(takes(RemindersReply, { version, refused: 3 })).toBe(true);
  });

  test("takes which reminders are asked after, and answers with days alone", () => {
    const of = { id: newId(), for: newId() };
    expect(SentRequest.parse({ version, of: [{ ...of, title: "CANARY" }] }).of).toEqual([of]);
    expect(takes(SentRequest, { version, of: Array(MAX_REMINDERS + 1).fill(of) })).toBe(false);
    const sent = { ...of, on: "2026-12-01", unsent: null };
    expect(SentReply.parse({ version, sent: [sent] }).sent).toEqual([sent]);
    expect(takes(SentReply, { version, sent: [{ ...sent, unsent: "" }] })).toBe(false);
  });

  test.each(["somebody", "a@b", "a@example.org\r\nBcc: b@example.org", "<a@example.org>", "a@example.org,b"])(
    "refuses the address %j",
    (address) => {
      expect(takes(AddressRequest, { version, address })).toBe(false);
    },
  );

  test("takes an address, a code of eight figures, a test and the end of a device", () => {
    expect(takes(AddressRequest, { version, address: "riley@example.org" })).toBe(true);
    expect(takes(ConfirmAddressRequest, { version, code: "01234567" })).toBe(true);
    expect(takes(ConfirmAddressRequest, { version, code: "1234567" })).toBe(false);
    expect(takes(TryRequest, { version })).toBe(true);
    expect(takes(PushEndRequest, { version, endpoint: "https://push.example/1" })).toBe(true);
  });

  test("takes a subscription whose keys have their lengths", () => {
    const keys = { p256dh: "A".repeat(87), auth: "A".repeat(22) };
    const subscription = { version, endpoint: "https://push.example/1", keys };
    expect(takes(PushSubscriptionRequest, subscription)).toBe(true);
    expect(takes(PushSubscriptionRequest, { ...subscription, endpoint: "file:///etc/passwd" })).toBe(false);
    expect(takes(PushSubscriptionRequest, { ...subscription, keys: { ...keys, auth: "A" } })).toBe(false);
  });

  test("takes days of a calendar, with or without times", () => {
    const whole = { id: newId(), kind: "action", day: "2026-12-24" };
    const meeting = { id: newId(), kind: "meeting", day: "2026-12-24", from: "10:00", to: "12:00" };
    expect(CalendarDay.parse({ ...whole, title: "CANARY" })).toEqual(whole);
    expect(takes(CalendarRequest, { version, days: [whole, meeting] })).toBe(true);
    expect(takes(CalendarRequest, { version, days: [{ ...whole, kind: "visit" }] })).toBe(false);
  });

  test("answers how things stand, and what could not be delivered", () => {
    const state = {
      version,
      choices: DEFAULT_CHOICES,
      mailOffered: true,
      address: { text: "riley@example.org", confirmed: false },
      mailFailing: false,
      pushKey: "B",
      pushDevices: 0,
      calendar: null,
    };
    expect(NoticeState.parse(state)).toEqual(state);
    const failed = [{ user: newId(), way: "mail", sinceMs: 1, reason: "refused" }];
    expect(takes(FailedReply, { version, failed })).toBe(true);
  });
});
