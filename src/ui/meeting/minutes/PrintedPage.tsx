import { For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { MinutesStanding, PrintedMinutes } from "../../../forms/minutes/printed.ts";
import type { CaseMinutes, MinutesBlock, MinutesFact, MinutesSection } from "../../../forms/minutes/shape.ts";
import { DrawnLines } from "../../caseFile/DrawnLines.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Table } from "../../kit/Table.tsx";

/** The minutes as they will print, in the same words and the same order. */
export function PrintedPage(props: { printed: PrintedMinutes }): JSX.Element {
  const meeting = () => props.printed.meeting;
  return (
    <article class="confer-paper-page" aria-labelledby="printed-title">
      <h2 class="govuk-visually-hidden" id="printed-title">
        Minutes as they print
      </h2>
      <p class="confer-paper-page__mark">{meeting().handling.mark}</p>
      <Standing standing={props.printed.standing} />
      <Facts facts={[{ label: "Panel", value: meeting().panel }, ...meeting().head]} />
      <For each={meeting().handling.notes}>{(note) => <p class="govuk-body-s">{note}</p>}</For>
      <Show when={meeting().agenda.length > 0}>
        <h3 class="govuk-heading-s">Agenda</h3>
        <ol class="govuk-list">
          <For each={meeting().agenda}>
            {(item) => (
              <li>
                {item.title}, {item.kind.toLowerCase()}
                <Show when={item.case !== undefined && !holds(props.printed.cases, item.item)}>
                  {" "}
                  (not in this copy)
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <For each={meeting().before}>{(section) => <Section section={section} />}</For>
      <For each={props.printed.cases}>{(each) => <CasePart minutes={each} />}</For>
      <For each={meeting().after}>{(section) => <Section section={section} />}</For>
      <Signature standing={props.printed.standing} />
    </article>
  );
}

const holds = (cases: readonly CaseMinutes[], item: string): boolean =>
  cases.some((each) => each.item === item);

function Standing(props: { standing: MinutesStanding }): JSX.Element {
  const final = () => (props.standing.kind === "final" ? props.standing : undefined);
  return (
    <>
      <Show when={final()?.supersededOn}>
        {(day) => (
          <Notice tone="warn" title="Superseded">
            Amended minutes replaced these on {day()}. Use those.
          </Notice>
        )}
      </Show>
      <Show when={final()?.reason}>
        {(reason) => <Notice title="Amended">These minutes replace earlier ones. Why: {reason()}</Notice>}
      </Show>
    </>
  );
}

function CasePart(props: { minutes: CaseMinutes }): JSX.Element {
  return (
    <section class="confer-paper-page__case" aria-label={props.minutes.title}>
      <h3 class="govuk-heading-m">{props.minutes.title}</h3>
      <Facts facts={props.minutes.head} />
      <For each={props.minutes.sections}>{(section) => <Section section={section} inCase={true} />}</For>
    </section>
  );
}

function Section(props: { section: MinutesSection; inCase?: boolean }): JSX.Element {
  return (
    <>
      <Show when={props.inCase} fallback={<h3 class="govuk-heading-s">{props.section.title}</h3>}>
        <h4 class="govuk-heading-s">{props.section.title}</h4>
      </Show>
      <For each={props.section.blocks}>{(block) => <Block block={block} />}</For>
    </>
  );
}

function Block(props: { block: MinutesBlock }): JSX.Element {
  const of = <K extends MinutesBlock["kind"]>(kind: K) =>
    props.block.kind === kind ? (props.block as Extract<MinutesBlock, { kind: K }>) : undefined;
  return (
    <Switch>
      <Match when={of("text")}>
        {(block) => (
          <p class={block().quiet === true ? "govuk-body confer-place" : "govuk-body confer-lines"}>
            {block().text}
          </p>
        )}
      </Match>
      <Match when={of("facts")}>
        {(block) => (
          <>
            <Show when={block().title}>
              <p class="govuk-body confer-paper-page__who">
                <strong>{block().title}</strong>
              </p>
            </Show>
            <Facts facts={block().facts} />
          </>
        )}
      </Match>
      <Match when={of("table")}>
        {(block) => <Table caption={block().caption} columns={block().columns} rows={block().rows} />}
      </Match>
    </Switch>
  );
}

function Facts(props: { facts: readonly MinutesFact[] }): JSX.Element {
  return (
    <dl class="confer-paper-page__facts">
      <For each={props.facts}>
        {(fact) => (
          <div>
            <dt>{fact.label}</dt>
            <dd class="confer-lines">{fact.value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

function Signature(props: { standing: MinutesStanding }): JSX.Element {
  const final = () => (props.standing.kind === "final" ? props.standing : undefined);
  return (
    <Show when={final()}>
      {(signed) => (
        <section class="confer-stamp" aria-labelledby="minutes-stamp">
          <h3 class="govuk-heading-s" id="minutes-stamp">
            {signed().signed ? "Signed" : "Published"}
          </h3>
          <p class="govuk-body">{signed().meaning}</p>
          <Show when={signed().drawn}>
            {(drawn) => <DrawnLines drawn={drawn()} label={`Signature of ${signed().name}`} />}
          </Show>
          <p class="govuk-body">
            {signed().name}, {signed().position}, {signed().on}
          </p>
          <p class="govuk-body-s confer-stamp__code">Check code: {signed().hash}</p>
          <Show when={signed().proof}>
            {(proof) => (
              <p class="govuk-body-s">
                Eight words: {proof().words.join(" ")}. Short code: {proof().code}.
              </p>
            )}
          </Show>
        </section>
      )}
    </Show>
  );
}
