/**
 * What the screens can see and do. The whole of the application's surface: a screen imports its types from
 * here and is given a `Confer`. Expected failures come back as `Outcome`; nothing here needs a connection
 * except where its comment says so.
 */
import type { CaseFile } from "../domain/case/caseFile.ts";
import type { CaseStanding } from "../domain/case/status.ts";
import type { ConsentEvent } from "../domain/consent.ts";
import type { EntryId, InviteId, ScopeId, UserId } from "../domain/ids.ts";
import type { MeetingDocument } from "../domain/meeting/register.ts";
import type { Access } from "../domain/membership/events.ts";
import type { Profile } from "../domain/panelBook.ts";
import type { Role } from "../domain/roles.ts";
import type { Answers, AnswerValue, FieldPath } from "../forms/answers.ts";
import type { ListedApproval } from "../forms/approvals.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import type { CopyOf } from "../forms/copyOf.ts";
import type { Origins } from "../forms/origins.ts";
import type { ReferralSnapshot } from "../forms/snapshot.ts";
import type { ActionListActions } from "./actionListTypes.ts";
import type { ListedAction } from "./actionTypes.ts";
import type { AlikeCase } from "./alikeCase.ts";
import type { ApprovalActions } from "./approvalTypes.ts";
import type { BlankFormActions } from "./blankFormTypes.ts";
import type { CaseSummary, RecordPlace } from "./caseTypes.ts";
import type { CertificateActions } from "./certificateTypes.ts";
import type { DecisionLogActions } from "./decisionLogTypes.ts";
import type { DisclosureActions } from "./disclosureTypes.ts";
import type { DraftActions } from "./draftTypes.ts";
import type { BackupCopy, BackupState, Imported, UnlockWith } from "./backup/api.ts";
import type { DocumentModel, ExportedPdf, ExportWish } from "./exportTypes.ts";
import type { LetterActions } from "./letterTypes.ts";
import type { Live } from "./live.ts";
import type { MeetingActions } from "./meetingTypes.ts";
import type { MinutesActions } from "./minutesTypes.ts";
import type { NoticeActions, RemindedActions } from "./noticeTypes.ts";
import type { Outcome } from "./outcome.ts";
import type { PackActions } from "./packTypes.ts";
import type { PanelActions, PanelInfo } from "./panelTypes.ts";
import type { PaperActions, PaperView } from "./paperTypes.ts";
import type { PaperWork } from "./paperWork.ts";
import type { FollowThroughActions, ReportActions } from "./reportTypes.ts";
import type { TransferActions } from "./transferTypes.ts";
import type { Filing, NamedFinding, TriageActions } from "./triageTypes.ts";

export type { CaseSummary, RecordPlace } from "./caseTypes.ts";
export type { ExportedPdf } from "./exportTypes.ts";
export type { Outcome, Problem } from "./outcome.ts";

export type Standing =
  /** Joined; a co-ordinator has yet to compare the six words. */
  { readonly kind: "waiting"; readonly words: readonly string[] } | { readonly kind: "admitted" };

export type MyDevice = { readonly addedMs: number; readonly isThis: boolean };

export type Me = {
  /** In the order added. */
  readonly devices: readonly MyDevice[];
  readonly user: UserId;
  readonly roles: readonly Role[];
  readonly profile: Profile | undefined;
  readonly standing: Standing;
};

export type Person = {
  readonly user: UserId | undefined;
  readonly invite: InviteId | undefined;
  readonly profile: Profile | undefined;
  readonly roles: readonly Role[];
  readonly state: "invited" | "invite-expired" | "invite-cancelled" | "to-confirm" | "confirmed";
  readonly expiresMs: number | undefined;
  /** How many devices the directory gives them. */
  readonly devices: number;
  /** For a person to confirm: what they must read out by telephone. */
  readonly words: readonly string[] | undefined;
};

export type { PanelInfo } from "./panelTypes.ts";

export type HistoryLine = {
  readonly entry: EntryId;
  readonly atMs: number;
  readonly who: UserId;
  readonly whoName: string;
  /** A sentence without the name: "answered ‘Current risks’". */
  readonly what: string;
  readonly place: RecordPlace;
};

