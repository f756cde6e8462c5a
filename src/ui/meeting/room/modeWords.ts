/** How somebody attends, in words. [HER-39] */
import type { AttendanceMode } from "../../../domain/records/meeting.ts";

export const MODE_WORDS: Record<AttendanceMode, string> = {
  inPerson: "In person",
  telephone: "By telephone",
  video: "By video",
};
