import { createEffect, createMemo, createResource, createSignal, For, onCleanup, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { CheckedMinutes } from "../../../app/minutesTypes.ts";
import {
  READ_MINUTES,
  receiptsOf,
  signedMinutes,
  type SignedMinutes,
} from "../../../domain/meeting/minutes.ts";
import { ProtectedPdf } from "../../caseFile/ProtectedPdf.tsx";
import { momentOf } from "../../caseFile/when.ts";
import { ReadHere } from "../../documents/ReadHere.tsx";
import { Button } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Select } from "../../kit/Select.tsx";
import { Tag } from "../../kit/Tag.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import type { OpenMeeting } from "../MeetingGate.tsx";
import { CheckOutside } from "./CheckOutside.tsx";
import { Circulation } from "./Circulation.tsx";
import { PrintedPage } from "./PrintedPage.tsx";
import { printedOf } from "./reading.ts";
import { makeTaking, type Taking } from "./taking.ts";

/** Minutes that were signed or published: fixed, checked part by part against what was signed. */
export function FinalMinutes(props: {
  session: Session;
  open: OpenMeeting;
  leads: boolean;
  /** Undefined for whoever may not. */
  onAmend: (() => void) | undefined;
}): JSX.Element {
  const view = () => props.open.view();
  const all = createMemo(() => signedMinutes(view().file));
  const [chosen, setChosen] = createSignal("");
  const signed = createMemo(() => all().find(({ entry }) => entry === chosen()) ?? all().at(-1));
  const [reader, setReader] = createSignal("");
  const take = (): Taking =>
    makeTaking({ session: props.session, meeting: props.open.key, signed: () => signed()?.entry, reader });
  /** The PDF that was made last, and the page that was opened last. */
  const [pdf, page] = [take(), take()];
  const [pageOpen, setPageOpen] = createSignal(false);
  const isCurrent = () => signed()?.entry === all().at(-1)?.entry;
  // The cases may arrive after the meeting: they are looked at again when one has changed.
  const [checked] = createResource(
    () => {
      const entries = [...view().cases.values()].map(({ file }) => file.entries.length);
      return `${signed()?.entry} ${entries.join(" ")}`;
    },
    async () => {
      const which = signed();
      const read = which && (await props.session.readMinutes(props.open.key, which.entry));
      return which && read && { which, read };
    },
  );
  const printed = createMemo(() => {
    const found = checked.latest;
    return found && printedOf(view(), found.which, found.read);
  });
  createReceipt(props, isCurrent);
  return (
    <>
      <Show when={signed()}>{(which) => <Stamp signed={which()} current={isCurrent()} />}</Show>
      <Show when={all().length > 1}>
        <div class="confer-no-print">
          <Select
            id="minutes-version"
            label="Which version"
            prompt="The one that counts"
            options={all().map(({ entry, order }, at) => ({
              value: entry,
              label: `${at === 0 ? "First signed" : "Amended"} ${momentOf(order[0])}`,
            }))}
            value={chosen()}
            onChange={setChosen}
          />
        </div>
      </Show>
      <Show when={checked.latest}>{(found) => <Checked read={found().read} open={props.open} />}</Show>
      <div class="confer-minutes">
        <div class="confer-minutes__record">
          <Show when={isCurrent() && signed()}>
            {(which) => (
              <Show when={view().mayRun}>
                <Circulation {...props} signed={which()} />
              </Show>
            )}
          </Show>
          <Show when={printed()}>
            {(found) => (
              <>
                <div class="confer-no-print">
                  <TextInput
                    id="minutes-reader"
                    label="Who is the next copy for?"
                    hint="A PDF or a copy on paper: their name is on every page with the number of the copy, and kept with the meeting and in the history of each case. Leave empty for a copy that names nobody."
                    value={reader()}
                    onInput={setReader}
                  />
                </div>
                <ProtectedPdf
                  session={props.session}
                  panel={view().definition.id}
                  begins={() => props.session.composeMinutes({ ...found(), copy: pdf.copy() })}
                  make={(wish) => props.session.exportMinutes({ ...found(), copy: pdf.next() }, wish)}
                  record={(how, by) => pdf.record(how, by)}
                />
              </>
            )}
          </Show>
          <Show when={printed()}>{(found) => <CheckOutside standing={found().standing} />}</Show>
          <Show when={isCurrent() && props.onAmend}>
            {(amend) => (
              <section class="confer-no-print" aria-labelledby="amend-title">
                <h2 class="govuk-heading-m" id="amend-title">
                  Something is wrong in them?
                </h2>
                <p class="govuk-body">
                  Change the record, then sign again with a reason. These minutes stay, marked as superseded.
                </p>
                <Button kind="secondary" onClick={() => amend()()}>
                  Amend the minutes
                </Button>
              </section>
            )}
          </Show>
        </div>
        <div class="confer-minutes__page">
          <Show
            when={printed()}
            fallback={
              <p class="govuk-body" role="status">
                Reading the minutes on this device.
              </p>
            }
          >
            {(found) => (
              <>
                <ReadHere
                  choice={`${signed()?.entry} ${reader()}`}
                  compose={() => props.session.composeMinutes({ ...found(), copy: page.next() })}
                  record={(how) => page.record(how)}
                  onShown={setPageOpen}
                />
                <Show when={!pageOpen()}>
                  <PrintedPage printed={found()} />
                </Show>
              </>
            )}
          </Show>
        </div>
      </div>
    </>
  );
}

