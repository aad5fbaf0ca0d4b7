import { Clapperboard } from 'lucide-react';
import { useEffect, useState } from 'react';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { useMirror } from '../store.ts';

/** How often it is looked whether the voice is there, in milliseconds, and how many times. */
const LOOK_MS = 3_000;
const MOST_LOOKS = 60;

type How = 'none' | 'making' | 'here' | 'late';

/** Clones the voice of an avatar that was made of a video on the chosen server. */
export function AvatarVoice() {
  const { id: serverId, kind, avatars } = useMirror((snapshot) => snapshot.server);
  const [avatarId, setAvatarId] = useState(avatars?.[0]?.id ?? '');
  const [how, setHow] = useState<How>('none');
  const act = useAct();
  useArrival({ serverId, isMaking: how === 'making', onEnd: setHow });
  const clone = async () => {
    const begun = await act.run(call('server.cloneAvatarVoice', { serverId, avatarId: avatarId.trim() }));
    if (begun !== undefined) setHow('making');
  };
  return (
    <div className="field">
      <label htmlFor="avatar-id">The voice of an avatar</label>
      <div className="row voices-find">
        {avatars === undefined ? (
          <input
            id="avatar-id"
            className="input"
            placeholder="Id of the avatar"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={avatarId}
            onChange={(event) => setAvatarId(event.target.value)}
          />
        ) : (
          <div className="avatar-choice">
            <Choice
              id="avatar-id"
              value={avatarId}
              options={avatars.map(({ id, name }) => ({ value: id, words: name }))}
              onChoose={setAvatarId}
            />
          </div>
        )}
        <Button
          icon={<Clapperboard size={16} aria-hidden="true" />}
          disabled={act.busy || how === 'making' || avatarId.trim() === ''}
          onClick={() => void clone()}
        >
          Clone its voice
        </Button>
      </div>
      <p className="field-note" aria-live="polite">
        {HOW_WORDS[how] ?? (kind === 'local' ? LOCAL_WORDS : REMOTE_WORDS)}
      </p>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </div>
  );
}

const LOCAL_WORDS = 'This computer has no videos. These are its stock voices, to try it with.';
const REMOTE_WORDS =
  'An avatar that you made of a video has a voice, too. It costs as a new voice does. You find its id in your account.';
const HOW_WORDS: Partial<Record<How, string>> = {
  making: 'It is being made. It appears among your voices when it is ready.',
  here: 'It is among your voices.',
  late: 'It is still being made. “Look at the accounts” brings it here when it is ready.',
};

/** Looks at the account until a voice is new there, for three minutes. */
function useArrival({
  serverId,
  isMaking,
  onEnd,
}: {
  readonly serverId: string;
  readonly isMaking: boolean;
  onEnd(how: How): void;
}) {
  useEffect(() => {
    if (!isMaking) return;
    let looks = 0;
    const look = async () => {
      looks++;
      const report = await call('voices.sync', { server: serverId });
      if (report.ok && report.value.found > 0) onEnd('here');
      else if (looks >= MOST_LOOKS) onEnd('late');
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isMaking, serverId, onEnd]);
}
