import { setNonce } from 'get-nonce';

/** The nonce that the main process gave this page; empty where the page came without one (a test). */
export function pageNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce ?? '';
}

/** Lets the libraries that add a `<style>` while running pass the page's content policy. */
export function shareNonce(): void {
  const nonce = pageNonce();
  if (nonce !== '') setNonce(nonce);
}
