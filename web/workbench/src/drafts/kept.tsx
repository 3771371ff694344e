import type { ReactNode } from 'react';
import type { Keeping } from './use-draft.ts';

/** Says when the draft was last kept. Busy while something typed is still to be kept, so that nothing is read out then. */
export function Kept({ keeping }: { readonly keeping: Keeping }): ReactNode {
  return (
    <span className="saved small second" role="status" aria-busy={keeping.busy}>
      {keeping.said ?? ''}
    </span>
  );
}
