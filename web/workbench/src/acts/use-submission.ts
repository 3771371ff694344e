import type { ActRequest, ActResult, RefusalView } from '@zhaozhang/api/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '../fields/to-wire.ts';
import { type Failure, request } from '../http/request.ts';
import { useSession } from '../session/session.ts';
import { isAdmitted } from './admits.ts';
import { withStanding } from './standing.ts';
import { useDecider } from './use-decider.ts';

/** What a form would send, and what in it cannot be sent as typed. */
export interface Built {
  readonly request: ActRequest;
  readonly faults: readonly Fault[];
}

export interface Verdict {
  readonly refusals: readonly RefusalView[];
  readonly faults: readonly Fault[];
  readonly failure?: Failure;
  /** Nothing stands against it. */
  readonly possible?: 'server' | 'here';
  /** Found by the rules on this machine because the server could not be reached. */
  readonly offline?: boolean;
  readonly advice: readonly RefusalView[];
  /** The user asked for it: everything is shown. Else only what concerns fields already touched. */
  readonly asked: boolean;
  /** Counts answers the user asked for, so that the focus can follow each. */
  readonly round: number;
}

/** What is wrong with a field as it is typed is said once: the rules would say it of the same field again. */
function besides(faults: readonly Fault[], refusals: readonly RefusalView[]): readonly RefusalView[] {
  return refusals.filter((one) => !faults.some((fault) => one.field?.startsWith(fault.path) === true));
}

const nothing: Verdict = { refusals: [], faults: [], advice: [], asked: false, round: 0 };
const PAUSE = 700;

interface Options {
  readonly caseId: string | undefined;
  readonly build: () => Built;
  readonly onDone: (result: ActResult) => void;
  /** What stands against the act before anything is typed. */
  readonly standing: readonly RefusalView[];
}

/** Checking and sending one act: the server's word counts, the rules here answer while typing and without network. */
export function useSubmission({ caseId, build, onDone, standing }: Options) {
  const { expire } = useSession();
  const decider = useDecider(caseId);
  const [verdict, setVerdict] = useState<Verdict>({ ...nothing, refusals: standing });
  const [busy, setBusy] = useState<'check' | 'submit'>();
  const sending = useRef(false);
  const latest = useRef(build);
  useEffect(() => {
    latest.current = build;
  });

  const checkHere = useCallback(
    (how: Partial<Verdict>): boolean => {
      const here = decider.get();
      if (here === undefined) return false;
      const { request: act, faults } = latest.current();
      const { admits = [], ...plain } = act; // admitted refusals stay in sight with their reasons
      const refusals = besides(faults, withStanding(here.refusals(plain), standing));
      const clear = faults.length === 0 && refusals.every((one) => isAdmitted(one, admits));
      setVerdict((before) => ({
        ...before,
        ...how,
        refusals: [...refusals, ...before.refusals.filter((one) => one.code === 'BASIS_CHANGED')],
        faults,
        ...(clear && how.asked === true ? { possible: 'here' as const } : {}),
      }));
      return true;
    },
    [decider, standing],
  );

  /** Something was typed: what was said before may no longer be so. */
  const [typing, setTyping] = useState(0);
  const typed = useCallback(() => {
    setTyping((before) => before + 1);
    setVerdict(({ possible: _possible, failure: _failure, ...before }) => before);
  }, []);
  useEffect(() => {
    if (typing === 0) return;
    const timer = setTimeout(() => checkHere({}), PAUSE);
    return () => clearTimeout(timer);
  }, [typing, checkHere]);

  async function ask(what: 'check' | 'submit'): Promise<void> {
    if (sending.current) return; // a second click while the first is on its way
    const { request: act, faults } = build();
    if (faults.length > 0) {
      // Not sent, but everything that stands against it is said at once where that can be known here.
      const refusals = withStanding(decider.get()?.refusals(act) ?? standing, standing);
      setVerdict((before) => ({
        ...nothing,
        asked: true,
        round: before.round + 1,
        faults,
        refusals: besides(faults, refusals),
        ...(navigator.onLine ? {} : { offline: true }),
      }));
      return;
    }
    sending.current = true;
    setBusy(what);
    const path = what === 'check' ? '/api/acts/check' : '/api/acts';
    const reply = await request<ActResult>('POST', path, act);
    sending.current = false;
    setBusy(undefined);
    if (reply.ok && what === 'submit') return onDone(reply.value);
    const round = verdict.round + 1;
    const admitted = verdict.refusals.filter((one) => isAdmitted(one, act.admits ?? []));
    if (reply.ok)
      return setVerdict({
        ...{ ...nothing, asked: true, round, refusals: admitted, possible: 'server' },
        advice: reply.value.advice,
      });
    const { failure } = reply;
    if (failure.kind === 'network') {
      const found = checkHere({
        asked: true,
        round,
        offline: true,
        ...(what === 'submit' ? { failure } : {}),
      });
      if (!found) setVerdict({ ...nothing, asked: true, round, offline: true, failure });
      return;
    }
    if (failure.problem.status === 401) expire();
    const found = withStanding(failure.problem.refusals ?? [], standing);
    const refusals = [...admitted.filter((one) => !found.some((other) => other.code === one.code)), ...found];
    if (refusals.length > 0) decider.renew(); // the server may know more of the file than what was carried here
    setVerdict({ ...nothing, asked: true, round, refusals, ...(found.length > 0 ? {} : { failure }) });
  }

  /** The change in the file has been looked at. */
  const forgetBasis = useCallback(() => {
    setVerdict((before) => ({
      ...before,
      refusals: before.refusals.filter((one) => one.code !== 'BASIS_CHANGED'),
    }));
    decider.renew();
  }, [decider]);

  return {
    ...{ verdict, busy, typed, forgetBasis, carried: decider.get },
    check: () => ask('check'),
    submit: () => ask('submit'),
  };
}
