import { AboutSection } from './about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { LibrarySection } from './library-section.tsx';
import { MicrophoneSection } from './microphone-section.tsx';
import { ServersSection, StockSection } from './server-section.tsx';

/** Settings, in plain sections. */
export function SettingsScreen() {
  return (
    <div className="screen">
      <h1>Settings</h1>
      <MicrophoneSection />
      <ServersSection />
      <StockSection />
      <LibrarySection />
      <AppearanceSection />
      <AboutSection />
    </div>
  );
}
