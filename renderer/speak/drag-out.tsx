import { GripVertical } from 'lucide-react';
import type { DragEvent } from 'react';
import { call } from '../bridge.ts';
import type { Act } from '../parts/act.ts';

/** So long the button is down before the files are made: a click is shorter. In milliseconds. */
const HOLD_MS = 120;

/** What an element needs so that clips can be dragged out of the window by it. */
export interface DragOut {
  readonly draggable: true;
  onPointerDown(): void;
  onDragStart(event: DragEvent): void;
}

/**
 * The files are made while the button goes down, so that they are there when the drag begins. Where they take longer than
 * the button is held, nothing is dragged: the system would drop them wherever the pointer is by then.
 */
export function dragOut(clipIds: readonly string[], act: Pick<Act, 'run'>): DragOut {
  const ask = { clipIds };
  return {
    draggable: true,
    onPointerDown() {
      const held = followButton();
      setTimeout(() => {
        if (held.isDown()) void call('clip.makeFiles', ask).catch(() => undefined);
      }, HOLD_MS);
    },
    onDragStart(event) {
      // The system drags the files; the page's own drag would carry only words.
      event.preventDefault();
      const held = followButton();
      void act.run(call('clip.makeFiles', ask)).then((made) => {
        if (made !== undefined && held.isDown()) void act.run(call('clip.drag', ask));
      });
    },
  };
}

/** Whether the button that is down now is down still. */
function followButton(): { isDown(): boolean } {
  let isDown = true;
  const released = () => {
    isDown = false;
  };
  for (const end of ['pointerup', 'pointercancel', 'blur'])
    window.addEventListener(end, released, { capture: true, once: true });
  return { isDown: () => isDown };
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
