/** What the local server needs; nothing of it is global. */
export interface LocalServerOptions {
  /** Where samples, voices and speech are kept; made when missing. Only one process may use it at a time. */
  readonly folder: string;
  /** 0 for a random free port (the default). */
  readonly port?: number;
  /** The bearer token that calls must carry. */
  readonly token: string;
  readonly now?: () => number;
}

export interface LocalServer {
  /** Such as `http://127.0.0.1:41873`. */
  readonly url: string;
  /** Stops listening, ends open connections and the synthesizer. What is half done goes on at the next start. */
  close(): Promise<void>;
}
