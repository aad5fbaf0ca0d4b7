/** What a decoder has to know of its track. */
export interface TrackFacts {
  /** Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  /** The codec's own header, as the container carries it. */
  readonly description: Uint8Array;
  /** The first packets, so many at most. */
  firstPackets(count: number): Promise<Uint8Array[]>;
}

/** Decodes one track's packets in order; memory outside JavaScript, so `free` has to be called. */
export interface PacketDecoder {
  /** Hz, of what comes out. */
  readonly sampleRate: number;
  readonly bitDepth: number;
  /** How many packets it wants at a time, where that matters. */
  readonly batch?: number;
  /** Mono samples of these packets. Throws, or answers `broken`, where some could not be decoded. */
  decode(packets: Uint8Array[]): Promise<{ samples: Float32Array<ArrayBuffer>; broken: boolean }>;
  free(): void;
}

/** Opens a decoder; answers what it is called where it is of a kind that is not decoded. */
export type OpenDecoder = (track: TrackFacts) => Promise<PacketDecoder | string>;
