import { fail } from '../../electron/result.ts';
import { call, handOverPort, on } from '../bridge.ts';
import { openCapture } from './capture.ts';
import { createRecorder } from './create-recorder.ts';
import { listMicrophones, onMicrophonesChanged } from './microphones.ts';

/** The window's one recorder. Main is asked first: some systems want the app to ask before its window does. */
export const recorder = createRecorder({
  ...{ call, on, handOverPort },
  microphones: { list: listMicrophones, onChanged: onMicrophonesChanged },
  open: async (deviceId, onMessage) =>
    (await call('microphone.ask', null)) === 'denied'
      ? fail('microphone-denied')
      : openCapture(deviceId, onMessage),
});
