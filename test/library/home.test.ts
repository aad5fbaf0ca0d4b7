import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findHome } from '../../electron/library/home.ts';

const home = (...parts: string[]) => join(homedir(), ...parts);

describe('the folder in which everything is kept', () => {
  it.each<{ what: string; env: NodeJS.ProcessEnv; platform: NodeJS.Platform; root: string }>([
    { what: 'the one that is named', env: { TIMBRE_HOME: '/data/t' }, platform: 'linux', root: '/data/t' },
    { what: 'trimmed', env: { TIMBRE_HOME: ' /data/t ' }, platform: 'darwin', root: '/data/t' },
    { what: 'taken from here', env: { TIMBRE_HOME: 'data' }, platform: 'linux', root: resolve('data') },
    {
      what: 'above all others',
      env: { TIMBRE_HOME: '/data/t', XDG_DATA_HOME: '/xdg' },
      platform: 'linux',
      root: '/data/t',
    },
    {
      what: 'no empty one',
      env: { TIMBRE_HOME: '  ' },
      platform: 'linux',
      root: home('.local/share/timbre'),
    },
    { what: 'the place of this system', env: {}, platform: 'linux', root: home('.local/share/timbre') },
    {
      what: 'the place set for data',
      env: { XDG_DATA_HOME: '/xdg' },
      platform: 'linux',
      root: '/xdg/timbre',
    },
    {
      what: 'no relative place',
      env: { XDG_DATA_HOME: 'xdg' },
      platform: 'linux',
      root: home('.local/share/timbre'),
    },
    { what: 'on a Mac', env: {}, platform: 'darwin', root: home('Library/Application Support/Timbre') },
    {
      what: 'on a Mac, whatever XDG says',
      env: { XDG_DATA_HOME: '/xdg' },
      platform: 'darwin',
      root: home('Library/Application Support/Timbre'),
    },
    { what: 'on Windows', env: { APPDATA: '/roaming' }, platform: 'win32', root: '/roaming/Timbre' },
    { what: 'on Windows without a name', env: {}, platform: 'win32', root: home('AppData/Roaming/Timbre') },
  ])('is $what ($platform)', ({ env, platform, root }) => {
    expect(findHome(env, platform).root).toBe(root);
  });

  it('has a folder of its own for each kind of thing', () => {
    const { root, ...folders } = findHome({ TIMBRE_HOME: '/data' }, 'linux');
    expect(folders).toEqual({
      takes: join(root, 'takes'),
      clips: join(root, 'clips'),
      auditions: join(root, 'auditions'),
      comparisons: join(root, 'comparisons'),
      consents: join(root, 'consents'),
      batches: join(root, 'batches'),
      jobs: join(root, 'jobs'),
      outgoing: join(root, 'outgoing'),
      uploads: join(root, 'uploads'),
      localServer: join(root, 'local-server'),
      models: join(root, 'models'),
      served: join(root, 'served'),
      window: join(root, 'window'),
    });
  });
});
