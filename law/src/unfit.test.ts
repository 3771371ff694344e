import { describe, expect, it } from 'vitest';
import { compileBundle } from './bundle.ts';
import type { Library, Pack } from './library.ts';
import { unfitFor } from './unfit.ts';
import { library } from './testing/the-law.ts';

const justice = 'wuhan-justice/three-systems/2020-06-16';
const told = (packs: readonly string[], agency = '示例市民政局') =>
  unfitFor(library, packs, [agency]).map(({ code, because }) => [code, because]);

/** The library with one more pack: what the agency decides for itself. */
function deciding(param: string, value: number | string, above: string): Library {
  const of = library.packs.get(above);
  const row = of?.params.find((one) => one.value.id === param);
  if (of === undefined || row === undefined) throw new Error(`${above} 没有参数 ${param}`);
  const { overrides: _ofAbove, ...text } = of.text;
  const own: Pack = {
    ...of,
    text: { ...text, id: 'town/own/2026-01-01', extends: [above] },
    clauses: [],
    rules: [],
    params: [{ ...row, value: { ...row.value, value } }],
  };
  return { ...library, packs: new Map([...library.packs, [own.text.id, own]]) };
}

describe('启用规则包之前', () => {
  it.each([
    ['WHSF-0-1', justice, 'review.days', 5, '通知序言没有写明“法制审核的期限”'],
    [
      'CCXQ-0-1',
      'changchun-xinqu/three-systems/2020-01-01',
      'review.days',
      5,
      '序言没有写明“法制审核的期限”',
    ],
    ['QUF-0-1', 'district/three-systems/2020-01-01', 'review.days', 5, '序言没有写明“法制审核的期限”'],
    [
      'SFGK-10-1',
      'district-justice/disclosure-rules/2008-05-01',
      'disclosure.issuedOn',
      '2026-01-05',
      '第十条没有写明“发文日”',
    ],
  ])('%s 留空的取值由机关自己的规则包补上才能启用', (_clause, pack, param, value, sentence) => {
    expect(told([pack])).toEqual([['PARAM_UNSET', expect.stringContaining(sentence)]]);
    const own = deciding(param, value, pack);
    expect(unfitFor(own, ['town/own/2026-01-01'], ['示例市民政局'])).toEqual([]);
  });

  it('QSF-0-1 QSF-1-3 上位方案的文号须补上；父包没有审核、记录的规则，启用它们拒绝，只启用公示准许', () => {
    const banner = 'banner/three-systems/2020-01-01';
    const of = (packs: readonly string[], modules?: readonly string[], from: Library = library) =>
      unfitFor(from, packs, ['示例旗人民政府'], modules).map(({ code, because }) => [
        code,
        /“(?<label>.+)”/.exec(because)?.groups?.['label'],
      ]);
    const [number, review, recording] = [
      ['PARAM_UNSET', '上位方案的文号'],
      ['PARAM_UNSET', '法制审核的期限'],
      ['PARAM_UNSET', '须全程记录的执法环节'],
    ];
    expect(of([banner])).toEqual([number, review, recording]);
    expect(of([banner], ['publication', 'review'])).toEqual([number, review]);
    expect(of([banner], ['publication', 'recording'])).toEqual([number, recording]);
    const own = deciding('banner.superiorDocuments', '示政办发〔2019〕3号', banner);
    expect(of(['town/own/2026-01-01'], ['publication'], own)).toEqual([]);
    expect(of(['town/own/2026-01-01'], ['review'], own)).toEqual([review]);
    // 上位给出了取值的，可以启用。
    const city = 'wuhan-civil-affairs/legal-review/2017-07-01';
    expect(of([city, 'town/own/2026-01-01'], ['publication', 'review'], own)).toEqual([]);
  });

  it('WHMZ-JL-34-2 区的规则包与市局取值不一致而没有确认，不能启用；相同的、市局自己的可以', () => {
    const recording = 'wuhan-civil-affairs/full-process-recording/2017-07-01';
    const other = deciding('correction.demandDays', 5, recording);
    const same = deciding('correction.demandDays', 3, recording);
    const of = (from: Library, agency: string) =>
      unfitFor(from, ['town/own/2026-01-01'], [agency]).map(({ code }) => code);
    expect(of(other, '示例区民政局')).toEqual(['OVERRIDE_NOT_CONFIRMED']);
    expect(of(same, '示例区民政局')).toEqual([]);
    expect(of(other, '武汉市民政局')).toEqual([]);
  });

  it('NAT-QZ-20-2 限制人身自由的期限留给别的法律，没有这种权限的机关照样启用强制法', () => {
    expect(told(['npc/compulsion-law/2012-01-01'])).toEqual([]);
  });

  it('几个规则包都留空的同一取值只说一次', () => {
    expect(told([justice, 'district/three-systems/2020-01-01'])).toHaveLength(1);
  });

  it.each([
    ['HBSF-2-1', 'hebei-justice/enforcement-publication/2019-01-01', '河北省司法厅'],
    ['GUIP-0-1', 'guiping-justice/three-systems/2019-05-01', '桂平市司法局'],
  ])('%s 不是所列机关的不能启用，所列的可以', (_clause, pack, agency) => {
    expect(told([pack])).toEqual([
      ['OUT_OF_SCOPE_UNIT', expect.stringContaining(`只适用于${agency}，本机关不在其中`)],
    ]);
    expect(told([pack], agency)).toEqual([]);
  });

  it('后面的规则包留空，不取走前面给出的取值', () => {
    const review = 'wuhan-civil-affairs/legal-review/2017-07-01';
    expect(told([review, justice])).toEqual([]);
    for (const packs of [
      [review, justice],
      [justice, review],
    ])
      expect(compileBundle(library, packs).law.params['review.days']?.value).toBe(5);
  });

  it('没有留空、没有限定机关的规则包，没有什么妨碍启用', () => {
    expect(told(['wuhan-civil-affairs/own-decisions/2026-01-01'])).toEqual([]);
  });
});