export type CaseView = {
  readonly summary: CaseSummary;
  readonly file: CaseFile;
  readonly standing: CaseStanding;
  /** The form this case is written on, whatever the panel uses now. Undefined if not on this device. */
  readonly definition: PanelDefinition | undefined;
  readonly formVersion: string;
  readonly origins: Origins;
  readonly answers: Answers;
  /** Narrative answered differently by two people who had not seen each other: a person chooses. */
  readonly conflicts: readonly {
    readonly path: FieldPath;
    readonly versions: readonly {
      readonly entry: EntryId;
      readonly whoName: string;
      readonly atMs: number;
      readonly value: AnswerValue;
    }[];
  }[];
  readonly consent: readonly {
    readonly entry: EntryId;
    readonly atMs: number;
    readonly whoName: string;
    readonly event: ConsentEvent;
  }[];
  /** As submitted, newest first. */
  readonly snapshots: readonly {
    readonly entry: EntryId;
    readonly atMs: number;
    readonly snapshot: ReferralSnapshot;
  }[];
  readonly history: readonly HistoryLine[];
  /** What those who decide found on points of the panel's checklist, oldest first. */
  readonly findings: readonly NamedFinding[];
  readonly filing: Filing | undefined;
  /** In their order; removed ones too. */
  readonly papers: readonly PaperView[];
  readonly approvals: readonly ListedApproval[];
  readonly access: readonly {
    readonly user: UserId;
    readonly name: string;
    readonly access: Access;
    readonly openedMs: number | undefined;
  }[];
  readonly mayEdit: boolean;
  readonly mayDecide: boolean;
};

/** Typing into a draft. `set` is safe within a second; entries are made at pauses. */
export type Editor = {
  readonly answers: Live<Answers>;
  readonly saved: Live<{
    readonly state: "saved" | "saving" | "failed";
    readonly atMs: number | undefined;
    /** Answers that are kept here whole, and are too long to be sent. */
    readonly tooLong: number;
  }>;
  set(path: FieldPath, value: AnswerValue): void;
  /** Makes entries of everything typed so far. Called on leaving a page, and before submitting. */
  flush(): Promise<Outcome>;
  close(): Promise<void>;
};

export type Safety = {
  readonly connection: "online" | "offline" | "unreachable" | "not-our-server";
  /** Since when, for the two latter. */
  readonly sinceMs: number | undefined;
  readonly lastSyncMs: number | undefined;
  readonly savedMs: number | undefined;
  /** Of entries, of typing not yet an entry, and of papers. */
  readonly unsent: number;
  /** Papers added here whose bytes the server has not acknowledged, those it refused among them. */
  readonly unsentPapers: number;
  readonly refused: number;
  readonly quarantined: number;
  readonly waiting: number;
  readonly storageLow: boolean;
  /** The server holds less than this device has seen: restored from a backup. */
  readonly serverWentBack: boolean;
  readonly syncing: boolean;
  /** This device's clock against the server's; negative when behind, undefined while the server never said. */
  readonly clockAheadMs: number | undefined;
};

export type RefusedItem = {
  readonly id: EntryId;
  readonly reference: string | undefined;
  readonly reason: string;
  readonly atMs: number;
};

export type QuarantinedItem = {
  readonly id: EntryId;
  readonly reference: string | undefined;
  readonly fault: string;
};

export type Invited = { readonly link: string; readonly expiresMs: number };

