import { useEffect, useState } from 'react';
import { HistoryRow, type HistoryRowProps, PassingRow } from './history-row.tsx';

/** A row that came into view: it becomes whole when the list stands, and stays so. */
export function RowInView({ isMoving, ...props }: HistoryRowProps & { readonly isMoving: boolean }) {
  const [isWhole, setWhole] = useState(!isMoving);
  useEffect(() => {
    if (!isMoving) setWhole(true);
  }, [isMoving]);
  return isWhole ? <HistoryRow {...props} /> : <PassingRow {...props} />;
}
