import { useEffect, useState } from 'react';
import { BatchLine, type BatchLineProps } from './batch-line.tsx';
import { LineFacts } from './line-facts.tsx';
import { lineName } from './line-words.ts';

/**
 * A line that came into view. While the list moves it is drawn without what one could press, in the same places and as
 * high: a dozen lines a frame come and go then. It becomes whole when the list stands, and stays so.
 */
export function LineInView({ isMoving, ...props }: BatchLineProps & { readonly isMoving: boolean }) {
  const [isWhole, setWhole] = useState(!isMoving);
  useEffect(() => {
    if (!isMoving) setWhole(true);
  }, [isMoving]);
  return isWhole || props.editor !== null ? <BatchLine {...props} /> : <PassingLine {...props} />;
}

function PassingLine({ line, at, rowKind, isChosen }: BatchLineProps) {
  if (line === undefined) return <div className="batch-line" aria-busy="true" />;
  return (
    <div className="batch-line">
      <div className="row batch-line-head batch-line-passing">
        <input type="checkbox" tabIndex={-1} aria-hidden="true" checked={isChosen} readOnly />
        <span className="soft small number">{lineName(line, rowKind, at)}</span>
        <p className="batch-line-text">{line.text}</p>
        <span data-buttons={line.clipId === undefined ? 2 : 3} />
      </div>
      {line.clipId === undefined ? null : <div className="batch-line-sound" />}
      <LineFacts line={line} />
      {line.own || line.isRecording ? <div className="own-line" /> : null}
    </div>
  );
}
