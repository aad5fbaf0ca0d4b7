import { Download, FolderOpen, Trash2 } from 'lucide-react';
import { mediaPath } from '../../electron/contract/calls.ts';
import type { Clip } from '../../electron/speaking/clip.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Badge, StockBadge } from '../parts/badge.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { MoreMenu } from '../parts/more-menu.tsx';
import { Player } from '../parts/sound/player.tsx';
import { speedWords } from '../parts/speed-slider.tsx';
import { undoBar } from '../parts/undo.ts';

/** One clip: what was said and by whom, to hear, to save, to discard. */
export function ClipCard({ clip }: { readonly clip: Clip }) {
  const act = useAct();
  const discard = async () => {
    const gone = await act.run(call('clip.discard', { clipId: clip.id }));
    if (gone === undefined) return;
    undoBar.offer({
      words: 'Clip discarded.',
      undo: () => void act.run(call('clip.restore', { clipId: clip.id })),
    });
  };
  const actions = [
    {
      words: 'Save as…',
      icon: <Download size={16} />,
      run: () => void act.run(call('clip.saveAs', { clipId: clip.id })),
    },
    {
      words: 'Show in folder',
      icon: <FolderOpen size={16} />,
      run: () => void act.run(call('folder.show', { what: 'clip', id: clip.id })),
    },
    { words: 'Discard', icon: <Trash2 size={16} />, danger: true, run: () => void discard() },
  ];
  return (
    <article className="spoken" aria-label={clip.text}>
      <div className="spoken-head">
        <p className="spoken-text">{clip.text}</p>
        <MoreMenu actions={actions} about="this clip" />
      </div>
      <Player url={mediaPath('clips', clip.id)} seconds={clip.samples / clip.sampleRate} about="the clip" />
      <p className="spoken-facts">
        <span className="cut">{clip.voiceName}</span>
        {clip.stock === undefined ? null : <StockBadge stock={clip.stock} />}
        {clip.speed === 1 ? null : <Badge>{speedWords(clip.speed)}</Badge>}
      </p>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </article>
  );
}
