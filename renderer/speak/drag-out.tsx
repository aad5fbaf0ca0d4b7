import { GripVertical } from 'lucide-react';
import type { DragEvent } from 'react';
import { call } from '../bridge.ts';
import type { Act } from '../parts/act.ts';

/** More files than anyone drags; the main process takes no more. */
export const MOST_FILES = 200;

/** What an element needs so that clips can be dragged out of the window by it. */
export interface DragOut {
  readonly draggable: true;
  onPointerDown(): void;
  onDragStart(event: DragEvent): void;
}

/** The files are made while the button goes down, so that they are there when the drag begins. */
export function dragOut(clipIds: readonly string[], act: Pick<Act, 'run'>): DragOut {
  const ask = { clipIds: clipIds.slice(0, MOST_FILES) };
  return {
    draggable: true,
    onPointerDown: () => void call('clip.makeFiles', ask).catch(() => undefined),
    onDragStart(event) {
      // The system drags the files; the page's own drag would carry only words.
      event.preventDefault();
      void act.run(call('clip.drag', ask));
    },
  };
}

/** What a clip is dragged out of the window by. */
export function DragHandle({ clipId, act }: { readonly clipId: string; readonly act: Pick<Act, 'run'> }) {
  return (
    <span
      className="drag-handle"
      title="Drag it into a folder or another program"
      {...dragOut([clipId], act)}
    >
      <GripVertical size={16} aria-hidden="true" />
    </span>
  );
}
