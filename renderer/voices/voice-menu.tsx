import {
  AudioWaveform,
  Download,
  Mic,
  Pencil,
  RotateCcw,
  Scale,
  SpellCheck,
  Tag,
  Trash2,
} from 'lucide-react';
import { isAtRest } from '../../electron/cloning/voice/remade-voice.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { type MenuAction, MoreMenu } from '../parts/more-menu.tsx';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { trainingPrice } from './voice-words.ts';

/** What is done in the card itself. */
export type Doing = 'nothing' | 'renaming' | 'describing' | 'speaking' | 'deleting';

/** The ⋯ of a voice. */
export function VoiceMenu({ voice, onDoing }: { readonly voice: Voice; onDoing(doing: Doing): void }) {
  const { compare, recordAgain } = useWindowState();
  const servers = useMirror((snapshot) => snapshot.servers);
  const act = useAct();
  const isOwn = voice.origin?.is !== 'public';
  const canBeMade = isOwn && isAtRest(voice);
  const actions: readonly MenuAction[] = [
    { words: 'Rename', icon: <Pencil size={16} />, run: () => onDoing('renaming') },
    { words: 'Tags and note', icon: <Tag size={16} />, run: () => onDoing('describing') },
    { words: 'Speed and words', icon: <SpellCheck size={16} />, run: () => onDoing('speaking') },
    ...(voice.state.status === 'completed'
      ? [{ words: 'Compare blind…', icon: <Scale size={16} />, run: () => compare({ voiceId: voice.id }) }]
      : []),
    ...(canBeMade ? [{ words: 'Record again', icon: <Mic size={16} />, run: () => recordAgain(voice) }] : []),
    ...(canBeMade && voice.takeIds.length > 0
      ? [
          {
            words: `Make it again (${trainingPrice(voice, servers)})`,
            icon: <RotateCcw size={16} />,
            run: () => void act.run(call('voice.rebuild', { voiceId: voice.id })),
          },
        ]
      : []),
    ...(isOwn
      ? [
          {
            words: 'Save as a file…',
            icon: <Download size={16} />,
            run: () => void act.run(call('voice.export', { voiceId: voice.id })),
          },
        ]
      : []),
    { words: 'Delete…', icon: <Trash2 size={16} />, danger: true, run: () => onDoing('deleting') },
  ];
  return (
    <>
      {act.busy ? <AudioWaveform size={16} aria-label="Working" /> : null}
      <MoreMenu actions={actions} about={voice.name} />
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}
