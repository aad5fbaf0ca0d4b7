import { type DragEvent, useState } from 'react';
import type { DraftView } from '../../../electron/contract/calls.ts';
import { type Fault, fail, type Result } from '../../../electron/result.ts';
import { DOCUMENT_LIMITS } from '../../../electron/speaking/documents/document.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { useWindowState } from '../../window-state.tsx';

/** A document that is being given to Timbre. */
export interface Reading {
  readonly document: DraftView | null;
  readonly fault: Fault | null;
  readonly busy: boolean;
  /** A file is held over the paper. */
  readonly over: boolean;
  /** What the paper listens to. */
  readonly dropping: {
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
  /** Documents that come after this one. */
  readonly more: number;
  read(files: readonly File[]): void;
  /** Done with this one: the next one is read, where there is one. */
  putAway(): void;
}

/** Reads a file that was chosen, or dropped on the paper. */
export function useDocument(): Reading {
  const { speechDocument: document, setSpeechDocument } = useWindowState();
  const [over, setOver] = useState(false);
  const [next, setNext] = useState<readonly File[]>([]);
  const act = useAct();
  const read = async ([file, ...others]: readonly File[]) => {
    setNext(others);
    if (file === undefined) return;
    const draft = await act.run(readFile(file));
    if (draft !== undefined) setSpeechDocument({ ...draft, title: draft.title ?? withoutEnding(file.name) });
  };
  const dropping = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    },
    onDragLeave({ currentTarget, relatedTarget }: DragEvent) {
      const stays = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      if (!stays) setOver(false);
    },
    onDrop(event: DragEvent) {
      setOver(false);
      const files = [...event.dataTransfer.files];
      if (files.length === 0) return;
      event.preventDefault();
      void read(files);
    },
  };
  return {
    ...{ document, over, dropping, fault: act.fault, busy: act.busy, more: next.length },
    read: (files) => void read(files),
    putAway() {
      act.clear();
      setSpeechDocument(null);
      void read(next);
    },
  };
}

/** The size is looked at before the file is, so that a film dropped by mistake is not read. */
async function readFile(file: File): Promise<Result<DraftView>> {
  const { fileBytes } = DOCUMENT_LIMITS;
  if (file.size > fileBytes)
    return fail('document-too-large', { facts: { name: file.name, limit: `${fileBytes / 1e6} MB` } });
  return call('document.read', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}

function withoutEnding(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '');
}
