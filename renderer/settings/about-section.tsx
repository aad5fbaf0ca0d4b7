import { useMirror } from '../store.ts';
import { Section } from './section.tsx';

const PLATFORMS = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' } as const;

/** Version, runtime, licence. */
export function AboutSection() {
  const version = useMirror((snapshot) => snapshot.version);
  const runtime = useMirror((snapshot) => snapshot.runtime);
  return (
    <Section name="About">
      <dl className="facts">
        <dt>Timbre</dt>
        <dd className="number">{version}</dd>
        <dt>Runtime</dt>
        <dd className="number">
          Electron {runtime.electron} on {PLATFORMS[runtime.platform]}
        </dd>
        <dt>Licence</dt>
        <dd>MIT</dd>
      </dl>
    </Section>
  );
}
