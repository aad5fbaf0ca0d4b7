/** What is chosen of a list, and where one is in it. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** Where one is; −1 before one was anywhere. */
  readonly at: number;
  /** From where Shift reaches. */
  readonly anchor: number;
}

export const NOTHING_CHOSEN: Selection = { chosen: new Set(), at: -1, anchor: -1 };

/** Which keys are down with the click or the arrow. */
export interface Keys {
  readonly shift: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly ctrl: boolean;
}

/** A click on row `at`: it alone; with Ctrl it too or no longer; with Shift all from the anchor to it. */
export function clicked(
  selection: Selection,
  ids: readonly string[],
  { at, shift, ctrl }: Keys & { readonly at: number },
): Selection {
  const id = ids[at];
  if (id === undefined) return selection;
  if (shift) return reached(selection, ids, { at, keepsOthers: ctrl });
  if (!ctrl) return { chosen: new Set([id]), at, anchor: at };
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { chosen, at, anchor: at };
}

/** An arrow to row `at`: with Shift the selection reaches there, with Ctrl one only goes there, else it alone is chosen. */
export function moved(
  selection: Selection,
  ids: readonly string[],
  { at, shift, ctrl }: Keys & { readonly at: number },
): Selection {
  const to = Math.max(0, Math.min(ids.length - 1, at));
  const id = ids[to];
  if (id === undefined) return selection;
  if (shift) return reached(selection, ids, { at: to, keepsOthers: false });
  if (ctrl) return { ...selection, at: to };
  return { chosen: new Set([id]), at: to, anchor: to };
}

/** All of them. */
export function allChosen(selection: Selection, ids: readonly string[]): Selection {
  return { ...selection, chosen: new Set(ids) };
}

/** What is left of it when the list has become these; one stays where one was, as far as the list reaches. */
export function stillThere(selection: Selection, ids: readonly string[]): Selection {
  const there = new Set(ids);
  const chosen = new Set([...selection.chosen].filter((id) => there.has(id)));
  const within = (at: number) => Math.min(at, ids.length - 1);
  return { chosen, at: within(selection.at), anchor: within(selection.anchor) };
}

function reached(
  selection: Selection,
  ids: readonly string[],
  { at, keepsOthers }: { readonly at: number; readonly keepsOthers: boolean },
): Selection {
  const anchor = selection.anchor < 0 ? at : selection.anchor;
  const span = ids.slice(Math.min(anchor, at), Math.max(anchor, at) + 1);
  return { chosen: new Set([...(keepsOthers ? selection.chosen : []), ...span]), at, anchor };
}
