import { z } from 'zod';
import { defineAct } from '../act.ts';
import { entrustingSides } from './entrustment.ts';
import type { EntrustingSide } from './entrustment.ts';
import { localId } from './inputs.ts';
import { code } from '../case/inputs.ts';

/** 公布委托书 (处罚法第二十条第二款): one side has made the paper public; the law asks it of both, each for itself. */
export const publishEntrustment = defineAct({
  name: 'agency.publish-entrustment',
  event: 'agency.entrustment-published',
  label: '公布委托书',
  aggregate: 'agency',
  nature: 'factual',
  input: z.strictObject({
    entrustment: localId.meta({ label: '委托', ref: 'penalty-entrustment' }),
    side: code('entrusting-side', '由哪一方公布'),
    where: z.string().trim().min(2, '请写明公布的地方').max(200).meta({ label: '公布的网站、公报或者场所' }),
  }),
  invariants: (state, act) => {
    const { entrustment, side } = act.input;
    const found = (state.entrustments ?? []).find((one) => one.id === entrustment);
    if (found === undefined)
      return [
        {
          code: 'ENTRUST_UNKNOWN',
          because: '这项委托没有登记',
          field: 'input.entrustment',
          remedy: { says: '先登记委托', act: 'agency.entrust-penalty' },
        },
      ];
    return found.published?.[side as EntrustingSide] === undefined
      ? []
      : [
          {
            code: 'ALREADY_UPDATED',
            because: '这一方已经公布过委托书',
            field: 'input.side',
            remedy: { says: '核对由哪一方公布' },
          },
        ];
  },
  apply: (state, event) => {
    const side = entrustingSides.find((one) => one === event.input.side);
    return {
      ...state,
      entrustments: (state.entrustments ?? []).map((one) =>
        one.id === event.input.entrustment && side !== undefined
          ? { ...one, published: { ...one.published, [side]: event.at } }
          : one,
      ),
    };
  },
});
