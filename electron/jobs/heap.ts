/** Items of which the first in order is always at hand; adding and taking cost the logarithm of their number. */
export interface Heap<T> {
  push(item: T): void;
  first(): T | undefined;
  pop(): T | undefined;
  /** All items, in no order. */
  items(): readonly T[];
}

/** A binary heap; `rank` says the place of an item, smaller is earlier. */
export function createHeap<T>(rank: (item: T) => number): Heap<T> {
  const items: T[] = [];

  function isBefore(a: number, b: number): boolean {
    const [x, y] = [items[a], items[b]];
    return x !== undefined && (y === undefined || rank(x) < rank(y));
  }

  function swap(a: number, b: number): void {
    const [x, y] = [items[a], items[b]];
    if (x === undefined || y === undefined) return;
    items[a] = y;
    items[b] = x;
  }

  function sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const child = isBefore(left + 1, left) ? left + 1 : left;
      if (!isBefore(child, at)) return;
      swap(at, child);
      at = child;
    }
  }

  return {
    push(item) {
      let at = items.push(item) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!isBefore(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    first: () => items[0],
    pop() {
      swap(0, items.length - 1);
      const item = items.pop();
      sink();
      return item;
    },
    items: () => items,
  };
}
