/**
 * The shapes that travel between a client and an A2E server, in both directions. Shared by the client (`a2e/`) and the
 * local server; nothing else of the protocol is. Facts and how sure we are of each: A2E's voice API pages; [seen] in
 * several public clients; [weak] in one.
 */

/** The four engines that A2E trains with [doc]. */
export const A2E_MODELS = ['a2e', 'minimax', 'cartesia', 'elevenlabs'] as const;
export type A2eModel = (typeof A2E_MODELS)[number];

/**
 * Timbre's own code in an envelope: the voice is a clone of the server on this computer, and the model that speaks it is gone.
 * A2E never sends it.
 */
export const CODE_MODEL_MISSING = 4090;

export type WireGender = 'female' | 'male';

/** Body of `POST userVoice/training` [doc]. Asks with `language`; the record that answers says `lang`. */
export interface WireTraining {
  readonly name: string;
  readonly voice_urls: readonly string[];
  readonly model: A2eModel;
  readonly language: string;
  readonly gender: WireGender;
}

/**
 * A clone as the server lists it [doc]. `current_status` goes `sent`, `processing`, `completed`; others are
 * tolerated [weak].
 */
export interface WireVoice {
  readonly _id: string;
  readonly name: string;
  readonly voice_urls: readonly string[];
  readonly current_status: string;
  readonly model?: string;
  readonly lang?: string;
  readonly language?: string;
  readonly gender?: string;
  readonly speaker_id?: string;
  readonly failed_message?: string;
  readonly failed_code?: string | number;
  readonly createdAt?: string;
  readonly updatedAt?: string;
  /** Timbre's own addition: this voice speaks with the named stock voice and is no clone. A2E never sends it. */
  readonly stock_voice?: string;
}

/** Body of `POST video/send_tts` [doc path, seen body]: exactly one of `user_voice_id` and `tts_id`. */
export interface WireSpeech {
  readonly msg: string;
  readonly user_voice_id?: string;
  readonly tts_id?: string;
  /** Required with `user_voice_id`: the language, such as `en`. */
  readonly country?: string;
  /** Required with `user_voice_id`: the region, such as `US`. */
  readonly region?: string;
  /** 0.5–2, 1 when absent. */
  readonly speechRate?: number;
}

/** Every answer: `code` 0 is success; the text of a failure stands in `msg` or `message` [seen]. */
export interface WireEnvelope {
  readonly code: number;
  readonly data?: unknown;
  readonly msg?: string;
  readonly message?: string;
  readonly trace_id?: string;
  /** Timbre's own addition to an answer of `send_tts`: spoken by the named stock voice. A2E never sends it. */
  readonly stock_voice?: string;
}
