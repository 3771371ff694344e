import { describe, expect, it } from 'vitest';
import { type Field, type FieldKind, inputField, recordField } from './field.ts';
import { emptyRow, startingValues, typedMap } from './from-wire.ts';
import { shownWith, toWire } from './to-wire.ts';

function field(name: string, kind: FieldKind, more: Partial<Field> = {}): Field {
  return {
    name,
    label: name,
    kind,
    optional: false,
    options: [],
    parts: [],
    clauses: [],
    secret: false,
    ...more,
  };
}

const parties = [{ value: 'p1', label: '江城某行业协会' }];
const sanctions = field('sanctions', 'rows', {
  parts: [
    field('party', 'ref', { options: parties }),
    field('kind', 'code'),
    field('amount', 'money', { optional: true }),
  ],
});

describe('表单的值和送出的值', () => {
  it('各种栏目往返不变', () => {
    const fields = [
      field('cause', 'text'),
      field('days', 'int'),
      field('fine', 'money'),
      field('waives', 'bool'),
      field('endedAt', 'moment'),
      field('on', 'day'),
      field('officers', 'refs'),
      field('page', 'attachment'),
      sanctions,
    ];
    const wire = {
      ...{
        cause: '超出业务范围活动',
        days: 5,
        fine: 500_000,
        waives: false,
        on: '2026-03-12',
        officers: ['a', 'b'],
      },
      endedAt: '2026-03-12T10:00:00+08:00',
      page: { blob: `sha256:${'0'.repeat(64)}`, name: '笔录.pdf' },
      sanctions: [{ party: 'p1', kind: 'fine', amount: 500_000 }],
    };
    expect(toWire(fields, typedMap(fields, wire), 'input')).toEqual({ value: wire, faults: [] });
  });

  it('空着的栏目不送，由服务端说明是否必填', () => {
    expect(toWire([field('cause', 'text'), field('note', 'text')], { cause: '  ' }, 'input').value).toEqual(
      {},
    );
  });

  it('行为少不了的栏目空着，说明填写还是选择哪一栏', () => {
    const fields = [
      field('cause', 'text', { label: '案由' }),
      field('kind', 'code', { label: '类型' }),
      field('officers', 'refs'),
    ];
    expect(toWire(fields, {}, 'input', true)).toEqual({
      value: { officers: [] },
      faults: [
        { path: 'input.cause', says: '请填写案由' },
        { path: 'input.kind', says: '请选择类型' },
      ],
    });
  });

  it('写法不对的指明在哪一栏、应怎样写', () => {
    const { faults, value } = toWire(
      [sanctions],
      { sanctions: [{ party: 'p1', kind: 'fine', amount: '五千' }] },
      'input',
    );
    expect(faults).toEqual([
      { path: 'input.sanctions.0.amount', says: '请填写金额，最多两位小数，如 5000.00' },
    ]);
    expect(value).toEqual({ sanctions: [{ party: 'p1', kind: 'fine' }] });
  });

  it('只显示所选项要的栏目；没有选也是一种选择', () => {
    const fields = [
      field('receipt', 'text'),
      field('slip', 'text', { whenInput: { name: 'method', values: ['post'] } }),
      field('signed', 'text', { whenInput: { name: 'method', values: ['direct', ''] } }),
    ];
    const names = (input: Record<string, unknown>) => shownWith(fields, input).map((one) => one.name);
    expect(names({ method: 'post' })).toEqual(['receipt', 'slip']);
    expect(names({ method: 'direct' })).toEqual(['receipt', 'signed']);
    expect(names({})).toEqual(['receipt', 'signed']);
  });

  it('没有填过的行不送出，唯一的选项已自动选好也算没有填过', () => {
    const values = startingValues([sanctions], {});
    expect(values['sanctions']).toEqual([{ party: 'p1' }]);
    expect(toWire([sanctions], values, 'input').value).toEqual({ sanctions: [] });
  });

  it('已知的值优先于自动选择', () => {
    expect(startingValues([sanctions], { sanctions: [] })['sanctions']).toEqual([]);
  });

  it('当事人各带自己的记录，只送与其类型相符的栏目', () => {
    const record = [
      recordField({
        id: 'party.idNumber',
        label: '证件号码',
        type: 'text',
        secret: true,
        required: true,
        clauses: [],
        whenKinds: ['person'],
        conditional: false,
      }),
      recordField({
        id: 'party.code',
        label: '统一社会信用代码',
        type: 'text',
        secret: false,
        required: true,
        clauses: [],
        whenKinds: ['organization'],
        conditional: false,
      }),
    ];
    const rows = inputField(
      {
        ...{ name: 'parties', label: '当事人', kind: 'rows', optional: false },
        rows: [
          { name: 'id', label: 'id', kind: 'local-id', optional: false },
          { name: 'name', label: '姓名或者名称', kind: 'text', optional: false },
          { name: 'kind', label: '类型', kind: 'code', optional: false },
          { name: 'record', label: 'record', kind: 'record', optional: false },
        ],
      },
      record,
    );
    const row = {
      ...emptyRow(rows.parts),
      name: '江城某协会',
      kind: 'organization',
      record: { 'party.code': 'X', 'party.idNumber': 'Y' },
    };
    const sent = toWire([rows], { parties: [row] }, 'input').value['parties'] as readonly Record<
      string,
      unknown
    >[];
    expect(sent[0]).toMatchObject({
      name: '江城某协会',
      kind: 'organization',
      record: { 'party.code': 'X' },
    });
    expect(sent[0]?.['record']).not.toHaveProperty('party.idNumber');
    expect(sent[0]?.['id']).toMatch(/^[0-9A-Z]{26}$/);
  });
});