function Stamp(props: { signed: SignedMinutes; current: boolean }): JSX.Element {
  const record = () => props.signed.record;
  const verb = (): string => (record().unsigned === true ? "Published" : "Signed");
  return (
    <p class="govuk-body">
      <Tag tone={props.current ? "good" : "warn"}>{props.current ? verb() : "Superseded"}</Tag> {verb()} by{" "}
      {record().name}, {record().position}, {momentOf(props.signed.order[0])}
    </p>
  );
}

/** Says plainly where what lies here is not what was signed, and what is not here at all. */
function Checked(props: { read: CheckedMinutes; open: OpenMeeting }): JSX.Element {
  const titles = (state: "changed" | "away"): readonly string[] =>
    props.read.cases
      .filter((each) => each.state === state)
      .map(
        ({ item }) =>
          props.read.meeting?.agenda.find((line) => line.item === item)?.title ?? "An item of the agenda",
      );
  return (
    <>
      <Show when={!props.read.right || titles("changed").length > 0}>
        <Notice tone="bad" title="This is not what was signed" live={true}>
          <p>
            Something here was changed after signing. Do not rely on it. Tell your co-ordinator, and compare
            with another device or a printed copy.
          </p>
          <ul>
            <Show when={!props.read.right}>
              <li>The meeting’s own part, or the list of its cases</li>
            </Show>
            <For each={titles("changed")}>{(title) => <li>{title}</li>}</For>
          </ul>
        </Notice>
      </Show>
      <Show when={titles("away").length > 0}>
        <p class="govuk-body confer-place">
          Not shown here, because you are not let in to the case or it has not arrived:{" "}
          {titles("away").join(", ")}.
        </p>
      </Show>
    </>
  );
}

/** Whether anybody can be looking: not while the telephone is in a pocket, or the page behind another. */
function createInSight(): Accessor<boolean> {
  const look = (): boolean => document.visibilityState === "visible";
  const [inSight, setInSight] = createSignal(look());
  const follow = (): void => void setInSight(look());
  document.addEventListener("visibilitychange", follow);
  onCleanup(() => document.removeEventListener("visibilitychange", follow));
  return inSight;
}

/** Opening what counts is reading it, once for each that is signed. */
function createReceipt(props: { session: Session; open: OpenMeeting }, isCurrent: () => boolean): void {
  let noted: string | undefined;
  const inSight = createInSight();
  createEffect(() => {
    if (!inSight()) return;
    const { file } = props.open.view();
    const signed = signedMinutes(file).at(-1);
    const { user } = props.session.me.value;
    if (!signed || !isCurrent() || signed.author === user || noted === signed.entry) return;
    noted = signed.entry;
    const already = receiptsOf(file).some((each) => each.user === user && !each.superseded);
    if (already) return;
    // Without a way to write, reading leaves no mark; nothing else depends on it.
    void props.session.noteMeeting(props.open.key, [{ type: "meeting-read", what: READ_MINUTES }]);
  });
}
