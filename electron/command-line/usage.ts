/** What `timbre help` prints. */
export const USAGE = `Timbre: record your voice, clone it, and have it speak any text.

  npm run timbre -- COMMAND [OPTIONS]

  clone FILE…  make a voice of recordings (10–60 s in all): WAV, MP3, M4A, MP4, FLAC, Ogg, Opus or WebM
      --name NAME             what to call the voice
      --gender female|male    of the speaker
      --model MODEL           a2e (default), minimax, cartesia or elevenlabs
      --language CODE         what it will speak, such as en (default)
      --from S --to S         only this part of the FILE, in seconds from its start
      --consent               the speaker agreed; without it nothing is uploaded
      --server NAME           where to make it, one of “servers” (default: the chosen one)
  say TEXT     have a voice speak
      --voice NAME            its name or id
      --out FILE              also write the clip there (.wav, .mp3, .m4a or .opus)
      --speed N               0.5 to 2 (default: the voice's own)
      --server NAME           where the voice lives
  say --file FILE  have a document spoken: txt, csv (text; voice; file name), srt, vtt, md, docx, epub
      --out DIR               write it there when it is done
      --format FORMAT         wav (default), mp3, m4a or opus
      --one-per-line          a file for each paragraph, row or cue instead of one
      --subtitles srt|vtt     also write these
      --max-credits N         the most it may cost in all; what is left then waits in the queue
      --template NAME         of the files, such as {n}-{voice}-{text}; also {file}, {chapter}, {title}, {date}
  check FILE…  tell what recordings are like as samples, and where their flaws lie
      --model MODEL           the model they are for (default a2e)
  clips        list all that was spoken, newest first
      --search WORDS          only what has all of them
      --tag TAG               only favourite, flagged, stock, batch or recording
  clips export ID…  files of clips, each saying what it is
      --out DIR               where to
      --format, --one-file, --subtitles, --template   as for say --file
  voices       list the voices
      --search WORDS          only those whose name, tags, note or language have all of them
  voices sync  compare the voices with the account; costs nothing
      --server NAME           which account (default: the chosen server)
  voice export NAME           one file with the voice, its sample and its consent; no token
      --out FILE              where to (.timbrevoice)
  voice import FILE           take in the voice of such a file
  voice delete NAME           and print the receipt
      --where PLACE           here, there (on its server) or everywhere
  voice rebuild NAME          make it again of its recordings; costs as a training does
  servers      list the servers; they are added in the app
  jobs         list the queue
      --watch                 tell each change until nothing waits or runs
  run          work until the queue is empty
      --server NAME           TIMBRE_TOKEN is for this one
  retry ID…    take failed or canceled jobs up again, or those of a batch; --all: all that failed
  cancel ID…   cancel jobs, or what is unfinished of a batch; --all: everything unfinished
  serve        the A2E protocol on this computer, for other programs here
      --port N                (default 8787; 0: any free port)
      --credits N             begin with this pretend balance and charge it, to try running out (default: all is free)
  help         this page

  clone and say wait until it is done.
      --no-wait               only put it in the queue
      --patience SECONDS      without a network, how long to wait before leaving it in the queue (default 15)
  Every command takes --json: one JSON document on stdout, messages on stderr.
  Exit code: 0 done, 1 failed, 2 wrong usage.

  Environment
      TIMBRE_HOME             the folder in which everything is kept
      TIMBRE_SERVER_URL       an A2E-compatible server; none: the one on this computer, with stock voices
      TIMBRE_TOKEN            its token, or that of --server (for serve: the token it shall ask for). Tokens that the app
                              has sealed in the system's keyring cannot be opened here
      TIMBRE_ALLOW_HTTP       1: TIMBRE_SERVER_URL may be plain http to another machine, the token in the clear
`;
