import type { Seal } from '../disk/seal.ts';

const SEALED = '#sealed=';

/** Links of a server as they stand in the journal: their query, which may be a credential, is sealed. */
export interface KeptLinks {
  /** Without its origin where it is the server's own, because the server on this computer has another port each time. */
  keep(link: string, baseUrl: string): string;
  /** The link on the server as it is reached now; undefined where its query cannot be opened any more. */
  live(kept: string, baseUrl: string): string | undefined;
}

/** Keeps links under this seal. Links that an earlier version kept, with their query in the clear, are read too. */
export function keptLinks({ seal, open }: Seal): KeptLinks {
  return {
    keep(link, baseUrl) {
      const url = new URL(link);
      const place = (url.origin === new URL(baseUrl).origin ? '' : url.origin) + url.pathname;
      return url.search === '' ? place : `${place}${SEALED}${seal(url.search)}`;
    },
    live(kept, baseUrl) {
      const [place = '', sealed] = kept.split(SEALED);
      const query = sealed === undefined ? '' : open(sealed);
      if (query === undefined) return undefined;
      // Put together, not resolved: a path that begins with two slashes would name another host.
      return (place.startsWith('/') ? new URL(baseUrl).origin + place : place) + query;
    },
  };
}
