import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo } from "../../../app/api.ts";
import { publicDatesOf } from "../../../app/publicDates.ts";
import type { CalendarDate } from "../../../domain/calendarDate.ts";
import { datesCalendar } from "../../../domain/icalendar.ts";
import { Button } from "../../kit/Button.tsx";
import { saveFile, SAVED_WORDS } from "../../saveFile.ts";

/** The dates as a calendar file: what would be public, and nothing more. [ASH-04] */
export function SaveCalendar(props: { panel: PanelInfo; today: CalendarDate; nowMs: number }): JSX.Element {
  const [said, setSaid] = createSignal("");
  const save = async (): Promise<void> => {
    const list = publicDatesOf(props.panel, props.today);
    const text = datesCalendar(list, { host: location.host, stampMs: props.nowMs });
    setSaid(SAVED_WORDS[await saveFile(new TextEncoder().encode(text), "panel-dates.ics", "text/calendar")]);
  };
  return (
    <span class="confer-actions confer-no-print">
      <Button kind="secondary" about={`of ${props.panel.definition.name}`} onClick={() => void save()}>
        Save as a calendar file
      </Button>
      <span class="govuk-body-s" role="status">
        {said()}
      </span>
    </span>
  );
}
