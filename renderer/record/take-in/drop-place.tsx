import { FileAudio } from 'lucide-react';
import { useEffect, useState } from 'react';
import { importFiles } from '../../bridge.ts';
import { useWindowState } from '../../window-state.tsx';

/** Files dropped anywhere on the Record screen are taken in; while some are held over it, it says so. */
export function DropPlace() {
  const { setSampleFault } = useWindowState();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void importFiles(files).then((taken) => setSampleFault(taken.ok ? null : taken.fault));
    };
    window.addEventListener('dragover', hold);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [setSampleFault]);
  if (!over) return null;
  return (
    <div className="drop-place" role="status">
      <FileAudio size={28} aria-hidden="true" />
      <p>Drop it, and choose the part that speaks best.</p>
    </div>
  );
}
