import type { UnreadMessages } from '@zhaozhang/api/contract';
import { useEffect, useMemo, useState } from 'react';
import { request } from '../http/request.ts';

/** Often enough for somebody who waits for an approval, seldom enough for nobody to notice. */
const EVERY = 60_000;

/** Asks how many messages are unread: at each change of place, and now and then while the page is looked at. */
export function useUnreadCount(place: string) {
  const [count, took] = useState<UnreadMessages>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each place
  useEffect(() => {
    let wanted = true;
    async function ask(): Promise<void> {
      if (document.visibilityState === 'hidden') return;
      const reply = await request<UnreadMessages>('GET', '/api/messages/unread');
      // A count that could not be had is no reason to say anything: the page itself tells when the server is gone.
      if (wanted && reply.ok) took(reply.value);
    }
    ask();
    const timer = setInterval(ask, EVERY);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [place]);
  return useMemo(() => ({ count, took }), [count]);
}
