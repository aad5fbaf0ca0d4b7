import type { UploadProgress } from '../../electron/contract/calls.ts';

/** How much of a sample is on its way: `2.1 of 5.8 MB`. */
export function uploadWords({ sent, total }: Pick<UploadProgress, 'sent' | 'total'>): string {
  return `${megabytes(sent)} of ${megabytes(total)}\u00a0MB`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
