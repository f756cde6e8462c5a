import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { chasedOn } from "../../forms/escalation.ts";
import { Tag } from "../kit/Tag.tsx";
import type { CardAction } from "./cardAction.ts";

/** On the card of an action that has gone to those who chase it: why. [HER-07] [ASH-05] [OXF-05] [HAR-07] */
export function Chased(props: { of: CardAction; today: CalendarDate }): JSX.Element {
  const chase = () => chasedOn({ state: props.of.action.state, chases: props.of.chases }, props.today);
  return (
    <Show when={chase()}>
      {(found) => (
        <p class="govuk-body">
          <Tag tone="warn">Chased</Tag> {found().says}
        </p>
      )}
    </Show>
  );
}
