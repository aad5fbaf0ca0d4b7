import { useEffect } from 'react';
import { call, on } from '../bridge.ts';
import { useWindowState } from '../window-state.tsx';

/** Says whether the batches are what is shown, so that nobody is told what they see; goes to the one that was asked for. */
export function BatchNews() {
  const { screen, go, showBatch } = useWindowState();
  const batches = screen === 'speak';
  // Where it could not be said a notification too many is all that comes of it.
  useEffect(() => void call('window.watching', { batches }).catch(() => undefined), [batches]);
  useEffect(
    () =>
      on('batch.show', ({ id }) => {
        go('speak');
        showBatch(id);
      }),
    [go, showBatch],
  );
  return null;
}
