import { Copy, Download, FolderOpen, Save, Star, StarOff, Trash2 } from 'lucide-react';
import { ok, type Result } from '../../electron/result.ts';
import type { Clip } from '../../electron/speaking/clip.ts';
import { call } from '../bridge.ts';
import type { Act } from '../parts/act.ts';
import { type MenuAction, MoreMenu } from '../parts/more-menu.tsx';
import { useMirror } from '../store.ts';
import { discardClips, starClips } from './clip-actions.ts';
import { folderName } from './exporting/export-words.ts';
import type { Exporting } from './exporting/use-export.ts';

interface ClipMenuProps {
  readonly clip: Clip;
  readonly act: Act;
  readonly exporting: Exporting;
}

/** The ⋯ of a clip: kept, saved, copied, shown, discarded. */
export function ClipMenu({ clip, act, exporting }: ClipMenuProps) {
  const { exportFormat: format, nameTemplate } = useMirror((snapshot) => snapshot.settings);
  const folder = useMirror((snapshot) => snapshot.settings.speechFolder ?? snapshot.folders.speech);
  const clipIds = [clip.id];
  const save = () =>
    exporting.run(
      call('clip.export', {
        ...{ exportId: clip.id, clipIds, format, as: 'each', to: 'folder' },
        ...(nameTemplate !== null && { template: nameTemplate }),
      }),
    );
  const actions: readonly MenuAction[] = [
    {
      words: clip.isFavourite ? 'No longer a favourite' : 'Make it a favourite',
      icon: clip.isFavourite ? <StarOff size={16} /> : <Star size={16} />,
      run: () => starClips(clipIds, !clip.isFavourite, act),
    },
    { words: `Save to “${folderName(folder)}”`, icon: <Download size={16} />, run: save },
    {
      words: 'Save as…',
      icon: <Save size={16} />,
      run: () => exporting.run(call('clip.saveAs', { clipId: clip.id }).then(asPaths)),
    },
    {
      words: 'Copy as a file',
      icon: <Copy size={16} />,
      run: () => void act.run(call('clip.copyFiles', { clipIds })),
    },
    {
      words: 'Show in folder',
      icon: <FolderOpen size={16} />,
      run: () => void act.run(call('folder.show', { what: 'clip', id: clip.id })),
    },
    {
      words: 'Discard',
      icon: <Trash2 size={16} />,
      danger: true,
      run: () => void discardClips(clipIds, act),
    },
  ];
  return <MoreMenu actions={actions} about="this clip" />;
}

/** One path as those of an export. */
function asPaths(saved: Result<string | null>): Result<readonly string[] | null> {
  if (!saved.ok || saved.value === null) return saved.ok ? ok(null) : saved;
  return ok([saved.value]);
}
