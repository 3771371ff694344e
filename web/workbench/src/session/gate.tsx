import type { ClockView, Me } from '@zhaozhang/api/contract';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { browserShelf } from '../drafts/browser-shelf.ts';
import { draftLock } from '../drafts/draft-lock.ts';
import { draftStore } from '../drafts/draft-store.ts';
import { type Failure, request } from '../http/request.ts';
import { SignIn } from '../pages/sign-in.tsx';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { go, useRoute } from '../route/use-route.ts';
import { type Session, SessionContext } from './session.ts';

const FirstThings = lazy(() =>
  import('../account/first-things.tsx').then((page) => ({ default: page.FirstThings })),
);
const FirstAdministratorPage = lazy(() =>
  import('../pages/first-administrator.tsx').then((page) => ({ default: page.FirstAdministratorPage })),
);

type Standing =
  | { readonly is: 'asking' }
  | { readonly is: 'outside'; readonly expired: boolean }
  | { readonly is: 'failed'; readonly failure: Failure }
  | { readonly is: 'inside'; readonly me: Me };

/** Lets in who is signed in; everybody else sees the sign-in page at the same address, and comes back to it. */
export function Gate({ children }: { readonly children: ReactNode }): ReactNode {
  const [standing, setStanding] = useState<Standing>({ is: 'asking' });
  const [tick, setTick] = useState(0);
  const route = useRoute();

  const ask = useCallback(async () => {
    setStanding({ is: 'asking' });
    const reply = await request<Me>('GET', '/api/session');
    if (reply.ok) setStanding({ is: 'inside', me: reply.value });
    else if (reply.failure.kind === 'problem' && reply.failure.problem.status === 401)
      setStanding({ is: 'outside', expired: false });
    else setStanding({ is: 'failed', failure: reply.failure });
  }, []);

  useEffect(() => {
    ask();
  }, [ask]);

  const expire = useCallback(() => setStanding({ is: 'outside', expired: true }), []);
  const signOut = useCallback(async () => {
    await request('DELETE', '/api/session');
    setStanding({ is: 'outside', expired: false });
  }, []);
  const moveClock = useCallback(async () => {
    const reply = await request<ClockView>('POST', '/api/demo/clock', { to: 'next-workday' });
    if (!reply.ok) return false;
    setStanding((before) =>
      before.is === 'inside' ? { is: 'inside', me: { ...before.me, now: reply.value.now } } : before,
    );
    setTick((before) => before + 1);
    return true;
  }, []);

  const me = standing.is === 'inside' ? standing.me : undefined;
  // Of the account and its key, not of `me`, which the clock changes: forms must not ask for their drafts anew.
  const account = me?.account;
  const draftKey = me?.draftKey;
  const drafts = useMemo(
    () =>
      account === undefined || draftKey === undefined
        ? undefined
        : draftStore(browserShelf(), draftLock(draftKey, globalThis.crypto?.subtle), account),
    [account, draftKey],
  );
  const session = useMemo<Session | undefined>(
    () =>
      me === undefined || drafts === undefined
        ? undefined
        : { me, drafts, tick, expire, ask, signOut, moveClock },
    [me, drafts, tick, expire, ask, signOut, moveClock],
  );

  if (standing.is === 'asking') return <Loading what="工作台" />;
  if (standing.is === 'failed') return <Failed failure={standing.failure} retry={ask} />;
  if (standing.is === 'outside' && route.page === 'first')
    return (
      <Suspense fallback={<Loading what="页面" />}>
        <FirstAdministratorPage />
      </Suspense>
    );
  if (session === undefined)
    return (
      <SignIn
        expired={standing.is === 'outside' && standing.expired}
        codeAwaited={route.page === 'code'}
        onSignedIn={(signedIn) => {
          if (route.page === 'code') go({ page: 'worklist' }, 'replace');
          setStanding({ is: 'inside', me: signedIn });
        }}
      />
    );
  const { first, name } = session.me;
  if (first !== undefined)
    return (
      <Suspense fallback={<Loading what="页面" />}>
        <FirstThings key={first} {...{ first, name, signOut }} done={ask} />
      </Suspense>
    );
  return <SessionContext value={session}>{children}</SessionContext>;
}
