import type { TakeSource } from '../../cloning/sample/load-sample.ts';
import type { TakeShelf } from '../../library/take-shelf.ts';
import { readTakeSpan } from '../../recording/read-span.ts';

/** The sound of kept takes, read a stretch at a time. */
export function takeSource(takes: Pick<TakeShelf, 'get' | 'path'>): TakeSource {
  const take = (id: string) => {
    const found = takes.get(id);
    return found?.state.status === 'kept' ? found : undefined;
  };
  return { take, span: (of, stretch) => readTakeSpan(takes.path(of.id), of, stretch) };
}
