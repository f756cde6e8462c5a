import { For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { DocumentBlock, DocumentModel } from "../../app/exportTypes.ts";
import { DrawnLines } from "../caseFile/DrawnLines.tsx";
import { BarTable } from "../kit/BarTable.tsx";
import { Table } from "../kit/Table.tsx";
import { CodeView } from "./CodeView.tsx";
import { PictureView } from "./PictureView.tsx";

/** The same blocks as the PDF, in the same words and order. The document’s title is the heading of its part of the page. */
export function DocumentView(props: { document: DocumentModel; titleId: string }): JSX.Element {
  return (
    <article class="confer-document" lang={props.document.frame.lang} aria-labelledby={props.titleId}>
      <p class="confer-document__mark">{props.document.frame.handlingMark}</p>
      <Blocks blocks={props.document.blocks} titleId={props.titleId} />
      <p class="confer-document__foot">{props.document.frame.footer}</p>
    </article>
  );
}

type Of<K extends DocumentBlock["kind"]> = Extract<DocumentBlock, { kind: K }>;

/** `titleId`: what the document’s own title is found by, where it is to be found. */
export function Blocks(props: {
  blocks: readonly DocumentBlock[];
  titleId: string | undefined;
}): JSX.Element {
  return <For each={props.blocks}>{(block) => <Block block={block} titleId={props.titleId} />}</For>;
}

function Block(props: { block: DocumentBlock; titleId: string | undefined }): JSX.Element {
  const of = <K extends DocumentBlock["kind"]>(kind: K): Of<K> | undefined =>
    props.block.kind === kind ? (props.block as Of<K>) : undefined;
  return (
    <Switch>
      <Match when={of("heading")}>{(block) => <Heading block={block()} titleId={props.titleId} />}</Match>
      <Match when={of("paragraph")}>
        {(block) => (
          <p
            class="govuk-body confer-lines"
            classList={{ "confer-place": block().tone === "quiet" }}
            dir="auto"
          >
            {block().text}
          </p>
        )}
      </Match>
      <Match when={of("list")}>
        {(block) => (
          <Dynamic
            component={block().ordered === true ? "ol" : "ul"}
            class={`govuk-list govuk-list--${block().ordered === true ? "number" : "bullet"}`}
          >
            <For each={block().items}>{(item) => <li dir="auto">{item}</li>}</For>
          </Dynamic>
        )}
      </Match>
      <Match when={of("answers")}>
        {(block) => (
          <dl class="confer-document__answers">
            <For each={block().answers}>
              {(answer) => (
                <div>
                  <dt>{answer.label}</dt>
                  <dd>
                    <Blocks blocks={answer.body} titleId={props.titleId} />
                  </dd>
                </div>
              )}
            </For>
          </dl>
        )}
      </Match>
      <Match when={of("facts")}>{(block) => <Facts block={block()} />}</Match>
      <Match when={of("table")}>
        {(block) => <Table caption={block().caption} columns={block().columns} rows={block().rows} />}
      </Match>
      <Match when={of("bars")}>
        {(block) => (
          <BarTable caption={block().columns.join(", ")} columns={block().columns} counts={block().bars} />
        )}
      </Match>
      <Match when={of("drawing")}>
        {(block) => <DrawnLines drawn={block().drawing} label={block().alt} />}
      </Match>
      <Match when={of("picture")}>
        {(block) => <PictureView bytes={block().png} mediaType="image/png" alt={block().alt} />}
      </Match>
      <Match when={of("code")}>{(block) => <CodeView text={block().text} alt={block().alt} />}</Match>
      <Match when={of("note")}>
        {(block) => (
          <div class="govuk-inset-text">
            <p class="govuk-body">
              <strong>{block().title}</strong>
            </p>
            <p class="govuk-body confer-lines">{block().text}</p>
          </div>
        )}
      </Match>
      <Match when={of("attached")}>{(block) => <Attached block={block()} titleId={props.titleId} />}</Match>
      <Match when={of("boxes")}>
        {(block) => (
          <ul class="govuk-list">
            <For each={block().options}>{(option) => <li>{option}</li>}</For>
          </ul>
        )}
      </Match>
      <Match when={of("pageBreak")}>
        <div class="confer-document__break" />
      </Match>
      <Match when={of("together")}>
        {(block) => (
          <div class="confer-document__together">
            <Blocks blocks={block().blocks} titleId={props.titleId} />
          </div>
        )}
      </Match>
    </Switch>
  );
}

/** One level lower than in the PDF: the page around it has its own title. */
function Heading(props: { block: Omit<Of<"heading">, "kind">; titleId: string | undefined }): JSX.Element {
  const size = () => ({ 1: "l", 2: "m", 3: "s" })[props.block.level];
  const isTitle = () => props.block.level === 1 && props.titleId !== undefined;
  return (
    <Dynamic
      component={`h${props.block.level + 1}`}
      class={`govuk-heading-${size()}`}
      id={isTitle() ? props.titleId : undefined}
      tabindex={isTitle() ? "-1" : undefined}
    >
      {props.block.text}
    </Dynamic>
  );
}

function Facts(props: { block: Of<"facts"> }): JSX.Element {
  return (
    <dl class="confer-paper-page__facts">
      <For each={props.block.facts}>
        {(fact) => (
          <div>
            <dt>{fact.label}</dt>
            <dd class="confer-lines" dir="auto">
              {fact.value}
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}

/** What browsers show of themselves and cannot be made to run. */
const SHOWN = ["image/jpeg", "image/png"];

/** A photograph as it is; of any other file, that it is one. */
function Attached(props: { block: Of<"attached">; titleId: string | undefined }): JSX.Element {
  const picture = () => {
    const { file } = props.block;
    return file && SHOWN.includes(file.mediaType) ? file : undefined;
  };
  return (
    <>
      <Heading block={{ level: props.block.level, text: props.block.title }} titleId={props.titleId} />
      <Show
        when={picture()}
        fallback={
          <p class="govuk-body">
            A file of its own. Open it under “Papers”, or make the PDF, which has its pages.
          </p>
        }
      >
        {(file) => (
          <PictureView
            bytes={file().bytes}
            mediaType={file().mediaType}
            alt={`The paper “${props.block.title}” as a picture`}
          />
        )}
      </Show>
    </>
  );
}
