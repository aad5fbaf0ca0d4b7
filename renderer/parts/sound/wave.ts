import WaveSurfer from 'wavesurfer.js';
import { pageNonce } from '../../nonce.ts';

type WaveOptions = ConstructorParameters<typeof WaveSurfer>[0];

interface WaveColours {
  readonly waveColor: string;
  readonly progressColor: string;
}

/** A canvas knows no custom properties: the colours are read as the element computes them. */
function coloursOf(element: HTMLElement): WaveColours {
  const style = getComputedStyle(element);
  return { waveColor: style.color, progressColor: style.caretColor };
}

/** A waveform in Timbre's look, inside `container`. */
export function createWave(container: HTMLElement, options: Omit<WaveOptions, 'container'>): WaveSurfer {
  return WaveSurfer.create({
    container,
    height: 'auto',
    barWidth: 2,
    barGap: 2,
    barRadius: 2,
    barMinHeight: 2,
    cursorWidth: 0,
    hideScrollbar: true,
    cspNonce: pageNonce(),
    ...coloursOf(container),
    ...options,
  });
}

/** Draws the wave anew in the theme's colours whenever the theme changes; answers the undo. */
export function followTheme(wave: WaveSurfer, container: HTMLElement): () => void {
  const repaint = () => wave.setOptions({ ...coloursOf(container) });
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', repaint);
  const watch = new MutationObserver(repaint);
  watch.observe(document.documentElement, { attributeFilter: ['data-appearance'] });
  return () => {
    dark.removeEventListener('change', repaint);
    watch.disconnect();
  };
}

/** A load that a newer one overtook ends with an AbortError: that is no failure. */
export function ignoreOvertaken(error: unknown): void {
  if (error instanceof DOMException && error.name === 'AbortError') return;
  throw error;
}
