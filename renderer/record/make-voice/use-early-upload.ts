import { useEffect, useState } from 'react';
import type { UploadProgress } from '../../../electron/contract/calls.ts';
import { call } from '../../bridge.ts';
import { useMirror } from '../../store.ts';

/**
 * Sends the sample while its voice is being named, as soon as it `isReady`, and again when it is another one (`revision`).
 * Answers how far it is. What goes wrong is not told: the voice sends its sample itself then, and says so.
 */
export function useEarlyUpload(isReady: boolean, revision: number): UploadProgress | undefined {
  const [jobId, setJobId] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = isReady;
    if (isReady)
      void call('sample.sendEarly', null)
        .then((begun) => isCurrent && setJobId(begun.ok ? (begun.value?.jobId ?? null) : null))
        .catch(() => undefined);
    // `revision` is why it is done again.
    void revision;
    return () => {
      isCurrent = false;
    };
  }, [isReady, revision]);
  return useMirror((snapshot) => snapshot.uploads.find(({ id }) => id === jobId));
}
