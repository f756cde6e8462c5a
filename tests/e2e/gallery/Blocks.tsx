import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../../../src/ui/kit/Button.tsx";
import { CardList } from "../../../src/ui/kit/CardList.tsx";
import { CopyButton } from "../../../src/ui/kit/CopyButton.tsx";
import { Details } from "../../../src/ui/kit/Details.tsx";
import { Dialog } from "../../../src/ui/kit/Dialog.tsx";
import { EmptyState } from "../../../src/ui/kit/EmptyState.tsx";
import { Notice } from "../../../src/ui/kit/Notice.tsx";
import { ProgressBar } from "../../../src/ui/kit/ProgressBar.tsx";
import { SummaryList } from "../../../src/ui/kit/SummaryList.tsx";
import { Tabs } from "../../../src/ui/kit/Tabs.tsx";
import { Tag } from "../../../src/ui/kit/Tag.tsx";
import { TaskList } from "../../../src/ui/kit/TaskList.tsx";
import { Timeline } from "../../../src/ui/kit/Timeline.tsx";
import { WordsPhrase } from "../../../src/ui/kit/WordsPhrase.tsx";

/** A list whose cards can be removed and brought back. */
function People(): JSX.Element {
  const [people, setPeople] = createSignal(["Sister", "Neighbour"]);
  const [removed, setRemoved] = createSignal<{ name: string; at: number }>();
  const undo = (): { text: string; onUndo: () => void } | undefined => {
    const gone = removed();
    if (gone === undefined) return undefined;
    const onUndo = (): void => {
      setPeople(people().toSpliced(gone.at, 0, gone.name));
      setRemoved(undefined);
    };
    return { text: `${gone.name} was removed.`, onUndo };
  };
  return (
    <CardList
      items={people()}
      title={(name) => name}
      body={(name) => <p class="govuk-body">{name}, visits on Tuesdays</p>}
      addText="Add another person"
      onAdd={() => setPeople([...people(), `Person ${people().length + 1}`])}
      onChange={() => undefined}
      onRemove={(at) => {
        setRemoved({ name: people()[at] ?? "", at });
        setPeople(people().toSpliced(at, 1));
      }}
      undo={undo()}
      empty="People in the person's life will appear here when you add them."
    />
  );
}

function Overlays(): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const [tab, setTab] = createSignal("referral");
  return (
    <>
      <Button kind="secondary" onClick={() => setOpen(true)}>
        Remove this person
      </Button>
      <Dialog
        id="sure"
        open={open()}
        title="Remove A B from the panel?"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="warning" onClick={() => setOpen(false)}>
              Remove
            </Button>
            <Button kind="secondary" onClick={() => setOpen(false)}>
              Keep
            </Button>
          </>
        }
      >
        <p class="govuk-body">They can read nothing new from now on. What they printed stays printed.</p>
      </Dialog>
      <Tabs
        id="case"
        label="Parts of the case"
        selected={tab()}
        onSelect={setTab}
        tabs={[
          { key: "referral", title: "Referral", panel: () => <p class="govuk-body">The referral</p> },
          { key: "papers", title: "Papers", panel: () => <p class="govuk-body">Three papers</p> },
          { key: "actions", title: "Actions", panel: () => <p class="govuk-body">No actions</p> },
        ]}
      />
    </>
  );
}

/** Everything that is read. */
export function Blocks(): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">Reading</h2>
      <TaskList
        id="tasks"
        tasks={[
          { key: "a", title: "About the person", href: "/a", status: { text: "Complete" } },
          { key: "b", title: "Risks", href: "/b", status: { text: "In progress", tone: "info" } },
          {
            key: "c",
            title: "Consent",
            href: "/c",
            hint: "Ask before you go on",
            status: { text: "2 answers missing", tone: "warn" },
          },
          { key: "d", title: "Check answers", status: { text: "Cannot start yet" } },
        ]}
      />
      <SummaryList
        rows={[
          { key: "Full name", value: "A B", actions: [{ text: "Change", href: "/name" }] },
          { key: "Date of birth", value: "", actions: [{ text: "Change", onClick: () => undefined }] },
          { key: "Reference", value: "ASH-0142" },
        ]}
      />
      <p class="govuk-body">
        <Tag>Not started</Tag> <Tag tone="info">New</Tag> <Tag tone="good">Signed</Tag>{" "}
        <Tag tone="warn">Due tomorrow</Tag> <Tag tone="bad">Overdue 2 working days</Tag>
      </p>
      <Notice tone="info">A newer version is ready. It waits until you choose it.</Notice>
      <Notice tone="good" live title="Sent">
        The panel has it. <a href="/receipt">Read the receipt</a>
      </Notice>
      <Notice tone="warn">This answer was given under an older form.</Notice>
      <Notice tone="bad" title="Not sent">
        The server refused this paper. It is still on this tablet.
      </Notice>
      <h2 class="govuk-heading-m">People</h2>
      <People />
      <Overlays />
      <ProgressBar id="upload" label="Sending papers" value={12} max={40} onCancel={() => undefined} />
      <EmptyState title="No meetings yet">The next meeting will appear here when it is planned.</EmptyState>
      <Timeline
        label="History"
        items={[
          {
            key: "1",
            at: "14 November 2026, 10:42",
            iso: "2026-11-14T10:42",
            text: "A B (Housing) answered ‘Risks’",
          },
          {
            key: "2",
            at: "15 November 2026, 09:00",
            iso: "2026-11-15T09:00",
            text: "C D (Police) read the referral",
          },
        ]}
      />
      <WordsPhrase
        label="Six words to compare"
        words={["copper", "lantern", "meadow", "orbit", "saddle", "winter"]}
      />
      <CopyButton text={() => "copper lantern"}>Copy the words</CopyButton>
      <Details summary="What is a panel?">
        A meeting of agencies about one person who needs several of them.
      </Details>
      <p class="govuk-body">
        A{" "}
        <a class="govuk-link" href="/link">
          link in a sentence
        </a>
        , and <strong>words that matter</strong>.
      </p>
    </>
  );
}
