import { refused } from '../../../electron/local-server/answer.ts';
import type { LocalServer } from '../../../electron/local-server/local-server.ts';

/** A server on this computer that has no pretend balance and takes none. */
export const NO_PURSE: LocalServer['purse'] = {
  coins: () => null,
  onChange: () => undefined,
  set: async () => refused(404, 'There is nothing at this address.'),
};
