import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { momentOf } from "../caseFile/when.ts";
import { nameOf } from "../caseFile/people.ts";
import { Notice } from "../kit/Notice.tsx";
import { placeOf } from "./changePlaces.ts";
import type { OpenForm } from "./DraftGate.tsx";

/** What the panel asked for when it sent the referral back, first of all, each with the way to it [ASH-75]. */
export function ReturnedGaps(props: { open: OpenForm }): JSX.Element {
  const returned = () => {
    const { status, last } = props.open.view().standing;
    return status === "returned" && last?.record.type === "returned"
      ? { ...last.record, by: last.author, atMs: last.order[0] }
      : undefined;
  };
  const linkOf = (key: string | undefined): { href: string; title: string } | undefined => {
    if (key === undefined) return undefined;
    const { definition, href } = props.open;
    const place = placeOf(definition(), key, undefined);
    const title = definition().sections.find((section) => section.key === key)?.title;
    return place === undefined || title === undefined ? undefined : { href: href(place), title };
  };
  return (
    <Show when={returned()}>
      {(found) => (
        <Notice tone="warn" title="The panel asks for more information">
          <p>
            {nameOf(props.open.view(), found().by)} sent this back on {momentOf(found().atMs)}. It keeps its
            reference. Answer what is missing, then check and submit again.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            <For each={found().gaps}>
              {(gap) => (
                <li>
                  <Show when={linkOf(gap.sectionKey)}>
                    {(link) => (
                      <>
                        <a href={link().href}>{link().title}</a>:{" "}
                      </>
                    )}
                  </Show>
                  {gap.text}
                </li>
              )}
            </For>
          </ul>
          <Show when={found().note}>
            <p class="confer-said">{found().note}</p>
          </Show>
        </Notice>
      )}
    </Show>
  );
}
