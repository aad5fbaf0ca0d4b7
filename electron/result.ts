/** An expected failure: a value with a code, never a thrown error. Nothing in it may hold a token or a signed link. */
export interface Fault<C extends string = string> {
  readonly code: C;
  /** What exactly happened, for a person who wants the details; technical, free of secrets. */
  readonly detail?: string;
  /** The server's own id for the call (`trace_id`), where it gave one. */
  readonly traceId?: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** How long the server asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Figures that the words for this code name (seconds, limits, a language, a file name). */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export type Result<T, C extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault<C> };

/** A success carrying `value`. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A failure with this code; `more` adds details and figures. */
export function fail<C extends string>(
  code: C,
  more: Omit<Fault<C>, 'code'> = {},
): { readonly ok: false; readonly fault: Fault<C> } {
  return { ok: false, fault: { ...more, code } };
}

/** Marks a place no value can reach; throws when one does, because that is a defect. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

/** What can stand in a JSON document. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
