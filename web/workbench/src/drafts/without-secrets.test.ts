import { expect, it } from 'vitest';
import type { Field } from '../fields/field.ts';
import { withoutSecrets } from './without-secrets.ts';

const plain = { label: '', optional: false, options: [], parts: [], clauses: [], secret: false };
const idNumber: Field = { ...plain, name: 'party.idNumber', kind: 'text', secret: true };
const address: Field = { ...plain, name: 'party.address', kind: 'text' };
const record: Field = { ...plain, name: 'record', kind: 'record', parts: [idNumber, address] };
const name: Field = { ...plain, name: 'name', kind: 'text' };
const parties: Field = { ...plain, name: 'parties', kind: 'rows', parts: [name, record] };

it('证件号码不进入本机草稿，当事人各自的记录里也不进入', () => {
  const values = {
    parties: [
      { name: '王某', record: { 'party.idNumber': '420100199001011234', 'party.address': '江岸区' } },
    ],
    'party.idNumber': '420100199001011234',
  };
  const kept = withoutSecrets([parties, idNumber], values);
  expect(JSON.stringify(kept)).not.toContain('4201');
  expect(kept).toEqual({ parties: [{ name: '王某', record: { 'party.address': '江岸区' } }] });
});
