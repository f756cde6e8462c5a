import { Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { PaperView } from "../../app/paperTypes.ts";
import { isPhoto, paperFacts, paperType } from "../../forms/paperText.ts";
import { Tag } from "../kit/Tag.tsx";
import { deviceNoun } from "../words/safety.ts";
import { isShownUnasked, type Picture, type Pictures } from "./pictures.ts";
import { paperPlace } from "./paperWords.ts";

/** Never "": what a paper is called, or else what it is. */
export const paperTitle = (paper: Pick<PaperView, "title" | "mediaType">): string =>
  paper.title.trim() === "" ? paperType(paper.mediaType) : paper.title;

/** One paper: what it looks like, what it is called and is, and where it stands. */
export function PaperItem(props: {
  paper: PaperView;
  pictures: Pictures;
  /** "Added by J Okoro on 26 November 2026", for who did not add it. */
  note?: string | undefined;
  children: JSX.Element;
}): JSX.Element {
  const noun = deviceNoun(matchMedia("(pointer: coarse)").matches, Math.min(screen.width, screen.height));
  const place = () => paperPlace(props.paper, noun);
  return (
    <li class="confer-card confer-paper">
      <Thumbnail paper={props.paper} pictures={props.pictures} />
      <div class="confer-paper__body">
        <h3 class="confer-card__title confer-paper__title">{paperTitle(props.paper)}</h3>
        <p class="confer-paper__facts">{paperFacts(props.paper)}</p>
        <p class="confer-paper__facts">
          <Tag tone={place().tone}>{place().text}</Tag>
        </p>
        <Show when={props.note}>
          <p class="confer-paper__facts">{props.note}</p>
        </Show>
      </div>
      <div class="confer-paper__more">{props.children}</div>
    </li>
  );
}

/** A small picture; of what has none, its kind as on a sheet of paper. What it says stands beside it in words. */
function Thumbnail(props: { paper: PaperView; pictures: Pictures }): JSX.Element {
  const picture = (): Picture | undefined =>
    isShownUnasked(props.paper) ? props.pictures.of(props.paper) : undefined;
  const url = (): string | undefined => {
    const found = picture();
    return found?.kind === "open" ? found.url : undefined;
  };
  return (
    <div class="confer-paper__thumb" aria-hidden="true">
      <Switch fallback={<span class="confer-paper__sheet">{shortType(props.paper.mediaType)}</span>}>
        <Match when={url()}>{(src) => <img class="confer-paper__picture" src={src()} alt="" />}</Match>
      </Switch>
    </div>
  );
}

function shortType(mediaType: string): string {
  if (isPhoto(mediaType)) return "Photo";
  const type = paperType(mediaType);
  return type === "Word file" ? "Word" : type === "Document" ? "Doc" : type;
}
