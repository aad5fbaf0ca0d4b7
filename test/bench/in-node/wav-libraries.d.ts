declare module 'node-wav' {
  const nodeWav: {
    encode(
      channels: readonly Float32Array[],
      options: { sampleRate: number; float: boolean; bitDepth: number },
    ): Buffer;
  };
  export = nodeWav;
}

declare module 'wav-encoder' {
  const wavEncoder: {
    encode: {
      sync(
        sound: { sampleRate: number; channelData: readonly Float32Array[] },
        options: { bitDepth: number },
      ): ArrayBuffer;
    };
  };
  export = wavEncoder;
}
