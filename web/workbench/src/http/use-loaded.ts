import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../session/session.ts';
import { type Failure, request } from './request.ts';

export interface Loaded<T> {
  /** The last good answer; it stays on screen while a newer one is on its way. */
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** Reads a view and reads it again when the legal clock is moved. Nothing is asked while `path` is absent. */
export function useLoaded<T>(path: string | undefined): Loaded<T> {
  const { tick, expire } = useSession();
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ path: string; value?: T; failure?: Failure }>();
  const current = useRef('');

  // tick and round only ask again
  useEffect(() => {
    if (path === undefined) return;
    const asked = `${path} ${tick} ${round}`;
    current.current = asked;
    request<T>('GET', path).then((reply) => {
      if (current.current !== asked) return; // a later question has overtaken this one
      if (reply.ok) setAnswer({ path, value: reply.value });
      else {
        if (reply.failure.kind === 'problem' && reply.failure.problem.status === 401) expire();
        setAnswer({ path, failure: reply.failure });
      }
    });
    return () => {
      current.current = '';
    };
  }, [path, tick, round, expire]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  const mine = answer?.path === path ? answer : undefined;
  return {
    value: mine?.value,
    failure: mine?.failure,
    loading: path !== undefined && mine === undefined,
    reload,
  };
}
