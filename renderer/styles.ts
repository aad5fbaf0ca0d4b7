/** The style sheets in the order they build on each other. */
import './parts/tokens.css';
import './parts/base.css';
import './parts/parts.css';
import './parts/sound.css';
import './parts/frame.css';
import './record/record.css';
import './record/reading/reading.css';
import './record/sample/sample.css';
import './voices/voices.css';
import './speak/speak.css';
import './speak/batches.css';
import './speak/history/history.css';
import './settings/settings.css';
