/** The secret in the address's fragment, taken out of it at once: fragments stay in histories. */
export function takeFragment(): ReadonlyMap<string, string> {
  const fragment = new Map(new URLSearchParams(location.hash.slice(1)));
  const known = ["setup", "join", "demonstration"].some((name) => fragment.has(name));
  if (known) history.replaceState(history.state, "", location.pathname);
  return fragment;
}
