/** The three channels between the preload and the gate; their contents are typed by the contract. */
export const CALL_CHANNEL = 'timbre:call';
export const EVENT_CHANNEL = 'timbre:event';
export const FRAMES_CHANNEL = 'timbre:frames';
