import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { CONSENT_NAME, MANIFEST_NAME, SEAL_NAME } from '../../electron/library/voice-file/manifest.ts';
import { hashOf, packVoice } from '../../electron/library/voice-file/pack-voice.ts';
import { unpackVoice } from '../../electron/library/voice-file/unpack-voice.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { newVoice } from '../cloning/clone-world.ts';
import { sine } from '../recording/tones.ts';

const wav = (hz: number) =>
  encodeWav({ sampleRate: 8000, samples: sine({ hz, sampleRate: 8000, seconds: 1 }) }, 16);
const [part, other, agreed] = [wav(200), wav(300), wav(400)];
const record = { id: 'consent-1', text: 'I, Ada, agree.', sha256: hashOf(agreed), seconds: 1 };
const ada: Voice = newVoice({
  ...{ server: 'https://a.example', language: 'en', region: 'GB', tags: ['calm'], note: 'For the museum.' },
  state: { status: 'completed', remoteId: 'r1', speakerId: 's1' },
  consent: { at: 7, how: 'spoken', record },
});
const sounds = { sample: [{ wav: part, sentence: 2 }, { wav: other }], consent: agreed };
const packed = packVoice(ada, sounds, 1_700_000_000_000);

/** A file whose entries are these, changed as said and its description sealed; packed where `level` is not 0. */
function forge(change: (entries: Record<string, Uint8Array>) => void, level: 0 | 9 = 0): Uint8Array {
  const entries: Record<string, Uint8Array> = {
    [MANIFEST_NAME]: text(manifestIn(packed)),
    'sample/0.wav': part,
    'sample/1.wav': other,
    [CONSENT_NAME]: agreed,
  };
  change(entries);
  const described = entries[MANIFEST_NAME];
  if (described && !(SEAL_NAME in entries)) entries[SEAL_NAME] = raw(hashOf(described));
  return zipSync(entries, { level });
}
function manifestIn(file: Uint8Array<ArrayBuffer>) {
  const read = unpackVoice(file);
  if (!read.ok) throw new Error('the example cannot be read');
  return read.value.manifest;
}
const raw = (words: string) => new TextEncoder().encode(words);
const text = (value: unknown) => raw(JSON.stringify(value));
const manifestOf = (entries: Record<string, Uint8Array>) =>
  JSON.parse(new TextDecoder().decode(entries[MANIFEST_NAME]));
const changeManifest = (change: (manifest: ReturnType<typeof manifestOf>) => void) =>
  forge((entries) => {
    const manifest = manifestOf(entries);
    change(manifest);
    entries[MANIFEST_NAME] = text(manifest);
  });

const put = (name: string, bytes: Uint8Array) => (entries: Record<string, Uint8Array>) => {
  entries[name] = bytes;
};
/** Puts a word at this place of the description. */
const set = (path: string, word: string) => (manifest: ReturnType<typeof manifestOf>) => {
  const names = path.split('.');
  const last = names.pop() ?? '';
  names.reduce((inner, name) => inner[name], manifest)[last] = word;
};

describe('how a voice speaks', () => {
  it('goes along', () => {
    const manner = { speed: 0.85, pronunciations: [{ word: 'SQL', spoken: 'sequel' }] };
    const read = unpackVoice(packVoice({ ...ada, ...manner }, sounds, 1));
    expect(read).toMatchObject({ ok: true, value: { manifest: { voice: manner } } });
  });

  it.each([{ speed: 3 }, { pronunciations: [{ word: '', spoken: 'x' }] }, { pronunciations: 'SQL' }])(
    'is refused as %j',
    (manner) => {
      const file = changeManifest((manifest) => void Object.assign(manifest.voice, manner));
      expect(unpackVoice(file)).toMatchObject({ fault: { code: 'voice-file-unreadable' } });
    },
  );
});

