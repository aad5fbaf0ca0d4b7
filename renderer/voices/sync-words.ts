import type { SyncReport } from '../../electron/cloning/voice/sync-report.ts';

/** What comparing with an account found, as sentences; where nothing changed, said only to who `asked`. */
export function syncWords(report: SyncReport, name: string, asked: boolean): string {
  const { found, back, gone, unsure, known } = report;
  const said = [
    found > 0 ? `${voices(found)} of ${name} ${are(found)} new here.` : '',
    back > 0 ? `${voices(back)} of ${name} ${are(back)} there again.` : '',
    gone > 0 ? `${name} does not know ${voices(gone)} any more.` : '',
    gone > 1 && known === 0 ? `None of your voices is on ${name}: is it the account they were made on?` : '',
    unsure > 0 ? `${voices(unsure)} could not be found on ${name}, whose list may not be all there is.` : '',
  ].filter((line) => line !== '');
  if (said.length > 0) return said.join(' ');
  return asked ? `${name}: nothing has changed.` : '';
}

function voices(count: number): string {
  return count === 1 ? '1 voice' : `${count.toLocaleString('en')} voices`;
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}
