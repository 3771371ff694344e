import type { UnreadMessages } from '@zhaozhang/api/contract';
import { createContext, useContext } from 'react';

interface Unread {
  readonly count: UnreadMessages | undefined;
  /** A newer count has become known. */
  readonly took: (count: UnreadMessages) => void;
}

export const UnreadContext = createContext<Unread>({ count: undefined, took: () => undefined });

/** How many messages have not been read. */
export function useUnread(): Unread {
  return useContext(UnreadContext);
}
