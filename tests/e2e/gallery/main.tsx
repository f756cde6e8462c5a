/**
 * Every component of the kit in its states, for kit.test.ts to open: with axe, in three widths, light and dark.
 * Not part of the app. All people in it are invented.
 */
import { render } from "solid-js/web";
import { Announcer } from "../../../src/ui/kit/Announcer.tsx";
import { DemoBand } from "../../../src/ui/kit/DemoBand.tsx";
import { Page } from "../../../src/ui/kit/Page.tsx";
import { SafetyLine } from "../../../src/ui/kit/SafetyLine.tsx";
import { SkipLink } from "../../../src/ui/kit/SkipLink.tsx";
import { TopBar } from "../../../src/ui/kit/TopBar.tsx";
import "../../../src/ui/styles/main.scss";
import { Blocks } from "./Blocks.tsx";
import { Choices } from "./Choices.tsx";
import { Documents } from "./Documents.tsx";
import { Errors } from "./Errors.tsx";
import { Texts } from "./Texts.tsx";

/** What the tests read: how often Lock was pressed. */
const probe = globalThis as { locks?: number };

/** `?show=texts|choices|errors|blocks|documents`; everything when not said. */
const show = new URLSearchParams(location.search).get("show");
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

render(
  () => (
    <>
      <SkipLink />
      <TopBar
        panel="Ashfield"
        initials="AB"
        onLock={() => {
          probe.locks = (probe.locks ?? 0) + 1;
        }}
      />
      <DemoBand mode="demonstration" />
      <SafetyLine state="waiting" text="Saved on this tablet 10:42. Not yet sent: 2." href="/health-page" />
      <Announcer text="" />
      <Page
        title="Referral"
        heading="Referral: about the person"
        caption="Section 3 of 9"
        back={{ href: "/tasks" }}
        error={show === "errors"}
      >
        {(show === null || show === "texts") && <Texts />}
        {(show === null || show === "choices") && <Choices />}
        {(show === null || show === "blocks") && <Blocks />}
        {show === "documents" && <Documents />}
        {show === "errors" && <Errors />}
      </Page>
    </>
  ),
  root,
);
