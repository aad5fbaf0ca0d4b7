import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { ServerView } from '../../electron/contract/calls.ts';
import { useMirror } from '../store.ts';
import { changeWords, creditWords, isWaitingForNetwork, serverWords } from './queue/state-words.ts';

/**
 * How a server is: a shape, a word, and its credits. A job that waits for the network knows better than the
 * last time the server was asked.
 */
export function ServerState({ server }: { readonly server: ServerView }) {
  const waits = useMirror(({ jobs, voices }) =>
    jobs.some(
      (job) => isWaitingForNetwork(job) && voices.find(({ id }) => id === job.voiceId)?.server === server.id,
    ),
  );
  const credits = creditWords(server);
  return (
    <>
      <ReachIcon is={waits ? 'unreachable' : server.reach.is} />
      <span className="soft top-reach">{serverWords(server, waits)}</span>
      {credits === null ? null : <span className="number top-coins">{credits}</span>}
      {server.lastChange === undefined ? null : (
        <span className="number soft" title="What the last action changed">
          {changeWords(server.lastChange)}
        </span>
      )}
    </>
  );
}

/** The state of a server as a shape and a colour; the word stands beside it. */
function ReachIcon({ is }: { readonly is: ServerView['reach']['is'] }) {
  if (is === 'reachable') return <CircleCheck className="reach reach-ok" size={16} aria-hidden="true" />;
  if (is === 'unreachable') return <CircleX className="reach reach-fail" size={16} aria-hidden="true" />;
  return <CircleDashed className="reach" size={16} aria-hidden="true" />;
}
