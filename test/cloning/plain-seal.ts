import { keptLinks } from '../../electron/cloning/kept-link.ts';

/** Links under a seal that turns words round: enough to see whether they were sealed. */
export const testLinks = keptLinks({
  seal: (text) => Buffer.from(text).toString('hex'),
  open: (sealed) => Buffer.from(sealed, 'hex').toString() || undefined,
});
