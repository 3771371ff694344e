import type { AccountList } from '@zhaozhang/api/contract';
import { momentText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';

interface AccountNotesProps {
  readonly notes: AccountList['notes'];
  /** One's own: whose account it was need not be said. */
  readonly own?: boolean;
}

/** What was done to accounts, by whom and when. */
export function AccountNotes({ notes, own = false }: AccountNotesProps): ReactNode {
  if (notes.length === 0) return <p className="second">还没有变动。</p>;
  return (
    <ul className="account-notes">
      {notes.map((note) => (
        <li key={`${note.at} ${note.name} ${note.what}`}>
          <p>
            {own || note.by === note.name ? `${note.by}${note.what}` : `${note.by}${note.what}：${note.name}`}
          </p>
          <p className="small second">{momentText(note.at)}</p>
        </li>
      ))}
    </ul>
  );
}
