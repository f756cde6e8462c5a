import { useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, createSignal, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { dateWords } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Page } from "../../kit/Page.tsx";
import { MeetingGate, type OpenMeeting } from "../MeetingGate.tsx";
import { FollowAlong } from "./FollowAlong.tsx";
import { ItemPage } from "./ItemPage.tsx";
import { Opening } from "./Opening.tsx";
import { createPart, createRoom, type Room } from "./room.ts";
import { type Place, RoomAgenda } from "./RoomAgenda.tsx";

/** The meeting on one screen, for those who run it; the others follow along. */
export function RoomPage(props: { session: Session }): JSX.Element {
  return (
    <MeetingGate session={props.session}>
      {(open) => {
        const runs = createMemo(() => open.view().mayRun && open.view().begun);
        return (
          <Show when={runs()} fallback={<FollowAlong open={open} />}>
            <Running session={props.session} open={open} />
          </Show>
        );
      }}
    </MeetingGate>
  );
}

function Running(props: { session: Session; open: OpenMeeting }): JSX.Element {
  const room = createRoom(props.session, props.open);
  // The place in the address is a number of the agenda, so that locking and going back lead there.
  const [search, setSearch] = useSearchParams<{ item?: string }>();
  const order = createPart(() => props.open.view().agenda.map(({ item }) => item));
  const place = createMemo((): Place => order()[Number(search.item) - 1] ?? "opening");
  const go = (to: Place): void => {
    const at = to === "opening" ? -1 : order().indexOf(to);
    setSearch({ item: at < 0 ? undefined : String(at + 1) });
    requestAnimationFrame(() => document.getElementById("room-place")?.focus());
  };
  const meeting = () => props.open.view().meeting;
  return (
    <Page
      title="In the room"
      caption={props.open.view().definition.shortName}
      heading={`Meeting on ${dateWords(meeting().date)}`}
      width="wide"
      back={{ href: props.open.href(), text: "Meeting" }}
    >
      <BigType />
      <div class="confer-room">
        <RoomAgenda room={room} place={place()} onGo={go} />
        <div class="confer-room__main">
          <Show when={place()} keyed>
            {(which) => <AtPlace room={room} place={which} />}
          </Show>
        </div>
      </div>
    </Page>
  );
}

/** What is open: `place` never changes under it, so that a note which is still saved on leaving goes where it was typed. */
function AtPlace(props: { room: Room; place: Place }): JSX.Element {
  const { place, room } = props;
  const item = createPart(() => room.open.view().agenda.find((each) => each.item === place));
  return (
    <Show when={item()} fallback={<Opening room={room} />}>
      {(found) => <ItemPage room={room} item={found()} />}
    </Show>
  );
}

/** For a screen that a whole room reads: everything larger, until switched off or left. */
function BigType(): JSX.Element {
  const [big, setBig] = createSignal(false);
  createEffect(() => document.documentElement.classList.toggle("confer-big", big()));
  onCleanup(() => document.documentElement.classList.remove("confer-big"));
  return (
    <p class="confer-room__tools">
      <Button kind="link" onClick={() => setBig(!big())}>
        {big() ? "Usual type" : "Big type for a shared screen"}
      </Button>
    </p>
  );
}
