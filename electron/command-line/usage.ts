/** What `timbre help` prints. */
export const USAGE = `Timbre: record your voice, clone it, and have it speak any text.

  npm run timbre -- COMMAND [OPTIONS]

  clone FILE…  make a voice of recordings (WAV or MP3, 10–60 s in all)
      --name NAME             what to call the voice
      --gender female|male    of the speaker
      --model MODEL           a2e (default), minimax, cartesia or elevenlabs
      --language CODE         what it will speak, such as en (default)
      --consent               the speaker agreed; without it nothing is uploaded
  say TEXT     have a voice speak
      --voice NAME            its name or id
      --out FILE              also write the clip there (.wav)
      --speed N               0.5 to 2 (default 1)
  voices       list the voices
  jobs         list the queue
  run          work until the queue is empty
  serve        the A2E protocol on this computer, for other programs here
      --port N                (default 8787; 0: any free port)
  help         this page

  clone and say wait until it is done.
      --no-wait               only put it in the queue
      --patience SECONDS      without a network, how long to wait before leaving it in the queue (default 15)
  Every command takes --json: one JSON document on stdout, messages on stderr.
  Exit code: 0 done, 1 failed, 2 wrong usage.

  Environment
      TIMBRE_HOME             the folder in which everything is kept
      TIMBRE_SERVER_URL       an A2E-compatible server; none: the one on this computer, with stock voices
      TIMBRE_TOKEN            its token (for serve: the token it shall ask for)
`;