export type Session = DraftActions &
  ApprovalActions &
  PaperActions &
  PaperWork &
  MeetingActions &
  MinutesActions &
  NoticeActions &
  RemindedActions &
  CertificateActions &
  DisclosureActions &
  TransferActions &
  LetterActions &
  ActionListActions &
  BlankFormActions &
  DecisionLogActions &
  FollowThroughActions &
  ReportActions &
  PackActions &
  TriageActions &
  PanelActions & {
    readonly me: Live<Me>;
    readonly partnership: Live<{ readonly name: string; readonly demonstration: boolean } | undefined>;
    readonly people: Live<readonly Person[]>;
    readonly panels: Live<readonly PanelInfo[]>;
    readonly cases: Live<readonly CaseSummary[]>;
    /** Of every case on this device, in the order agreed, case by case. */
    readonly actions: Live<readonly ListedAction[]>;
    readonly safety: Live<Safety>;
    readonly refused: Live<readonly RefusedItem[]>;
    readonly quarantined: Live<readonly QuarantinedItem[]>;
    /** False until everything on the device has been read after unlocking. */
    readonly ready: Live<boolean>;
    /** Reading progress after unlocking: entries read, entries to read. */
    readonly reading: Live<{ readonly done: number; readonly total: number }>;

    /** The case, kept up to date until `close`. Undefined while unknown. */
    watchCase(scope: ScopeId): { readonly view: Live<CaseView | undefined>; close(): void };
    edit(scope: ScopeId): Promise<Editor>;
    /** A new draft, with the eligibility answers already given. */
    startReferral(definitionId: string, answers: Answers): Promise<Outcome<ScopeId>>;
    /**
     * Typing on a screen that is not a draft's answers (a consent record, a decision half made), kept sealed on
     * this device until it becomes a record or is cleared. `name` is the screen's own, and names nobody.
     */
    keepNote(name: string, text: string): Promise<Outcome>;
    readNote(name: string): Promise<string | undefined>;
    clearNote(name: string): Promise<void>;
    recordConsent(scope: ScopeId, event: ConsentEvent): Promise<Outcome>;
    /** Keeps one version of a narrative answer, or a text made of several. */
    settleConflict(scope: ScopeId, path: FieldPath, value: AnswerValue): Promise<Outcome>;
    submit(
      scope: ScopeId,
      declaration: { readonly declaredBy: string; readonly declaration: string; readonly note?: string },
    ): Promise<Outcome>;
    withdraw(scope: ScopeId, reason: string): Promise<Outcome>;
    /** Says to the author that this person has read the case. Once. */
    markOpened(scope: ScopeId): Promise<void>;
    share(scope: ScopeId, user: UserId, access: Access): Promise<Outcome>;
    /** Over every case on this device. Best first. */
    search(words: string): readonly CaseSummary[];
    /** Other cases on this device that look to be about the same person. Newest first; none while it has no name. */
    alikeCases(scope: ScopeId): readonly AlikeCase[];
    /** As it was last submitted; a draft as it stands. Undefined where its form is not on this device. */
    composeReferral(scope: ScopeId): DocumentModel | undefined;
    exportReferral(scope: ScopeId, wish: ExportWish): Promise<Outcome<ExportedPdf>>;
    /**
     * A copy left the app: the whole referral as a PDF, unless it says otherwise. `protectedBy`: the name of the
     * register's password that opens it, where one does.
     */
    recordExport(
      scope: ScopeId,
      how: "download" | "share" | "copy" | "print",
      document?: "referral" | "paper" | "disclosure" | "extract" | "letter",
      protectedBy?: string,
    ): Promise<Outcome>;
    /**
     * What the next PDF or page of a meeting's document for this reader is called; undefined for one that names nobody.
     * Each time another.
     */
    nextCopy(meeting: string, document: MeetingDocument, reader: string): CopyOf | undefined;

    /** Needs a connection, as do the next four. */
    invite(profile: Profile, roles: readonly Role[]): Promise<Outcome<Invited>>;
    cancelInvite(invite: InviteId): Promise<Outcome>;
    confirm(user: UserId): Promise<Outcome>;
    changeRoles(user: UserId, roles: readonly Role[]): Promise<Outcome>;
    adoptDefinition(json: unknown): Promise<Outcome>;
    changePassphrase(passphrase: string): Promise<Outcome>;
    /** Resolves when nothing more can be moved now. */
    syncNow(): Promise<Outcome>;
    readonly backup: Live<BackupState>;
    /** Everything not yet sent, refused or half typed, as one sealed file. */
    saveBackup(): Promise<Outcome<BackupCopy>>;
    /** The file has been handed to the person. */
    noteBackupSaved(madeMs: number): Promise<void>;
    /** Adds what is missing here from a backup of this same person. */
    importBackup(file: Blob, secret: UnlockWith): Promise<Outcome<Imported>>;
    /** An encrypted copy of a refused entry, for a colleague or support. */
    exportRefused(
      id: EntryId,
    ): Promise<Outcome<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly fileName: string }>>;
  };
