import type { Me } from '@zhaozhang/api/contract';
import type { DraftStore } from '../drafts/draft-store.ts';
import { createContext, useContext } from 'react';

export interface Session {
  readonly me: Me;
  /** What the person has typed in this browser and not sent. */
  readonly drafts: DraftStore;
  /** Raised when the legal clock has been moved, so that every view is read again. */
  readonly tick: number;
  /** The server no longer knows the session: back to the sign-in page. */
  readonly expire: () => void;
  /** Asks anew who is signed in and what they must do first. */
  readonly ask: () => void;
  readonly signOut: () => void;
  readonly moveClock: () => Promise<boolean>;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Only below the sign-in gate. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('此处尚未登录');
  return session;
}
