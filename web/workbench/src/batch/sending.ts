import type { BatchOutcome, BatchRequest, BatchResult } from '@zhaozhang/api/contract';
import type { Failure, Reply } from '../http/request.ts';
import { answered, type Item, type Plan, type Sent } from './plan.ts';

/** So many go at once: small enough that a click on stop is heard soon, large enough that the way there does not count. */
export const portion = 20;

interface Sending {
  /** What an item comes to, as typed now; asked when its turn comes. */
  readonly build: (item: Item) => Sent;
  readonly post: (body: BatchRequest) => Promise<Reply<BatchResult>>;
  /** Does it hold what must not lie in the browser in plain text? */
  readonly secret: (sent: Sent) => boolean;
  /** Keeps the plan; nothing is sent before it lies where a crash leaves it. */
  readonly keep: (plan: Plan) => Promise<unknown>;
  readonly stopped: () => boolean;
}

/** How far it came: to the end, or until somebody stopped it, or until the answers ceased. */
export interface SendingEnd {
  readonly plan: Plan;
  readonly failure?: Failure;
}

/**
 * Sends what is wanted of the plan, portion by portion. Each item is kept as `sent`, with what was sent, before it
 * goes: after a crash it is sent again letter by letter, and either has happened or happens now.
 */
export async function sendPlan(
  start: Plan,
  wanted: readonly string[],
  sending: Sending,
): Promise<SendingEnd> {
  let plan = start;
  const turn = start.items.filter((item) => wanted.includes(item.id) || item.standing === 'sent');
  for (let at = 0; at < turn.length && !sending.stopped(); at += portion) {
    const ids = turn.slice(at, at + portion).map(({ id }) => id);
    const bodies = new Map(
      plan.items.flatMap((item) =>
        ids.includes(item.id) ? [[item.id, item.sent ?? sending.build(item)] as const] : [],
      ),
    );
    plan = change(plan, ids, (item) => asSent(item, bodies.get(item.id), sending.secret));
    await sending.keep(plan);
    const sent = [...bodies.values()];
    for (const body of bodiesOf(sent)) {
      const reply = await sending.post(body);
      if (!reply.ok) {
        // Refused as a whole, nothing of it has happened: it may be mended. Without an answer nobody knows.
        const nothingDone = reply.failure.kind === 'problem' && reply.failure.problem.status < 500;
        const mine = body.acts.map(({ id }) => id);
        if (nothingDone) plan = change(plan, mine, unsent);
        await sending.keep(plan);
        return { plan, failure: reply.failure };
      }
      plan = withAnswers(plan, reply.value.results);
      await sending.keep(plan);
    }
  }
  return { plan };
}

/**
 * With what was sent beside it, to send the very same again. What holds secrets does not lie there: it is made anew of
 * what is typed again, and where it had happened already the server knows its id.
 */
function asSent(item: Item, sent: Sent | undefined, secret: Sending['secret']): Item {
  const { sent: _sent, ...rest } = item;
  return sent === undefined || secret(sent)
    ? { ...rest, standing: 'sent' }
    : { ...rest, standing: 'sent', sent };
}

function unsent({ sent: _sent, ...item }: Item): Item {
  return { ...item, standing: 'waiting' };
}

function withAnswers(plan: Plan, results: readonly BatchOutcome[]): Plan {
  const byId = new Map(results.map((one) => [one.id, one]));
  return {
    ...plan,
    items: plan.items.map((item) => {
      const outcome = byId.get(item.id);
      return outcome === undefined ? item : answered(item, outcome);
    }),
  };
}

function change(plan: Plan, ids: readonly string[], how: (item: Item) => Item): Plan {
  return { ...plan, items: plan.items.map((item) => (ids.includes(item.id) ? how(item) : item)) };
}

/** One body, or two: what was sent before a crash may have happened at another moment than what is sent now. */
function bodiesOf(sent: readonly Sent[]): readonly BatchRequest[] {
  const groups = new Map<string, Sent[]>();
  for (const one of sent) {
    const key = `${one.name} ${one.occurredAt ?? ''} ${one.delegation ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => bodyOf(group));
}

/** What all of them say alike is sent once. */
export function bodyOf(group: readonly Sent[]): BatchRequest {
  const [first] = group;
  const acts = group.map(({ act }) => act);
  const input = alike(acts.map((act) => act.input ?? {}));
  const record = alike(acts.map((act) => act.record ?? {}));
  return {
    name: first?.name ?? '',
    ...(first?.occurredAt === undefined ? {} : { occurredAt: first.occurredAt }),
    ...(first?.delegation === undefined ? {} : { delegation: first.delegation }),
    input,
    record,
    acts: acts.map((act) => ({
      ...act,
      input: without(act.input ?? {}, input),
      record: without(act.record ?? {}, record),
    })),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function alike(all: readonly Fields[]): Record<string, unknown> {
  const [first = {}, ...others] = all;
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) =>
      others.every((one) => JSON.stringify(one[name]) === JSON.stringify(value)),
    ),
  );
}

function without(fields: Fields, common: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(common, name)));
}
