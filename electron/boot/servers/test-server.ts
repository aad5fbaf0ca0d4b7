import type { A2eClient, A2eResult } from '../../a2e/client.ts';
import { fail, ok } from '../../result.ts';

/**
 * Whether this is an A2E server that takes the token: asks for the credits, and where the server does not know that call,
 * for the voices, which A2E documents. Answers the credits where they were told. What is no A2E server is `bad-answer`.
 */
export async function testServer(
  client: Pick<A2eClient, 'credits' | 'voices'>,
): Promise<A2eResult<{ readonly coins?: number }>> {
  const credits = await client.credits();
  if (credits.ok) return ok({ coins: credits.value.coins });
  if (credits.fault.code !== 'not-found') return credits;
  const voices = await client.voices();
  if (voices.ok) return ok({});
  if (voices.fault.code !== 'not-found') return voices;
  return fail('bad-answer', { detail: 'it has neither the credits nor the voices of an A2E server' });
}
