/** Starts the app: the one file that knows everything. What it imports at once is what an unlock needs. */
import { createResource, ErrorBoundary, type JSX, lazy, Show, Suspense } from "solid-js";
import { render } from "solid-js/web";
import type { Checker } from "./app/checkTypes.ts";
import type { PublicPanels } from "./app/publicPanel.ts";
import type { Confer } from "./app/stages.ts";
import vaultUrl from "./crypto/worker.ts?worker&url";
import documentsUrl from "./documents/worker.ts?worker&url";
import { App } from "./ui/App.tsx";
import { listenForInstall } from "./ui/install.ts";
import { askForShared } from "./ui/sharedFiles.ts";
import { TopBar } from "./ui/kit/TopBar.tsx";
import { Broken } from "./ui/screens/Broken.tsx";
import { Starting } from "./ui/screens/Starting.tsx";
import "./ui/styles/main.scss";
import { trustWorkers } from "./ui/trustedTypes.ts";
import { createAppUpdate } from "./ui/update.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

const trusted = trustWorkers([vaultUrl, documentsUrl]);
const start = (url: string) => new Worker(trusted(url), { type: "module" });

/** After the first paint: the database and the keys are a far larger program than the screen that waits. */
async function startConfer(): Promise<Confer> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const { forbidEval } = await import("./app/forbidEval.ts");
  forbidEval();
  const { createConfer } = await import("./app/confer.ts");
  return createConfer({
    startVaultWorker: () => start(vaultUrl),
    startDocumentsWorker: () => start(documentsUrl),
  });
}

const CheckPage = lazy(async () => {
  const { forbidEval } = await import("./app/forbidEval.ts");
  forbidEval();
  return { default: (await import("./ui/check/CheckPage.tsx")).CheckPage };
});

/** For checking minutes: the workers alone. The database is not opened, so it works for anybody and shows nothing. */
async function loadChecker(): Promise<Checker> {
  const { startChecker } = await import("./app/startChecker.ts");
  return startChecker({
    startVaultWorker: () => start(vaultUrl),
    startDocumentsWorker: () => start(documentsUrl),
  });
}

/** The public page of a panel: nobody is signed in, and the database is not opened. */
const PublicPanelPage = lazy(async () => {
  const { forbidEval } = await import("./app/forbidEval.ts");
  forbidEval();
  return { default: (await import("./ui/panel/PublicPanelPage.tsx")).PublicPanelPage };
});

async function loadPublicPanels(): Promise<PublicPanels> {
  const { startPublicPanels } = await import("./app/publicPanel.ts");
  return startPublicPanels(() => start(documentsUrl));
}

/** The pages that anybody may open, whoever is signed in on this device. */
function publicPage(path: string): JSX.Element | undefined {
  if (path === "/check") return <CheckPage start={loadChecker} />;
  const [, address] = /^\/panel\/([^/]+)\/?$/.exec(path) ?? [];
  return address === undefined ? undefined : <PublicPanelPage address={address} start={loadPublicPanels} />;
}

listenForInstall();
askForShared();
const update = createAppUpdate();
render(() => {
  const anybodys = publicPage(location.pathname);
  if (anybodys !== undefined) {
    return (
      <ErrorBoundary fallback={(error: unknown, retry) => <Broken error={error} retry={retry} />}>
        <Suspense fallback={<TopBar />}>{anybodys}</Suspense>
      </ErrorBoundary>
    );
  }
  const [confer, { refetch }] = createResource(startConfer);
  return (
    <Show
      when={confer.error === undefined ? confer() : undefined}
      fallback={
        <>
          <TopBar />
          <Show when={confer.error === undefined} fallback={<Broken retry={() => void refetch()} />}>
            <Starting />
          </Show>
        </>
      }
    >
      {(ready) => <App confer={ready()} update={update} />}
    </Show>
  );
}, root);
