import type { BatchRequest, BatchResult } from '@zhaozhang/api/contract';
import { useRef, useState } from 'react';
import type { FormFields } from '../acts/form-fields.ts';
import type { Field } from '../fields/field.ts';
import { type Failure, request } from '../http/request.ts';
import { useSession } from '../session/session.ts';
import { answered, type Item, type Sent } from './plan.ts';
import { bodyOf, portion, sendPlan } from './sending.ts';
import type { PlanAtHand } from './use-plan.ts';

export interface Run {
  readonly busy: 'check' | 'send' | undefined;
  readonly failure: Failure | undefined;
  /** Of how many how many have been answered. */
  readonly progress: { readonly done: number; readonly of: number };
  readonly send: (ids: readonly string[]) => Promise<void>;
  /** Asks the same of each without doing anything. */
  readonly check: (ids: readonly string[]) => Promise<void>;
  readonly stop: () => void;
}

/** Sending a plan, or only asking what would come of it; one at a time. */
export function useRun(at: PlanAtHand, build: (item: Item) => Sent, fields: FormFields): Run {
  const { expire } = useSession();
  const [busy, setBusy] = useState<Run['busy']>();
  const [failure, setFailure] = useState<Failure>();
  const [progress, setProgress] = useState({ done: 0, of: 0 });
  const stopped = useRef(false);
  const running = useRef(false);

  async function run(what: 'check' | 'send', ids: readonly string[]): Promise<void> {
    const plan = at.latest();
    if (plan === undefined || running.current) return; // a second click while the first is on its way
    running.current = true;
    stopped.current = false;
    setFailure(undefined);
    setBusy(what);
    const of = plan.items.filter((item) => ids.includes(item.id) || item.standing === 'sent').length;
    let done = 0;
    setProgress({ done, of });
    const post = async (path: string, body: BatchRequest) => {
      const reply = await request<BatchResult>('POST', path, body);
      done += body.acts.length;
      setProgress({ done, of });
      return reply;
    };
    const end =
      what === 'send'
        ? await sendPlan(plan, ids, {
            build,
            secret: (sent) => holdsSecrets(fields, sent),
            post: (body) => post('/api/batches', body),
            keep: at.keep,
            stopped: () => stopped.current,
          })
        : await checked(ids, (body) => post('/api/batches/check', body));
    running.current = false;
    setBusy(undefined);
    setFailure(end.failure);
    if (end.failure?.kind === 'problem' && end.failure.problem.status === 401) expire();
  }

  /** Nothing is done, so nothing has to be kept before it goes; what is said of each is kept as any other word. */
  async function checked(
    ids: readonly string[],
    post: (body: BatchRequest) => ReturnType<typeof request<BatchResult>>,
  ): Promise<{ readonly failure?: Failure }> {
    const items = at.latest()?.items.filter((item) => ids.includes(item.id)) ?? [];
    for (let from = 0; from < items.length && !stopped.current; from += portion) {
      const reply = await post(bodyOf(items.slice(from, from + portion).map(build)));
      if (!reply.ok) return { failure: reply.failure };
      const byId = new Map(reply.value.results.map((one) => [one.id, one]));
      at.change((plan) => ({
        ...plan,
        items: plan.items.map((item) => {
          const outcome = byId.get(item.id);
          return outcome === undefined ? item : answered(item, outcome);
        }),
      }));
    }
    return {};
  }

  return {
    ...{ busy, failure, progress },
    send: (ids) => run('send', ids),
    check: (ids) => run('check', ids),
    stop: () => {
      stopped.current = true;
    },
  };
}

/** Fields marked secret, of the record or of a party's own. */
function holdsSecrets({ input, record }: FormFields, { act }: Sent): boolean {
  const given = (fields: readonly Field[], values: Readonly<Record<string, unknown>>): boolean =>
    fields.some((field) => {
      const value = values[field.name];
      if (value === undefined) return false;
      if (field.secret) return true;
      if (field.kind === 'record') return given(field.parts, value as Readonly<Record<string, unknown>>);
      return (
        field.kind === 'rows' &&
        (value as readonly Readonly<Record<string, unknown>>[]).some((row) => given(field.parts, row))
      );
    });
  return given(input, act.input ?? {}) || given(record, act.record ?? {});
}
