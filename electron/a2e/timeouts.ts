/** How patient the client is. All in milliseconds; each bounds the whole call, headers and body, unless it says otherwise. */
export interface A2eTimeouts {
  /** A call that only asks or tidies up. */
  readonly call: number;
  /** Starting a training: longer, because a time-out there is ambiguous and has to be looked into. */
  readonly train: number;
  /** Having a text spoken: the answer comes with the finished audio and can take minutes. */
  readonly speak: number;
  /** Sending a sample, before its size; one second per `UPLOAD_BYTES_PER_SECOND` is added. */
  readonly upload: number;
  /** Fetching speech, all hops together. */
  readonly download: number;
  /** The longest silence within a fetch of speech. */
  readonly idle: number;
  /** The pause before a PUT is repeated; the second pause is three times as long. */
  readonly pause: number;
}

export const DEFAULT_TIMEOUTS: A2eTimeouts = {
  call: 20_000,
  train: 60_000,
  speak: 180_000,
  upload: 30_000,
  download: 900_000,
  idle: 30_000,
  pause: 500,
};

/** The slowest line on which an upload is still waited for: 256 kbit/s. */
export const UPLOAD_BYTES_PER_SECOND = 32_000;
