import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { UserId } from "../../domain/ids.ts";
import type { Access } from "../../domain/membership/events.ts";
import { createAct } from "../act.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Radios } from "../kit/Radios.tsx";
import { Select } from "../kit/Select.tsx";
import { createLive } from "../live.ts";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, needed } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { momentOf } from "./when.ts";

const ACCESS_NAMES = {
  read: "Can read",
  contribute: "Can read and write",
  lead: "Can read, write and share",
} satisfies Record<Access, string>;

/** Who can read the case, and when they first did. Nobody else can, the server included. */
export function AccessTab(props: { session: Session; open: OpenCase }): JSX.Element {
  const me = createLive(props.session.me);
  const mayShare = (): boolean =>
    props.open.view().access.some(({ user, access }) => user === me().user && access === "lead");
  return (
    <>
      <div class="confer-scroll" tabindex="0" role="region" aria-label="Who can read this case">
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-table__caption--s">Who can read this case</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                Person
              </th>
              <th scope="col" class="govuk-table__header">
                What they can do
              </th>
              <th scope="col" class="govuk-table__header">
                First opened
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            <For each={props.open.view().access}>
              {(each) => (
                <tr class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">
                    {each.name}
                    {each.user === me().user ? " (you)" : ""}
                  </th>
                  <td class="govuk-table__cell">{ACCESS_NAMES[each.access]}</td>
                  <td class="govuk-table__cell">
                    {each.user === props.open.view().summary.author
                      ? "Wrote it"
                      : each.openedMs === undefined
                        ? "Not yet"
                        : momentOf(each.openedMs)}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={mayShare()}>
        <ShareForm {...props} />
      </Show>
      <Show when={props.open.view().mayDecide}>
        <h2 class="govuk-heading-m">If the person asks to see what is held about them</h2>
        <p class="govuk-body confer-measure">
          Read everything that this case holds, mark what the law lets you withhold, and make a copy for them.
        </p>
        <ButtonLink kind="secondary" href={props.open.href("disclosure")}>
          Prepare a copy for the person
        </ButtonLink>
      </Show>
    </>
  );
}

function ShareForm(props: { session: Session; open: OpenCase }): JSX.Element {
  const people = createLive(props.session.people);
  const [user, setUser] = createSignal("");
  const [access, setAccess] = createSignal<Access>("read");
  const [shared, setShared] = createSignal("");
  const errors = createFieldErrors();
  const share = createAct(props.session.share.bind(props.session));
  const others = createMemo(() => {
    const has = new Set<string>(props.open.view().access.map((each) => each.user));
    return people().flatMap((person) =>
      person.state === "confirmed" && person.user !== undefined && !has.has(person.user)
        ? [{ value: person.user, label: labelOf(person.profile) }]
        : [],
    );
  });
  const submit = (): void => {
    setShared("");
    if (!errors.check([needed("share-with", user(), "Choose whom to share with")])) return;
    const name = others().find(({ value }) => value === user())?.label ?? "They";
    void share.run(props.open.scope, user() as UserId, access()).then((done) => {
      if (!done) return;
      setUser("");
      setShared(`${name} can read this case as soon as their device has been online.`);
    });
  };
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 class="govuk-heading-m">Share with another person</h2>
      <Errors of={errors} />
      <Show
        when={others().length > 0}
        fallback={<p class="govuk-body">Everyone who has been confirmed can read this case already.</p>}
      >
        <WhomAndWhat
          others={others()}
          user={user()}
          onUser={setUser}
          access={access()}
          onAccess={setAccess}
          error={errors.of("share-with")}
        />
        <Button type="submit" busy={share.busy()}>
          Share the case
        </Button>
      </Show>
      <ProblemNotice problem={share.problem()} />
      <div role="status">
        <Show when={shared()}>
          <Notice tone="good">{shared()}</Notice>
        </Show>
      </div>
    </form>
  );
}

function WhomAndWhat(props: {
  others: readonly { value: string; label: string }[];
  user: string;
  onUser: (user: string) => void;
  access: Access;
  onAccess: (access: Access) => void;
  error: string | undefined;
}): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        They can read everything in the case, now and from before. This cannot be taken back in this version.
      </p>
      <Select
        id="share-with"
        label="Person"
        error={props.error}
        options={props.others}
        value={props.user}
        onChange={props.onUser}
      />
      <Radios
        id="share-access"
        label="What may they do?"
        legendSize="s"
        options={[
          { value: "read", label: "Read" },
          { value: "contribute", label: "Read and write" },
        ]}
        value={props.access}
        onChange={(value) => props.onAccess(value as Access)}
      />
    </>
  );
}

const labelOf = (
  profile: { readonly name: string; readonly agency: string; readonly position: string } | undefined,
): string =>
  profile === undefined
    ? "Somebody without a name yet"
    : [profile.name, profile.position, profile.agency].filter((part) => part !== "").join(", ");
