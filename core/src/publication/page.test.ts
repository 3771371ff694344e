import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../case/state.ts';
import {
  bases,
  caseAt,
  caseWith,
  decisionRecord,
  lawfulAct,
  organisation,
  person,
  rights,
  sanctions,
  where,
} from '../trial/lawful-path.ts';
import type { Milestone } from '../trial/lawful-path.ts';
import type { PlayedCase, Told } from '../trial/played-case.ts';
import { maskNames, maskNumbers, publicName } from './mask.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const pageOf = (played: PlayedCase) => entriesOf(played.state, 'publication')[0]?.data.page ?? {};
const telling = `经查，${person.name}（身份证号${String(person.record['party.identity'])}，电话13800001111、138-0000-1111、+8613800001111）与司马证人所述一致`;

/** A case against a natural person whose name and numbers stand in every text of the decision. */
function againstPerson(milestone: Milestone, told: Told, name = person.name): Told {
  switch (milestone) {
    case 'filed':
      return {
        ...told,
        input: {
          cause: `${person.name}擅自活动案`,
          ...where,
          parties: [
            { ...person, id: 'P1', name },
            { ...organisation, id: 'P2' },
          ],
        },
      };
    case 'noticed':
      return {
        ...told,
        input: {
          parties: ['P1', 'P2'],
          sanctions: [...sanctions, { party: 'P2', kind: 'warning' }],
          defenceDays: 5,
          rights,
          bases,
        },
      };
    case 'decided':
      return {
        ...told,
        at: '2026-03-20T10:00',
        input: {
          outcome: 'penalty',
          notice: 'N1',
          sanctions: [
            { party: 'P1', kind: 'fine', amount: 1, detail: `责令${person.name}改正` },
            { party: 'P2', kind: 'warning' },
          ],
          evidence: ['I1'],
          paymentDays: 15,
        },
        record: Object.fromEntries(
          // What is chosen from a list has no place for a name.
          Object.entries(decisionRecord).map(([field, value]) => [
            field,
            law.fields[field]?.type === 'enum' ? value : `${String(value)}，${telling}`,
          ]),
        ),
      };
    default:
      return told;
  }
}

function published(name?: string, between?: (played: PlayedCase) => void): PlayedCase {
  const played = caseWith(law, 'served', (milestone, told) => againstPerson(milestone, told, name));
  played.do({ ...lawfulAct('served'), id: 'S5', input: { document: 'N1', party: 'P2' } });
  for (const milestone of ['decision-proposed', 'decision-reviewed', 'decision-approved', 'decided'] as const)
    played.do(againstPerson(milestone, lawfulAct(milestone)));
  between?.(played);
  for (const milestone of ['publication-checked', 'publication-approved', 'published'] as const)
    played.do(lawfulAct(milestone));
  return played;
}

describe('公示的页面', () => {
  it('WHMZ-GS-5-1 自然人的姓名、被询问人的姓名、身份号码和电话，整页任何地方都没有', () => {
    const text = JSON.stringify(pageOf(published()));
    for (const secret of [
      person.name,
      person.name.slice(1),
      '司马证人',
      '11010519491231002X',
      '13800001111',
      '138-0000-1111',
      '示范路 2 号',
      '身份证号1',
    ])
      expect(text).not.toContain(secret);
    expect(text).toContain('欧某某');
    expect(text).toContain('司某某');
    expect(text).not.toMatch(/1[3-9]\d{9}|\d{17}[\dX]/);
  });

  it('组织的名称和信用代码全文公示，自然人不公示号码', () => {
    expect(pageOf(published())['parties']).toEqual([
      { name: '欧某某', kind: '自然人' },
      { name: organisation.name, kind: '社会团体', code: '91350100M000100Y43' },
    ]);
  });

  it('姓名前后多录了空格，正文里的姓名照样隐去', () => {
    expect(JSON.stringify(pageOf(published(` ${person.name} `)))).not.toContain(person.name);
  });

  it('决定之后姓名经过更正的，更正前的姓名也隐去', () => {
    const page = pageOf(
      published(undefined, (played) => {
        for (const [id, entry, field, name] of [
          ['C1', 'P1', 'input.name', '欧阳实范'],
          ['C2', 'I1', 'input.person', '司马正人'],
        ] as const)
          played.do({
            id,
            act: 'case.correct-entry',
            by: 'h1',
            at: '2026-03-20T11:00',
            input: { entry, fields: { [field]: name }, reason: '姓名写错了字' },
          });
      }),
    );
    const text = JSON.stringify(page);
    for (const name of [person.name, '欧阳实范', '司马证人', '司马正人']) expect(text).not.toContain(name);
  });

  it('NAT-118-6-2 公示机关、文号、案由、结论、日期，编码都写成名称', () => {
    const page = pageOf(caseAt(law, 'published'));
    expect(page).toMatchObject({
      agency: '江城市民政局',
      documentNumber: '江民罚决字〔2026〕1号',
      cause: '超出业务范围活动',
      outcome: '行政处罚',
      sanctions: [{ party: organisation.name, kind: '罚款', amount: 500_000 }],
      decidedDay: '2026-03-19',
      publishedDay: '2026-03-24',
      served: true,
    });
  });

  it('公示之后定稿：更正当事人，不改已公示的页面', () => {
    const played = caseAt(law, 'published');
    const before = pageOf(played);
    played.do({
      id: 'C1',
      act: 'case.correct-entry',
      by: 'h1',
      at: '2026-03-25T09:00',
      input: { entry: 'P1', fields: { 'input.name': '江城示范联合会' }, reason: '名称写错了字' },
    });
    expect(pageOf(played)).toEqual(before);
  });

  it('WHMZ-GS-5-1 涉及国家秘密、商业秘密、个人隐私的，不公示', () => {
    for (const [kind, code] of [
      ['state-secret', 'STATE_SECRET_NO_PUBLISH'],
      ['trade-secret', 'SENSITIVE_DEFAULT_DENY'],
      ['privacy', 'SENSITIVE_DEFAULT_DENY'],
    ]) {
      const told = {
        ...lawfulAct('published'),
        record: { 'publication.sensitivity': kind ?? '' },
      };
      expect(caseAt(law, 'publication-approved').refused(told)).toMatchObject([{ code }]);
    }
  });
});

describe('隐去', () => {
  it.each([
    ['王小明', 'person', '王某某'],
    [' 王明', 'person', '王某某'],
    ['𠮷小明', 'person', '𠮷某某'],
    ['', 'person', '某某'],
    ['江城示范协会', 'foundation', '江城示范协会'],
  ])('%s(%s)公开写作 %s', (name, kind, shown) => {
    expect(publicName(name, kind)).toBe(shown);
  });

  it('一个姓名是另一个的开头，长的先隐去', () => {
    expect(maskNames('王小明和王小', ['王小', '王小明'])).toBe('王某某和王某某');
  });

  it('空的姓名不把全文打散', () => {
    expect(maskNames('甲乙', ['', ' '])).toBe('甲乙');
  });

  it.each([
    ['身份证11010519491231002X。', '身份证（身份证件号码不公示）。'],
    ['小写11010519491231002x', '小写（身份证件号码不公示）'],
    ['电话13800001111，', '电话（电话不公示），'],
    ['电话 138 0000 1111', '电话 （电话不公示）'],
    ['罚款50000元，2026年3月19日', '罚款50000元，2026年3月19日'],
    ['信用代码91350100M000100Y43', '信用代码91350100M000100Y43'],
    ['账号62220213800001111', '账号62220213800001111'],
  ])('%s → %s', (text, shown) => {
    expect(maskNumbers(text)).toBe(shown);
  });
});
