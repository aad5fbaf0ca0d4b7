import { type Fault, fail } from '../result.ts';

export type WriteFaultCode = 'disk-full' | 'not-written';

/** An error of the file system as a fault: `disk-full` for no space or quota, else `not-written`. */
export function writeFault(error: unknown): { readonly ok: false; readonly fault: Fault<WriteFaultCode> } {
  const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return fail(isFull(detail) ? 'disk-full' : 'not-written', { detail });
}

function isFull(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT';
}
