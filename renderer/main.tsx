import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { listMicrophones, onMicrophonesChanged } from './audio/microphones.ts';
import { recorder } from './audio/the-recorder.ts';
import { shareNonce } from './nonce.ts';
import { mirror } from './store.ts';
import './styles.ts';

shareNonce();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App equipment={{ recorder, listMicrophones, onMicrophonesChanged }} />);
await mirror.open();
