import { For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { ReferralSnapshot, SnapshotItem, SnapshotSection } from "../../forms/snapshot.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { midSentence, SummaryList, type SummaryRow } from "../kit/SummaryList.tsx";
import { Table } from "../kit/Table.tsx";
import { DrawnLines } from "./DrawnLines.tsx";

/** Where an item is changed; undefined where it cannot be. */
export type ChangeHref = (section: string, item: string) => string | undefined;

/** A referral as it is read: questions in their words, answers beside them, in the order of the form. */
export function SnapshotView(props: {
  snapshot: ReferralSnapshot;
  changeHref?: ChangeHref | undefined;
}): JSX.Element {
  return (
    <div class="confer-read">
      <For each={props.snapshot.sections}>
        {(section) => <SectionView section={section} changeHref={props.changeHref} />}
      </For>
    </div>
  );
}

function SectionView(props: { section: SnapshotSection; changeHref: ChangeHref | undefined }): JSX.Element {
  return (
    <section class="confer-read__section" aria-labelledby={`read-${props.section.key}`}>
      <h2 class="govuk-heading-m" id={`read-${props.section.key}`}>
        {props.section.title}
      </h2>
      <SectionItems {...props} />
    </section>
  );
}

/** What a section says, without its heading: all of it, or the items that are asked about. */
export function SectionItems(props: {
  section: SnapshotSection;
  changeHref?: ChangeHref | undefined;
}): JSX.Element {
  return (
    <For each={groups(props.section.items)}>
      {(group) => (
        <Show
          when={group.kind === "rows" && group}
          fallback={
            <Block item={(group as BlockGroup).item} section={props.section} changeHref={props.changeHref} />
          }
        >
          {(rows) => (
            <SummaryList
              rows={rows().items.map((item) => rowOf(item, props.changeHref?.(props.section.key, item.key)))}
            />
          )}
        </Show>
      )}
    </For>
  );
}

type Short = Extract<SnapshotItem, { kind: "answer" | "list" | "table" }>;
type BlockGroup = {
  readonly kind: "block";
  readonly item: Exclude<SnapshotItem, { kind: "answer" | "list" }>;
};
type Group = { readonly kind: "rows"; readonly items: Short[] } | BlockGroup;

/** A table without rows says no more than an answer does, and stands among them. */
const standsAlone = (item: SnapshotItem): item is BlockGroup["item"] =>
  item.kind === "table" ? item.rows.length > 0 : item.kind !== "answer" && item.kind !== "list";

/** Neighbouring short answers read as one list; tables, signatures and notes stand alone. */
function groups(items: readonly SnapshotItem[]): readonly Group[] {
  const made: Group[] = [];
  for (const item of items) {
    const last = made.at(-1);
    if (standsAlone(item)) made.push({ kind: "block", item });
    else if (last?.kind === "rows") last.items.push(item as Short);
    else made.push({ kind: "rows", items: [item as Short] });
  }
  return made;
}

/** From about three lines on, text is read across the page, not in a narrow column. */
const LONG_CHARACTERS = 160;

function rowOf(item: Short, href: string | undefined): SummaryRow {
  const actions = href === undefined ? [] : [{ text: "Change", href }];
  const row = { key: item.label, actions };
  if (item.kind === "table") return { ...row, value: "" };
  if (item.kind === "list") return { ...row, value: <Several of={item.answers} /> };
  return { ...row, value: item.answer, long: (item.answer ?? "").length > LONG_CHARACTERS };
}

function Several(props: { of: readonly string[] }): JSX.Element {
  return (
    <Show when={props.of.length > 1} fallback={props.of[0] ?? "None"}>
      <ul class="govuk-list govuk-list--bullet">
        <For each={props.of}>{(answer) => <li>{answer}</li>}</For>
      </ul>
    </Show>
  );
}

function Block(props: {
  item: BlockGroup["item"];
  section: SnapshotSection;
  changeHref: ChangeHref | undefined;
}): JSX.Element {
  const item = props.item;
  const href = (): string | undefined => props.changeHref?.(props.section.key, item.key);
  return (
    <Switch>
      <Match when={item.kind === "note" && item}>
        {(note) => (
          <Notice tone="warn" title={note().label}>
            {note().text}
          </Notice>
        )}
      </Match>
      <Match when={item.kind === "table" && item}>
        {(table) => (
          <>
            <Table caption={table().label} columns={table().columns} rows={table().rows} />
            <ChangeLink href={href()} about={midSentence(item.label)} />
          </>
        )}
      </Match>
      <Match when={item.kind === "signature" && item}>
        {(signed) => (
          <div class="confer-card">
            <h3 class="confer-card__title">{signed().label}</h3>
            <p class="confer-signed__statement">{signed().statement}</p>
            <Show when={signed().drawn}>
              {(drawn) => <DrawnLines drawn={drawn()} label={`Signature of ${signed().signedBy}`} />}
            </Show>
            <p>
              {signed().signedBy}. {signed().how}, {signed().on}.
            </p>
          </div>
        )}
      </Match>
    </Switch>
  );
}

function ChangeLink(props: { href: string | undefined; about: string }): JSX.Element {
  return (
    <Show when={props.href}>
      {(href) => (
        <p class="confer-no-print">
          <ButtonLink kind="link" href={href()} about={props.about}>
            Change
          </ButtonLink>
        </p>
      )}
    </Show>
  );
}
