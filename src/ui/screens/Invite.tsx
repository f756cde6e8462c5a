import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Invited, Session } from "../../app/api.ts";
import type { Profile } from "../../domain/panelBook.ts";
import type { Role } from "../../domain/roles.ts";
import { createAct } from "../act.ts";
import { momentOf } from "../caseFile/when.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { CopyButton } from "../kit/CopyButton.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { PATTERNS } from "../routes.ts";
import { Errors } from "./parts/Errors.tsx";
import { createFieldErrors } from "./parts/fieldErrors.ts";
import { Form } from "./parts/Form.tsx";
import { ProblemNotice } from "./parts/ProblemNotice.tsx";
import { ProfileFields, profileErrors, trimmedProfile } from "./parts/ProfileFields.tsx";
import { RoleTicks } from "./parts/RoleTicks.tsx";

type Typed = { profile: Profile; roles: Role[] };
const NOBODY: Typed = { profile: { name: "", agency: "", position: "" }, roles: [] };
const BACK = { href: PATTERNS.people, text: "People" };

export function Invite(props: { session: Session }): JSX.Element {
  const kept = createKeptDraft(props.session, "invite", NOBODY);
  const [made, setMade] = createSignal<{ invited: Invited; name: string }>();
  const errors = createFieldErrors();
  const profile = (): Profile => trimmedProfile(kept.draft.profile);
  const act = createAct(() => props.session.invite(profile(), [...kept.draft.roles]));
  const submit = async (): Promise<void> => {
    const right = errors.check([
      ...profileErrors(profile(), "their"),
      kept.draft.roles.length === 0 ? { fieldId: "roles", text: "Choose at least one role" } : undefined,
    ]);
    const done = right ? await act.run() : undefined;
    if (done === undefined) return;
    setMade({ invited: done.value, name: profile().name });
    kept.clear();
  };
  return (
    <Show
      when={made()}
      fallback={
        <Show when={kept.ready()}>
          <Page title="Invite somebody" back={BACK} error={errors.list().length > 0}>
            <Errors of={errors} />
            <ProblemNotice problem={act.problem() ?? kept.problem()} />
            <p class="govuk-body">
              This needs a connection. It makes a link that works once, for three days.
            </p>
            <Form
              submitText="Make the link"
              busyText="Making the link and telling the server."
              busy={act.busy()}
              onSubmit={() => void submit()}
            >
              <ProfileFields
                whose="their"
                value={kept.draft.profile}
                onInput={(profile) => kept.set("profile", profile)}
                errors={errors}
              />
              <RoleTicks
                label="What will they be to the partnership?"
                value={kept.draft.roles}
                onChange={(roles) => kept.set("roles", [...roles])}
                error={errors.of("roles")}
              />
            </Form>
          </Page>
        </Show>
      }
    >
      {(link) => <InviteLink {...link()} onAnother={() => setMade(undefined)} />}
    </Show>
  );
}

/** The link is kept nowhere: leaving this page is leaving it. */
function InviteLink(props: { invited: Invited; name: string; onAnother: () => void }): JSX.Element {
  return (
    <Page title="The invite link" heading={`The invite link for ${props.name}`} back={BACK}>
      <TextInput
        id="link"
        label="Link, shown only now"
        hint={`It works once, until ${momentOf(props.invited.expiresMs)}`}
        value={props.invited.link}
        onInput={() => undefined}
        readonly
      />
      <CopyButton text={() => props.invited.link} about="for the invite">
        Copy the link
      </CopyButton>
      <Notice title="How to send it">
        <p>
          Send it to {props.name} alone: your organisation’s own messaging or secure email is best. Do not put
          it in a group chat, a calendar entry or a shared mailbox.
        </p>
        <p>
          Whoever opens it first joins in their place, but can read nothing yet. When they telephone you,
          compare the six words under People, and then confirm them. Use a number that you already have.
        </p>
      </Notice>
      <div class="confer-actions">
        <ButtonLink href={PATTERNS.people}>I have sent it</ButtonLink>
        <Button kind="secondary" onClick={() => props.onAnother()}>
          Invite somebody else
        </Button>
      </div>
    </Page>
  );
}
