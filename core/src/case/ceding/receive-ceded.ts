import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { ActContext } from '../../act.ts';
import { agencyRef } from '../../authority/inputs.ts';
import { agencyIn, predecessorOf } from '../../authority/succession.ts';
import { partiesOf, shelvesOfParties } from '../deciding/former-fines.ts';
import { carryShelves } from '../../fines/carry-shelves.ts';
import { agencyOfStream } from '../../fines/shelf.ts';
import { tooEarly } from '../too-early.ts';
import { withEntry } from '../state.ts';
import { cessionOf } from './ceding.ts';

/**
 * 接收承继的案卷: the successor signs for a file its predecessor has given away, with every event in it, and goes on where
 * it stands. What its parties have had elsewhere, as the predecessor kept it, comes along.
 */
export const receiveCeded = defineAct({
  name: 'case.receive-ceded',
  event: 'case.ceded-received',
  label: '接收承继的案卷',
  aggregate: 'case',
  nature: 'constitutive',
  afterClosing: true,
  creates: 'reception',
  input: z.strictObject({
    from: agencyRef.meta({ label: '移交的机关', ref: 'predecessor' }),
  }),
  takesFrom: ({ input }) => agencyIn(input, 'from')[0],
  reads: (act, state) =>
    state === undefined
      ? []
      : [
          ...shelvesOfParties(act, state),
          ...agencyIn(act.input, 'from').flatMap((from) => shelvesOfParties(act, state, from)),
        ],
  standing: (state, { refs }) =>
    cessionOf(state)?.data.to === refs.agency.id
      ? []
      : [
          {
            code: 'NOT_CEDED',
            because: '没有等着本机关接收的这份案卷',
            remedy: { says: '由移交的机关先办理移交；已经接收的，从案件列表打开' },
          },
        ],
  invariants: (state, { input, occurredAt }, { refs }) => {
    const { agency } = refs;
    if (predecessorOf(agency, input.from) === undefined)
      return [
        {
          code: 'PREDECESSOR_UNKNOWN',
          because: '本机关没有登记承继所选机关',
          field: 'input.from',
          remedy: { says: '先由管理员登记承继', act: 'agency.take-over' },
        },
      ];
    return tooEarly(occurredAt, cessionOf(state)?.at, '接收的时刻早于移交的时刻', '核对接收的时刻');
  },
  consequences: (state, act, context) => {
    const from = predecessorOf(context.refs.agency, act.input.from);
    if (from === undefined) return {};
    const { name, shortName, renamings } = from;
    return {
      outcome: {
        ...{ name, shortName, ...(renamings === undefined ? {} : { renamings: renamings as never }) },
        read: shelvesRead(context, from.agency),
      },
      others: carryShelves(act, context, from.agency, partiesOf({ state })),
    };
  },
  apply: (state, event) => {
    const { name, shortName, renamings } = event.outcome ?? {};
    return withEntry(state, event, 'reception', {
      ...{ from: event.input.from, name: String(name ?? ''), shortName: String(shortName ?? '') },
      ...(renamings === undefined ? {} : { renamings: renamings as never }),
    });
  },
});

/** At which version the predecessor's shelves were read: whoever decides the act again reads the same. */
function shelvesRead({ refs }: ActContext, from: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.values(refs.fines ?? {})
      .filter(({ stream }) => agencyOfStream(stream, refs.agency.id) === from)
      .map(({ stream, version }) => [stream, version]),
  );
}
