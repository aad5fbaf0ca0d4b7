export const SCHEME = 'app';
/** The one origin of Timbre's window. */
export const APP_ORIGIN = `${SCHEME}://bundle`;

/** Whether a URL is of Timbre's own origin. (`URL.origin` is "null" for a scheme of one's own.) */
export function isOurPage(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);
}
