/** What people do in a schedule: each picks something possible on their own device and does it there. */
import type { Outcome } from "../../src/app/api.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { ScopeId, UserId } from "../../src/domain/ids.ts";
import type { Access } from "../../src/domain/membership/events.ts";
import { questionPath } from "../../src/forms/answers.ts";
import type { Random } from "./random.ts";
import type { Shared } from "./witness.ts";

const PLAIN = [questionPath("person", "name"), questionPath("person", "knownAs")];
/** Long text: two people's versions both stand until one of them chooses. */
export const NARRATIVE = questionPath("concerns", "specificConcerns");

export type Done = {
  readonly what: string;
  readonly outcome: Outcome<unknown>;
  readonly shared?: readonly Shared[];
};
export type Scene = {
  readonly session: OpenSession;
  readonly random: Random;
  readonly me: UserId;
  /** Those who may be let into a case. */
  readonly participants: readonly UserId[];
  /** A different text each time. */
  readonly token: () => string;
  readonly mayShare: boolean;
};

type Action = (scene: Scene) => Promise<Done> | undefined;

const accessOf = ({ session, me }: Scene, scope: ScopeId): Access | undefined => {
  const watched = session.watchCase(scope);
  watched.close();
  return watched.view.value?.access.find((each) => each.user === me)?.access;
};

const casesWhere = (
  scene: Scene,
  wanted: (status: string, access: Access, mine: boolean) => boolean,
): ScopeId[] =>
  scene.session.cases.value
    .filter(({ scope, status, mine }) => {
      const access = accessOf(scene, scope);
      return access !== undefined && wanted(status, access, mine);
    })
    .map(({ scope }) => scope)
    .toSorted();

/** One of those cases, if there is any. */
const aCase = (scene: Scene, wanted: Parameters<typeof casesWhere>[1]): ScopeId | undefined => {
  const found = casesWhere(scene, wanted);
  return found.length > 0 ? scene.random.pick(found) : undefined;
};

const mayWrite = (_: string, access: Access) => access !== "read";

async function type(scene: Scene, scope: ScopeId, paths: readonly string[]): Promise<Outcome> {
  const editor = await scene.session.edit(scope);
  for (const path of paths) editor.set(path as never, scene.token());
  return editor.flush();
}

const answer: Action = (scene) => {
  const scope = aCase(scene, mayWrite);
  if (!scope) return undefined;
  const paths = PLAIN.filter(() => scene.random.chance(0.7));
  const chosen = paths.length > 0 ? paths : PLAIN.slice(0, 1);
  return type(scene, scope, chosen).then((outcome) => ({ what: "answer", outcome }));
};

const narrate: Action = (scene) => {
  const scope = aCase(scene, mayWrite);
  return scope && type(scene, scope, [NARRATIVE]).then((outcome) => ({ what: "narrate", outcome }));
};

const open: Action = (scene) => {
  if (scene.session.cases.value.length >= 3 || scene.session.panels.value.length === 0) return undefined;
  const answers = new Map([[questionPath("person", "name"), scene.token()]]);
  return scene.session
    .startReferral("ashfield", answers)
    .then((outcome) => ({ what: "open a case", outcome }));
};

const submit: Action = (scene) => {
  if (!scene.mayShare) return undefined;
  const scope = aCase(scene, (status, _, mine) => mine && (status === "draft" || status === "returned"));
  const declaration = { declaredBy: "Worker", declaration: "True" };
  return scope && scene.session.submit(scope, declaration).then((outcome) => ({ what: "submit", outcome }));
};

const share: Action = (scene) => {
  if (!scene.mayShare) return undefined;
  const scope = aCase(scene, (_, access) => access === "lead");
  if (!scope) return undefined;
  const user = scene.random.pick(scene.participants);
  const access = scene.random.pick(["read", "contribute", "lead"] as const);
  return scene.session.share(scope, user, access).then((outcome) => {
    return { what: `share (${access})`, outcome, shared: [{ scope, user, access }] };
  });
};

const decide: Action = (scene) => {
  const scope = aCase(scene, (status, access) => status === "submitted" && access === "lead");
  if (!scope) return undefined;
  const { session, random, token } = scene;
  return random.chance(0.5)
    ? session.accept(scope, { note: token() }).then((outcome) => ({ what: "accept", outcome }))
    : session
        .returnForInformation(scope, [{ text: token() }], token())
        .then((outcome) => ({ what: "return", outcome }));
};

const settle: Action = (scene) => {
  const scope = aCase(scene, mayWrite);
  if (!scope) return undefined;
  const watched = scene.session.watchCase(scope);
  watched.close();
  const conflict = watched.view.value?.conflicts[0];
  return (
    conflict &&
    scene.session
      .settleConflict(scope, conflict.path, scene.token())
      .then((outcome) => ({ what: "settle", outcome }))
  );
};

/** Often enough for cases to be opened, sent and argued over within twenty steps. */
const CHOICES: readonly Action[] = [
  open,
  open,
  answer,
  answer,
  narrate,
  narrate,
  submit,
  submit,
  share,
  decide,
  settle,
];

/** Does one thing that is possible now; undefined where nothing chosen was. */
export function act(scene: Scene): Promise<Done> | undefined {
  for (let attempt = 0; attempt < 6; attempt++) {
    const started = scene.random.pick(CHOICES)(scene);
    if (started) return started;
  }
  return undefined;
}
