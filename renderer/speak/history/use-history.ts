import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { ClipView } from '../../../electron/contract/calls.ts';
import type { Fault } from '../../../electron/result.ts';
import type { ClipQuery } from '../../../electron/speaking/find-clips.ts';
import { call, on } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';

/** Clips are read so many at a time. */
const PAGE = 100;
/** After a change the list is looked through again, once for many, in milliseconds. */
const AGAIN_MS = 250;

export interface History {
  /** Of the clips that fit, newest first; null until the first answer. */
  readonly ids: readonly string[] | null;
  /** How many clips there are in all. */
  readonly of: number;
  /** What they take on disk; null until it is known. */
  readonly bytes: number | null;
  readonly known: ReadonlyMap<string, ClipView>;
  readonly fault: Fault | null;
  /** Reads the clips in these places, where that was not done yet. */
  need(first: number, last: number): void;
}

interface Found {
  readonly ids: readonly string[] | null;
  readonly of: number;
}

/** All clips that fit, read as they come into view, and kept up with what happens. */
export function useHistory(query: ClipQuery): History {
  const [{ ids, of }, setFound] = useState<Found>({ ids: null, of: 0 });
  const [bytes, setBytes] = useState<number | null>(null);
  const [known, setKnown] = useState<ReadonlyMap<string, ClipView>>(new Map());
  const asked = useRef(new Set<string>());
  const { run, fault } = useAct();
  const { typed, voiceId, tag } = useDeferredValue(query);
  const round = useRef(0);

  const look = useCallback(async () => {
    const mine = ++round.current;
    const found = await run(call('clip.find', { typed, voiceId, tag }));
    // An answer that a newer question overtook is out of date.
    if (found !== undefined && mine === round.current) setFound(found);
    const space = await run(call('clip.space', null));
    if (space !== undefined) setBytes(space.bytes);
  }, [run, typed, voiceId, tag]);
  useEffect(() => void look(), [look]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void look();
      }, AGAIN_MS);
    };
    const undo = [
      on('clip.changed', (clip) => {
        setKnown((before) => withClip(before, clip));
        again();
      }),
      on('clip.gone', again),
      on('lines.changed', again),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of undo) stop();
    };
  }, [look]);

  const need = useCallback(
    async (first: number, last: number) => {
      const from = first - (first % PAGE);
      const to = last - (last % PAGE) + PAGE;
      const clipIds = (ids ?? []).slice(from, to).filter((id) => !asked.current.has(id));
      for (let at = 0; at < clipIds.length; at += PAGE) {
        const page = clipIds.slice(at, at + PAGE);
        for (const id of page) asked.current.add(id);
        const views = await run(call('clip.read', { clipIds: page }));
        if (views === undefined) for (const id of page) asked.current.delete(id);
        else
          setKnown((before) => new Map([...before, ...views.map((view) => [view.clip.id, view] as const)]));
      }
    },
    [ids, run],
  );
  return { ids, of, bytes, known, fault, need };
}

function withClip(
  known: ReadonlyMap<string, ClipView>,
  clip: ClipView['clip'],
): ReadonlyMap<string, ClipView> {
  const before = known.get(clip.id);
  return before === undefined ? known : new Map(known).set(clip.id, { ...before, clip });
}
