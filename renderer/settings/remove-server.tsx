import type { ServerView } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { AskFirst } from '../parts/ask-first.tsx';
import { useMirror } from '../store.ts';

/** Asks once: the token is forgotten, and the voices there wait until the server is added again. */
export function RemoveServer({ server, onDone }: { readonly server: ServerView; onDone(): void }) {
  const count = useMirror(({ voices }) => voices.filter((voice) => voice.server === server.id).length);
  const act = useAct();
  const voices =
    count === 0
      ? ''
      : ` ${count === 1 ? 'One voice lives' : `${count} voices live`} there; they stay in your library and can speak again when you add it back.`;
  return (
    <AskFirst
      about={`Remove ${server.name}`}
      words="Remove"
      busyWords="Removing…"
      act={act}
      onDo={() => void act.run(call('server.remove', { serverId: server.id }))}
      onKeep={onDone}
    >
      <p>
        Remove “{server.name}” and forget its token?{voices}
      </p>
    </AskFirst>
  );
}
