/** An object of unknown content, as JSON gives it. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object (no list, not null), else undefined. */
export function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** The first of these fields that is a string with something in it. */
export function firstText(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return undefined;
}

/** The first such field of the first of these that has one. */
export function firstTextIn(many: readonly Fields[], names: readonly string[]): string | undefined {
  return many.map((fields) => firstText(fields, names)).find((text) => text !== undefined);
}

/** A number, also one written as a string; undefined for anything else. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim())) return Number(value);
  return undefined;
}

/**
 * The value as an object, and after it the objects it holds: for what a server may have wrapped once more, or put into a
 * list of one.
 */
export function withInner(value: unknown): readonly Fields[] {
  const outer = asFields(Array.isArray(value) ? value[0] : value);
  if (outer === undefined) return [];
  const inner = Object.values(outer).map(asFields);
  return [outer, ...inner.filter((fields) => fields !== undefined)];
}

/** The list that `value` is, or holds under one of these names. */
export function asList(value: unknown, names: readonly string[]): readonly unknown[] | undefined {
  const wrapper = asFields(value);
  return Array.isArray(value) ? value : names.map((name) => wrapper?.[name]).find(Array.isArray);
}

/** The same object without the keys whose value is undefined. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/**
 * An http(s) address without a user name in it, else undefined. With the address of the server, one that begins with a
 * slash is meant to be there [weak].
 */
export function asWebAddress(text: string | undefined, server?: string): URL | undefined {
  const base = text?.trimStart().startsWith('/') ? server : undefined;
  if (text === undefined || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url : undefined;
}
