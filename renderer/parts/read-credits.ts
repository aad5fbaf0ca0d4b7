/** The credits as they were typed; null for none, undefined for what is no number of credits. */
export function readCredits(words: string): number | null | undefined {
  const trimmed = words.trim();
  if (trimmed === '') return null;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : undefined;
}

/** The limit as it was typed; null for none, undefined for what is no limit. */
export function readLimit(words: string): number | null | undefined {
  const limit = readCredits(words);
  return limit === 0 ? undefined : limit;
}
