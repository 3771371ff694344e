import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Structural } from '../../act.ts';
import { code } from '../inputs.ts';
import { licenseOf } from './applying.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';

/** Nothing can be taken away or struck off that was not given. */
export function notInForce(state: CaseState): readonly Structural[] {
  if (licenseOf(state) === undefined)
    return [
      {
        code: 'NO_LICENSE',
        because: '本案还没有颁发许可证件',
        remedy: { says: '先颁发许可证件', act: 'case.deliver-license' },
      },
    ];
  return entriesOf(state, 'license-cancellation').length === 0
    ? []
    : [{ code: 'LICENSE_CANCELLED', because: '该许可已经注销' }];
}

/** 撤销许可 (行政许可法第六十九条): it should not have been granted. Taking it away as a penalty (吊销) is another matter. */
export const revokeLicense = defineAct({
  name: 'case.revoke-license',
  event: 'case.license-revoked',
  label: '撤销许可',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['license'],
  afterClosing: true,
  creates: 'license-revocation',
  restsOn: ['license', 'decision'],
  input: z.strictObject({
    ground: code('license-revocation-ground', '撤销的情形'),
    harm: code('self-check', '撤销可能对公共利益造成重大损害').meta({
      label: '撤销可能对公共利益造成重大损害',
      codes: 'self-check',
    }),
  }),
  standing: (state) => {
    const faults = notInForce(state);
    if (faults.length > 0) return faults;
    return entriesOf(state, 'license-revocation').length === 0
      ? []
      : [{ code: 'ALREADY_REVOKED', because: '该许可已经撤销' }];
  },
  apply: (state, event) => withEntry(state, event, 'license-revocation', event.input),
});
