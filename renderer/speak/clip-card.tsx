import { useRef } from 'react';
import { mediaPath } from '../../electron/contract/calls.ts';
import type { Clip } from '../../electron/speaking/clip.ts';
import { useAct } from '../parts/act.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { Player, type PlayerControl } from '../parts/sound/player.tsx';
import { SpokenText } from '../parts/spoken-text.tsx';
import { ClipBadges } from './clip-badges.tsx';
import { ClipMenu } from './clip-menu.tsx';
import { DragHandle } from './drag-out.tsx';
import { ExportProgress } from './exporting/export-progress.tsx';
import { useExport } from './exporting/use-export.ts';
import { useSentences } from './use-sentences.ts';

/** One clip: what was said and by whom, to hear, to save, to drag away, to discard. */
export function ClipCard({ clip }: { readonly clip: Clip }) {
  const act = useAct();
  const exporting = useExport(clip.id);
  const player = useRef<PlayerControl>(null);
  const { times, heard, onHeard } = useSentences(clip.id);
  return (
    <article className="spoken" aria-label={clip.text}>
      <div className="spoken-head">
        <p className="spoken-text">
          <SpokenText
            text={clip.text}
            times={times}
            heard={heard}
            onJump={(seconds) => player.current?.playFrom(seconds)}
          />
        </p>
        <DragHandle clipId={clip.id} act={act} />
        <ClipMenu clip={clip} act={act} exporting={exporting} />
      </div>
      <Player
        url={mediaPath('clips', clip.id)}
        seconds={clip.samples / clip.sampleRate}
        about="the clip"
        control={player}
        onHeard={onHeard}
      />
      <p className="spoken-facts">
        <span className="cut">{clip.voiceName}</span>
        <ClipBadges clip={clip} />
      </p>
      <ExportProgress exporting={exporting} exportId={clip.id} />
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </article>
  );
}
