/** Starts the app: the one file that knows everything. */
import { render } from "solid-js/web";
import { Page } from "./ui/kit/Page.tsx";
import { TopBar } from "./ui/kit/TopBar.tsx";
import "./ui/styles/main.scss";
import { createAppUpdate } from "./ui/update.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

createAppUpdate();
render(
  () => (
    <>
      <TopBar />
      <Page title="Confer">
        <p class="govuk-body">Nothing is set up on this device yet.</p>
      </Page>
    </>
  ),
  root,
);
