import type { ModelView } from '../../electron/contract/calls.ts';

type Installing = Extract<ModelView['state'], { is: 'installing' }>;

const STEPS: Readonly<Record<Installing['step'], string>> = {
  downloading: 'Downloading',
  checking: 'Checking',
  unpacking: 'Unpacking',
  trying: 'Trying it out',
};

/** What is being done, with its share where there is one: "Downloading · 42 %". */
export function stepWords({ step, done }: Installing): string {
  return step === 'trying' ? `${STEPS[step]} …` : `${STEPS[step]} · ${Math.floor(done * 100)} %`;
}

/** Bytes as a person reads them: "98 MB". */
export function sizeWords(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1e6)).toLocaleString('en-US')} MB`;
}
