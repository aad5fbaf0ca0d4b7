import type { Session, WebContents } from 'electron';
import { isOurPage } from './origin.ts';

/** The microphone, for Timbre's own page, is the only thing that is ever allowed. */
export function allowMicrophoneOnly(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isAudioOnly = types.length === 1 && types[0] === 'audio';
    answer(permission === 'media' && isAudioOnly && isOurPage(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      permission === 'media' && details.mediaType !== 'video' && isOurPage(details.requestingUrl ?? origin),
  );
  session.setDevicePermissionHandler(() => false);
}

/** The page stays where it is: no navigation, no new window, no embedded page. */
export function keepInPlace(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
