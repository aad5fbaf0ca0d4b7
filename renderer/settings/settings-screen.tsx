import { AboutSection } from './about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { LibrarySection } from './library-section.tsx';
import { MicrophoneSection } from './microphone-section.tsx';
import { ModelSection } from './model-section.tsx';
import { ServersSection } from './server-section.tsx';
import { SpeechSection } from './speech-section.tsx';
import { SpendingSection } from './spending-section.tsx';
import { WorkSection } from './work-section.tsx';

/** Settings, in plain sections. */
export function SettingsScreen() {
  return (
    <div className="screen">
      <h1>Settings</h1>
      <MicrophoneSection />
      <ServersSection />
      <SpendingSection />
      <ModelSection />
      <WorkSection />
      <LibrarySection />
      <SpeechSection />
      <AppearanceSection />
      <AboutSection />
    </div>
  );
}
