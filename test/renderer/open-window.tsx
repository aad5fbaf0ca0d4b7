import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Snapshot } from '../../electron/contract/calls.ts';
import { EquipmentProvider } from '../../renderer/equipment.tsx';
import { HintProvider } from '../../renderer/parts/hint.tsx';
import { mirror } from '../../renderer/store.ts';
import { WindowStateProvider } from '../../renderer/window-state.tsx';
import { type FakeBridge, fakeBridge } from './fake-bridge.ts';
import { fakeRecorder } from './fake-recorder.ts';

/** Draws a part of the window over a made-up main process, and answers that process. */
export async function openWindow(
  part: ReactNode,
  { open, answers }: { readonly open: Snapshot; readonly answers?: Parameters<typeof fakeBridge>[1] },
): Promise<FakeBridge> {
  const bridge = fakeBridge(() => open, answers);
  Object.assign(window, { timbre: bridge });
  mirror.close();
  await mirror.open();
  const equipment = {
    recorder: fakeRecorder(),
    listMicrophones: async () => [],
    onMicrophonesChanged: () => () => undefined,
  };
  await act(async () => {
    render(
      <EquipmentProvider value={equipment}>
        <WindowStateProvider>
          <HintProvider>{part}</HintProvider>
        </WindowStateProvider>
      </EquipmentProvider>,
    );
  });
  return bridge;
}
