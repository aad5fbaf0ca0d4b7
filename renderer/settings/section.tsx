import type { ReactNode } from 'react';

/** A part of the settings: its name on the left, its controls on the right. */
export function Section({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="setting" aria-label={name}>
      <h2>{name}</h2>
      <div className="setting-body">{children}</div>
    </section>
  );
}
