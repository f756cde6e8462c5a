/** The papers of a case, followed until the component that asked is gone. */
import { onCleanup } from "solid-js";
import type { Accessor } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { PaperView } from "../../app/paperTypes.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { createLive } from "../live.ts";

export function createPapers(session: Session, scope: ScopeId): Accessor<readonly PaperView[]> {
  const watched = session.watchCase(scope);
  onCleanup(() => watched.close());
  const view = createLive(watched.view);
  return () => view()?.papers ?? [];
}
