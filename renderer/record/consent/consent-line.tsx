import { CircleAlert, CircleCheck, Mic, Pause, Play } from 'lucide-react';
import { CONSENT_SENTENCE } from '../../../electron/cloning/sample/sample.ts';
import type { Consent } from '../../../electron/cloning/voice/voice.ts';
import { mediaPath } from '../../../electron/contract/calls.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { useNow } from '../../parts/clock.ts';
import { useSpanPlayer } from '../../parts/sound/span-player.ts';
import { dayWords } from '../../parts/time-words.ts';
import type { Sample } from '../sample/use-sample.ts';
import { useConsentState } from './use-consent.ts';

/** Whether the speaker agreed: when and how, to be heard, and the way to say it or say it again. */
export function ConsentLine({
  sample,
  onReread,
}: {
  readonly sample: Sample;
  onReread(sentence: number): void;
}) {
  const state = useConsentState(sample);
  const player = useSpanPlayer();
  const now = useNow(false);
  if (state.is === 'to-be-confirmed') return null;
  const given = state.is === 'given' ? state.consent : null;
  const record = given?.record;
  const plays = player.playing === record?.id;
  return (
    <section className="row consent-line" aria-label="Consent" data-given={given !== null}>
      {record === undefined ? null : (
        <IconButton
          label={plays ? 'Stop' : 'Play the consent'}
          className="player-button"
          onClick={() =>
            player.toggle(record.id, { url: mediaPath('consents', record.id), from: 0, to: record.seconds })
          }
        >
          {plays ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
        </IconButton>
      )}
      {given === null ? (
        <CircleAlert className="consent-mark" size={18} aria-hidden="true" />
      ) : (
        <CircleCheck className="consent-mark" size={18} aria-hidden="true" />
      )}
      <p className="consent-words" title={record?.text}>
        {given === null ? 'No consent yet. Nothing is uploaded without it.' : givenWords(given, now)}
      </p>
      {given === null || given.how === 'spoken' ? (
        <Button
          look={given === null ? 'plain' : 'quiet'}
          icon={<Mic size={16} aria-hidden="true" />}
          onClick={() => onReread(CONSENT_SENTENCE)}
        >
          {given === null ? 'Read the consent' : 'Read it again'}
        </Button>
      ) : null}
    </section>
  );
}

/** When and how the speaker agreed. */
export function givenWords({ at, how }: Consent, now: number): string {
  const when = dayWords(at, now);
  if (how === 'spoken') return `Agreed aloud, ${when}. Kept apart, never uploaded.`;
  return how === 'statement' ? `Agreed in a statement, ${when}.` : `Agreed, ${when}.`;
}