describe('a voice as one file', () => {
  it('is read back as it was: what it is, its clone, the parts of its sample and its consent', () => {
    const read = unpackVoice(packed);
    expect(read).toMatchObject({
      ok: true,
      value: {
        manifest: {
          ...{ format: 'timbrevoice', version: 3, savedAt: 1_700_000_000_000 },
          voice: {
            name: 'Ada',
            server: 'https://a.example',
            region: 'GB',
            tags: ['calm'],
            note: 'For the museum.',
          },
          clone: { remoteId: 'r1', speakerId: 's1' },
          sample: [{ sentence: 2 }, {}],
          consent: { at: 7, how: 'spoken', record: { text: 'I, Ada, agree.' } },
        },
      },
    });
    if (read.ok)
      expect([...read.value.sample, read.value.consent].map((one) => one && hashOf(one))).toEqual(
        [part, other, agreed].map(hashOf),
      );
  });

  it.each([1, 2])('of version %i, whose description was not sealed, is read all the same', (version) => {
    const old = zipSync(
      {
        [MANIFEST_NAME]: text({ ...manifestIn(packed), version }),
        ...{ 'sample/0.wav': part, 'sample/1.wav': other, [CONSENT_NAME]: agreed },
      },
      { level: 0 },
    );
    expect(unpackVoice(old)).toMatchObject({ ok: true, value: { manifest: { version } } });
  });

  it('of one that was made elsewhere has no sound', () => {
    const bare = { ...ada, takeIds: [], consent: { at: 7, how: 'elsewhere' } } as const;
    expect(unpackVoice(packVoice(bare, { sample: [] }, 1))).toMatchObject({
      ok: true,
      value: { sample: [] },
    });
  });

  it('of one whose clone is gone has no clone', () => {
    const gone = { ...ada, state: { status: 'gone', at: 1, remoteId: 'r1' } } as const;
    const read = unpackVoice(packVoice(gone, sounds, 1));
    expect(read.ok && read.value.manifest.clone).toBeUndefined();
  });

  it('holds nothing but what is named here: no token, no link, no path of this computer', () => {
    const read = unpackVoice(packed);
    const keys = (value: unknown): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => [key, ...keys(inner)])
        : [];
    const named = new Set(keys(read.ok && read.value.manifest).filter((key) => !/^\d+$/.test(key)));
    expect([...named].sort()).toEqual(
      'at clone consent createdAt format gender how language model name note record region remoteId sample savedAt seconds sentence server sha256 speakerId tags text version voice'.split(
        ' ',
      ),
    );
  });
});

describe('a file that is refused', () => {
  it.each([
    { what: 'is no ZIP', file: new TextEncoder().encode('a voice'), why: /no voice file/ },
    { what: 'is empty', file: new Uint8Array(0), why: /no voice file/ },
    { what: 'is cut off', file: packed.slice(0, packed.length - 30), why: /no voice file/ },
    { what: 'has no description', file: forge((e) => void delete e[MANIFEST_NAME]), why: /no description/ },
    {
      what: 'has a description that is no JSON',
      file: forge(put(MANIFEST_NAME, new Uint8Array([255]))),
      why: /cannot be read/,
    },
    {
      what: 'has other words of consent',
      file: forge((entries) => {
        const manifest = manifestOf(entries);
        entries[SEAL_NAME] = raw(hashOf(entries[MANIFEST_NAME] ?? raw('')));
        manifest.consent.record.text = 'I, Ada, agree to anything.';
        entries[MANIFEST_NAME] = text(manifest);
      }),
      why: /description was changed/,
    },
    {
      what: 'is of this version and not sealed',
      file: zipSync({ [MANIFEST_NAME]: text(manifestIn(packed)) }, { level: 0 }),
      why: /description was changed/,
    },
    {
      what: 'is of another program',
      file: changeManifest(set('format', 'othervoice')),
      why: /no voice file/,
    },
    {
      what: 'leads out of its folder',
      file: forge(put('../../evil.wav', part)),
      why: /does not belong/,
    },
    { what: 'leads to the root', file: forge(put('/etc/passwd', part)), why: /does not belong/ },
    {
      what: 'leads out the way of Windows',
      file: forge(put('sample\\..\\0.wav', part)),
      why: /does not belong/,
    },
    {
      what: 'has a part that is not described',
      file: forge(put('sample/7.wav', part)),
      why: /not described/,
    },
    { what: 'is packed, so that it could grow without end', file: forge(() => undefined, 9), why: /packed/ },
    { what: 'is larger than any', file: new Uint8Array(100_000_001), why: /larger/ },
    {
      what: 'lacks a part of the sample',
      file: forge((e) => void delete e['sample/1.wav']),
      why: /part 2 .* missing/,
    },
    {
      what: 'has another part of the sample',
      file: forge(put('sample/0.wav', other)),
      why: /part 1 .* changed/,
    },
    {
      what: 'has another consent',
      file: forge(put(CONSENT_NAME, part)),
      why: /consent was changed/,
    },
    {
      what: 'lacks the consent',
      file: forge((e) => void delete e[CONSENT_NAME]),
      why: /consent is not whole/,
    },
    {
      what: 'says that its speaker agreed aloud, without the sound',
      file: changeManifest((m) => void delete m.consent.record),
      why: /agrees is missing/,
    },
    {
      what: 'has a word too many',
      file: changeManifest(set('token', 'sk_1')),
      why: /does not fit/,
    },
    {
      what: 'has a clone id that is an address',
      file: changeManifest(set('clone.remoteId', 'a b')),
      why: /does not fit: clone/,
    },
    {
      what: 'has an unknown engine',
      file: changeManifest(set('voice.model', 'best')),
      why: /does not fit: voice.model/,
    },
  ])('because it $what', ({ file, why }) => {
    const read = unpackVoice(file);
    expect(read).toMatchObject({ ok: false, fault: { code: 'voice-file-unreadable' } });
    expect(read.ok ? '' : read.fault.detail).toMatch(why);
  });

  it('because a newer Timbre wrote it says so, whatever is in it', () => {
    const newer = changeManifest((manifest) => {
      manifest.version = 4;
      manifest.dreams = true;
    });
    expect(unpackVoice(newer)).toEqual({
      ok: false,
      fault: { code: 'voice-file-newer', facts: { version: 4 } },
    });
  });
});
