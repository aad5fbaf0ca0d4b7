import { AudioLines, MessageSquareText, Mic, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRecorderState } from '../equipment.tsx';
import { type Screen, useWindowState } from '../window-state.tsx';
import { QueueDrawer } from './queue/queue-drawer.tsx';
import { TopBar } from './top-bar.tsx';
import { UndoBar } from './undo-bar.tsx';

const SCREENS: readonly { readonly screen: Screen; readonly word: string; readonly icon: ReactNode }[] = [
  { screen: 'record', word: 'Record', icon: <Mic size={20} aria-hidden="true" /> },
  { screen: 'voices', word: 'Voices', icon: <AudioLines size={20} aria-hidden="true" /> },
  { screen: 'speak', word: 'Speak', icon: <MessageSquareText size={20} aria-hidden="true" /> },
  { screen: 'settings', word: 'Settings', icon: <Settings size={20} aria-hidden="true" /> },
];

/** What stands around every screen: the rail, the top bar, the undo bar. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { screen } = useWindowState();
  return (
    <div className="frame">
      <Rail />
      <TopBar />
      <main className="stage" key={screen}>
        {children}
      </main>
      <UndoBar />
    </div>
  );
}

function Rail() {
  const { screen, go } = useWindowState();
  const recording = useRecorderState().is === 'recording';
  return (
    <div className="rail">
      <nav aria-label="Screens">
        {SCREENS.map((one) => (
          <button
            key={one.screen}
            type="button"
            className="rail-item"
            aria-current={one.screen === screen ? 'page' : undefined}
            onClick={() => go(one.screen)}
          >
            {one.icon}
            <span>{one.word}</span>
            {one.screen === 'record' && recording ? <span className="rail-dot" title="Recording" /> : null}
          </button>
        ))}
      </nav>
      <QueueDrawer />
    </div>
  );
}
