import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Problem } from "../../app/api.ts";
import { Notice } from "../kit/Notice.tsx";

/** Why an act on a case failed: what happened, what is safe, what to do. */
export function failureWords(problem: Problem): string {
  switch (problem.kind) {
    case "offline":
      return "There is no connection. What you wrote is safe on this device. Try again when you are online.";
    case "server":
    case "not-our-server":
      return "The server did not answer as it should. What you wrote is safe on this device. Try again later.";
    case "old-app":
      return "This version of the app is too old for the server. What you wrote is safe on this device. Update the app, then try again.";
    case "storage-full":
      return "This device has no room left, so it was not saved. Make room on the device, then try again. Keep this page open.";
    case "storage-failed":
      return "This device could not save it. Keep this page open and try again. If it fails again, copy what you wrote somewhere safe.";
    case "too-long":
      return "There is too much text to keep in one piece, so it was not saved. Shorten it, then try again.";
    case "not-allowed":
      return "Your role does not allow this, so nothing was changed. Ask the co-ordinator.";
    case "changed-meanwhile":
      return "The case changed while you were here, so nothing was done. Read it again, then decide.";
    case "too-few-holders":
      return "Too few people could open the case afterwards, so nothing was sent. It is safe on this device. Ask the co-ordinator to confirm another person.";
    case "locked":
      return "The app was locked before this was done. Unlock it, then try again.";
    default:
      return "Something unexpected happened and it was not done. What you wrote before is safe on this device. Try again.";
  }
}

/** Spoken when it appears; nothing while there is no problem. */
export function Failure(props: { problem: Problem | undefined }): JSX.Element {
  return (
    <Show when={props.problem}>
      {(problem) => (
        <div role="alert">
          <Notice tone="bad" title="It was not done">
            {failureWords(problem())}
          </Notice>
        </div>
      )}
    </Show>
  );
}
