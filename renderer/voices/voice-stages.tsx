import { Check } from 'lucide-react';
import type { VoiceState } from '../../electron/cloning/voice/voice.ts';
import { VOICE_STAGES, voiceProgress } from '../parts/queue/state-words.ts';

/** uploaded · sent · processing · ready, each behind, under way or to come. */
export function VoiceStages({ state }: { readonly state: VoiceState }) {
  const { done, doing } = voiceProgress(state);
  return (
    <ol className="stages" aria-label="Stages">
      {VOICE_STAGES.map((stage, at) => (
        <li
          key={stage}
          className="stage-step"
          data-is={at < done ? 'done' : at === doing ? 'doing' : 'ahead'}
          aria-current={at === doing ? 'step' : undefined}
        >
          <span className="stage-dot" aria-hidden="true">
            {at < done ? <Check size={10} strokeWidth={3} /> : null}
          </span>
          {stage}
          {at < done ? <span className="unseen"> done</span> : null}
        </li>
      ))}
    </ol>
  );
}
