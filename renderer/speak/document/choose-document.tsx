import { FileText } from 'lucide-react';
import { useRef } from 'react';
import { DOCUMENT_KINDS } from '../../../electron/speaking/documents/document.ts';
import { Button } from '../../parts/button.tsx';
import type { Reading } from './use-document.ts';

const ACCEPTED = DOCUMENT_KINDS.map((kind) => `.${kind}`).join(',');

/** Lets a person choose a document to have spoken. */
export function ChooseDocument({ reading }: { readonly reading: Reading }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label="Document to speak"
        onChange={({ target }) => {
          reading.read([...(target.files ?? [])]);
          // So that the same file can be chosen again.
          target.value = '';
        }}
      />
      <Button
        look="quiet"
        className="push"
        icon={<FileText size={16} aria-hidden="true" />}
        title="A text, table, subtitles, Markdown, Word or EPUB file; or drop it on the paper"
        disabled={reading.busy}
        onClick={() => field.current?.click()}
      >
        Choose a file
      </Button>
    </>
  );
}
