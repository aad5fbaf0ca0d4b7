import { useEffect } from 'react';
import { type Equipment, EquipmentProvider } from './equipment.tsx';
import { Frame } from './parts/frame.tsx';
import { HintProvider } from './parts/hint.tsx';
import { RecordScreen } from './record/record-screen.tsx';
import { TakeInRecordings } from './record/take-in/take-in-recordings.tsx';
import { SpaceRecords } from './record/taking/space-records.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { BatchNews } from './speak/batch-news.tsx';
import { SpeakScreen } from './speak/speak-screen.tsx';
import { useMirror, useMirrorOpen } from './store.ts';
import { VoicesScreen } from './voices/voices-screen.tsx';
import { type Screen, useWindowState, WindowStateProvider } from './window-state.tsx';

const SCREENS: { readonly [S in Screen]: () => React.ReactNode } = {
  record: RecordScreen,
  voices: VoicesScreen,
  speak: SpeakScreen,
  settings: SettingsScreen,
};

/** The window. Nothing is drawn before the main process has told what there is; that takes one call. */
export function App({ equipment }: { readonly equipment: Equipment }) {
  const open = useMirrorOpen();
  if (!open) return null;
  return (
    <EquipmentProvider value={equipment}>
      <WindowStateProvider>
        <HintProvider>
          <Appearance />
          <TakeInRecordings />
          <SpaceRecords />
          <BatchNews />
          <Frame>
            <CurrentScreen />
          </Frame>
        </HintProvider>
      </WindowStateProvider>
    </EquipmentProvider>
  );
}

function CurrentScreen() {
  const { screen } = useWindowState();
  const Current = SCREENS[screen];
  return <Current />;
}

/** Puts the chosen appearance on the page; `system` leaves it to the system. */
function Appearance() {
  const appearance = useMirror((snapshot) => snapshot.settings.appearance);
  useEffect(() => {
    document.documentElement.dataset['appearance'] = appearance;
  }, [appearance]);
  return null;
}
