import { describe, expect, it } from 'vitest';
import type { CaseState } from '../case/state.ts';
import { lawfulAct, organisation, person } from '../trial/lawful-path.ts';
import { PlayedCase, staffedAgency } from '../trial/played-case.ts';
import { dutyOf, sceneWith, smallLaw, thisAct, wholeCase } from '../trial/small-law.ts';
import type { Condition } from './condition.ts';
import { evaluate } from './evaluate.ts';
import type { Truth } from './evaluate.ts';
import type { Scene } from './fact.ts';
import type { Subject } from './subject.ts';

const filled = sceneWith({
  input: {
    t: true,
    f: false,
    n: 5,
    s: 'a',
    list: ['x', 'y'],
    early: '2026-03-01T00:00:00+08:00',
    late: '2026-03-02T00:00:00+08:00',
  },
});
const empty = sceneWith({});
const truthOf = (condition: Condition, scene: Scene = filled, subject: Subject = thisAct): Truth =>
  evaluate(condition, scene, subject).truth;

const name = (letter: string): string => `input.${letter}`;
const pairs = ['tt', 'tf', 'tu', 'ff', 'fu', 'uu', 'ft', 'ut', 'uf'];

describe('三值逻辑', () => {
  it('全部：有假为假，否则有未知为未知', () => {
    for (const [a = '', b = ''] of pairs.map((pair) => [...pair])) {
      const expected = a === 'f' || b === 'f' ? 'false' : a === 'u' || b === 'u' ? 'unknown' : 'true';
      expect([a, b, truthOf({ all: [name(a), name(b)] })]).toEqual([a, b, expected]);
    }
  });

  it('任一：有真为真，否则有未知为未知', () => {
    for (const [a = '', b = ''] of pairs.map((pair) => [...pair])) {
      const expected = a === 't' || b === 't' ? 'true' : a === 'u' || b === 'u' ? 'unknown' : 'false';
      expect([a, b, truthOf({ any: [name(a), name(b)] })]).toEqual([a, b, expected]);
    }
  });

  it('非：未知仍是未知', () => {
    expect(truthOf({ not: 'input.t' })).toBe('false');
    expect(truthOf({ not: 'input.f' })).toBe('true');
    expect(truthOf({ not: 'input.u' })).toBe('unknown');
  });

  it('已知：真假都算已知，没有填的不算', () => {
    expect(['t', 'f', 'u'].map((letter) => truthOf({ known: name(letter) }))).toEqual([
      'true',
      'true',
      'false',
    ]);
  });

  it('只留下起决定作用的事实', () => {
    const verdict = evaluate({ all: ['input.t', 'input.f', 'input.u'] }, filled, thisAct);
    expect(verdict.facts().map((use) => use.fact)).toEqual(['input.f']);
  });
});

describe('比较', () => {
  it.each<[Condition, Truth]>([
    [{ is: ['input.s', 'a'] }, 'true'],
    [{ is: ['input.s', 'b'] }, 'false'],
    [{ is: ['input.u', 'a'] }, 'unknown'],
    [{ is: ['input.n', { fact: 'input.n' }] }, 'true'],
    [{ in: ['input.s', ['b', 'a']] }, 'true'],
    [{ in: ['input.s', ['b']] }, 'false'],
    [{ in: ['input.list', ['y']] }, 'true'],
    [{ in: ['input.list', ['z']] }, 'false'],
    [{ in: ['input.u', ['a']] }, 'unknown'],
    [{ only: ['input.s', ['b', 'a']] }, 'true'],
    [{ only: ['input.s', ['b']] }, 'false'],
    [{ only: ['input.list', ['x', 'y']] }, 'true'],
    [{ only: ['input.list', ['y', 'z']] }, 'false'],
    [{ only: ['input.u', ['a']] }, 'unknown'],
    [{ only: ['input.s', [{ param: 'unset' }]] }, 'unknown'],
    // A list on the right stands for its items.
    [{ in: ['input.s', [{ fact: 'input.list' }]] }, 'false'],
    [{ in: ['input.list', ['z', { fact: 'input.list' }]] }, 'true'],
    [{ only: ['input.list', [{ fact: 'input.list' }]] }, 'true'],
    [{ only: ['input.s', [{ fact: 'input.list' }]] }, 'false'],
    [{ atLeast: ['input.n', 5] }, 'true'],
    [{ atLeast: ['input.n', 6] }, 'false'],
    [{ atMost: ['input.n', 5] }, 'true'],
    [{ atMost: ['input.n', 4] }, 'false'],
    [{ atLeast: ['input.s', 1] }, 'false'],
    [{ atLeast: ['input.u', 1] }, 'unknown'],
    [{ before: ['input.early', 'input.late'] }, 'true'],
    [{ before: ['input.early', 'input.early'] }, 'false'],
    [{ after: ['input.late', 'input.early'] }, 'true'],
    [{ after: ['input.early', 'input.early'] }, 'false'],
    [{ sameAs: ['input.early', 'input.early'] }, 'true'],
    [{ sameAs: ['input.early', 'input.late'] }, 'false'],
    [{ sameAs: ['input.early', 'input.u'] }, 'unknown'],
  ])('%j 为 %s', (condition, expected) => {
    expect(truthOf(condition)).toBe(expected);
  });

  it('参数没有取值的，比较的结果是未知，反过来说也还是未知', () => {
    for (const condition of [
      { atLeast: ['input.n', { param: 'unset' }] },
      { is: ['input.n', { param: 'unset' }] },
      { in: ['input.s', ['b', { param: 'unset' }]] },
      { count: { per: 'party', atLeast: { param: 'unset' } } },
      { count: { per: 'party', atMost: { param: 'unset' } } },
    ] as Condition[]) {
      expect([condition, truthOf(condition)]).toEqual([condition, 'unknown']);
      expect([condition, truthOf({ not: condition })]).toEqual([condition, 'unknown']);
    }
  });

  it('清单中已有相同的项，另一项未知也不影响', () => {
    expect(truthOf({ in: ['input.s', ['a', { param: 'unset' }]] })).toBe('true');
  });
});

describe('各方', () => {
  const two = filedWith([organisation, person]);
  const scene = sceneWith({ state: two, input: { f: false, t: true } });
  const isPerson: Condition = { is: ['party.kind', 'person'] };

  it.each<[Condition, Truth]>([
    [{ every: { per: 'party', that: isPerson } }, 'false'],
    [{ every: { per: 'party', where: isPerson, that: isPerson } }, 'true'],
    [{ some: { per: 'party', that: isPerson } }, 'true'],
    [{ none: { per: 'party', that: isPerson } }, 'false'],
    [{ none: { per: 'party', where: isPerson, that: { not: isPerson } } }, 'true'],
    [{ count: { per: 'party', that: isPerson, atLeast: 1 } }, 'true'],
    [{ count: { per: 'party', that: isPerson, atLeast: 2 } }, 'false'],
    [{ count: { per: 'party', atMost: 1 } }, 'false'],
    [{ count: { per: 'party', atLeast: 2, atMost: 2 } }, 'true'],
    [{ every: { per: 'party', that: 'input.u' } }, 'unknown'],
    [{ count: { per: 'party', that: 'input.u', atLeast: 1 } }, 'unknown'],
    [{ count: { per: 'party', that: 'input.u', atMost: 1 } }, 'unknown'],
    [{ count: { per: 'party', that: 'input.u', atLeast: 3 } }, 'false'],
  ])('%j 为 %s', (condition, expected) => {
    expect(truthOf(condition, scene, wholeCase)).toBe(expected);
  });

  it('没有一方时，每一方都是空真，有一方为假', () => {
    expect(truthOf({ every: { per: 'party', that: 'input.f' } })).toBe('true');
    expect(truthOf({ some: { per: 'party', that: 'input.t' } })).toBe('false');
    expect(truthOf({ none: { per: 'party', that: 'input.t' } })).toBe('true');
  });

  it('从一方看各方，看的是每一方自己，不是这一方', () => {
    const asPerson: Subject = { per: 'party', id: person.id, label: person.name };
    expect(truthOf({ every: { per: 'party', that: isPerson } }, scene, asPerson)).toBe('false');
    expect(truthOf({ count: { per: 'party', that: isPerson, atLeast: 2 } }, scene, asPerson)).toBe('false');
  });

  it('算不算在内尚且未知的一方，不能当作不在内', () => {
    const maybe: Condition = 'input.u';
    expect(truthOf({ every: { per: 'party', where: maybe, that: 'input.f' } }, scene, wholeCase)).toBe(
      'unknown',
    );
    expect(truthOf({ every: { per: 'party', where: maybe, that: 'input.t' } }, scene, wholeCase)).toBe(
      'true',
    );
    expect(truthOf({ none: { per: 'party', where: maybe, that: 'input.t' } }, scene, wholeCase)).toBe(
      'unknown',
    );
    expect(truthOf({ count: { per: 'party', where: maybe, atMost: 1 } }, scene, wholeCase)).toBe('unknown');
  });

  it('每一方的条件取决于填写内容的，计数也取决于填写内容', () => {
    const unfilled = sceneWith({ state: two });
    const verdict = evaluate({ count: { per: 'party', that: 'input.t', atLeast: 1 } }, unfilled, wholeCase);
    expect(verdict).toMatchObject({ truth: 'unknown', open: true });
  });
});

describe('时间', () => {
  const lead = leadAt('2026-03-02T09:00');
  const at = (moment: string, state = lead): Scene => sceneWith({ state, at: moment });
  const threeWorkdays: Condition = {
    elapsed: { since: 'case.leadRegistered', n: 3, unit: 'workday', roll: 'party' },
  };

  it('期限届满：末日的最后一秒还没有满，下一秒才满', () => {
    const inTime = evaluate(threeWorkdays, at('2026-03-05T23:59:59'), wholeCase);
    expect(inTime).toMatchObject({ truth: 'false', open: false });
    expect(inTime.until?.()).toBe('2026-03-05T23:59:59+08:00');
    const over = evaluate(threeWorkdays, at('2026-03-06T00:00:00'), wholeCase);
    expect(over.truth).toBe('true');
    expect(over.until?.()).toBeUndefined();
  });

  it('起算的事还没有发生的，期限未知', () => {
    expect(truthOf(threeWorkdays, at('2026-03-01T09:00'), wholeCase)).toBe('unknown');
    expect(truthOf(threeWorkdays, empty, wholeCase)).toBe('unknown');
  });

  it('期限的日数取自没有取值的参数，期限未知', () => {
    const condition: Condition = {
      elapsed: { since: 'case.leadRegistered', n: { param: 'unset' }, unit: 'day', roll: 'party' },
    };
    expect(truthOf(condition, at('2026-04-01T09:00'), wholeCase)).toBe('unknown');
  });

  it('提前量：留足整日的最后一天为真，第二天为假', () => {
    const condition: Condition = { leadTime: { before: 'input.hearing', n: 7, unit: 'workday' } };
    const scene = (moment: string): Scene =>
      sceneWith({ at: moment, input: { hearing: '2026-03-20T09:00:00+08:00' } });
    expect(truthOf(condition, scene('2026-03-10T23:59:59'))).toBe('true');
    expect(truthOf(condition, scene('2026-03-11T00:00:00'))).toBe('false');
    expect(truthOf(condition, sceneWith({ input: {} }))).toBe('unknown');
  });

  it('只差时间的，说明等到哪一天；还差别的，不说', () => {
    const [soon, later]: Condition[] = [
      threeWorkdays,
      { elapsed: { since: 'case.leadRegistered', n: 5, unit: 'workday', roll: 'party' } },
    ];
    const scene = at('2026-03-03T09:00');
    expect(evaluate({ all: [soon ?? '', later ?? ''] }, scene, wholeCase).until?.()).toBe(
      '2026-03-09T23:59:59+08:00',
    );
    expect(evaluate({ any: [soon ?? '', later ?? ''] }, scene, wholeCase).until?.()).toBe(
      '2026-03-05T23:59:59+08:00',
    );
    expect(evaluate({ all: [soon ?? '', 'case.filed'] }, scene, wholeCase).until?.()).toBeUndefined();
  });
});

describe('以后的事不能打开以前的门', () => {
  it('发生在后的事，在前看来还没有发生', () => {
    const state = leadAt('2026-03-02T09:00');
    expect(truthOf('case.leadRegistered', sceneWith({ state, at: '2026-03-02T08:59:59' }), wholeCase)).toBe(
      'false',
    );
    expect(truthOf('case.leadRegistered', sceneWith({ state, at: '2026-03-02T09:00:00' }), wholeCase)).toBe(
      'true',
    );
  });

  it('不是真假的事实，在前看来是未知', () => {
    const decided = sceneWith({ state: leadAt('2026-03-02T09:00'), at: '2026-03-03T09:00' });
    expect(truthOf({ is: ['case.outcome', 'penalty'] }, decided, wholeCase)).toBe('unknown');
  });

  it('后来的指派不算以前的承办人', () => {
    const state = filedWith([organisation], true);
    const enough: Condition = { atLeast: ['case.handlerCount', 2] };
    expect(truthOf(enough, sceneWith({ state, at: '2026-03-03T09:59:59' }), wholeCase)).toBe('false');
    expect(truthOf(enough, sceneWith({ state, at: '2026-03-03T10:00:00' }), wholeCase)).toBe('true');
  });
});

describe('取决于填写内容', () => {
  it('表还空着时，填写的内容未知而可变', () => {
    expect(evaluate('input.t', empty, thisAct)).toMatchObject({ truth: 'unknown', open: true });
    expect(evaluate({ known: 'input.t' }, empty, thisAct)).toMatchObject({ truth: 'false', open: true });
  });

  it('表交上来以后，没有填的就是未知，不再可变', () => {
    expect(evaluate('input.u', filled, thisAct)).toMatchObject({ truth: 'unknown', open: false });
  });

  it('关于本次行为的事实，空表读作零，仍可变', () => {
    expect(evaluate({ atLeast: ['act.officerCount', 2] }, empty, thisAct)).toMatchObject({
      truth: 'false',
      open: true,
    });
    expect(evaluate({ atMost: ['act.officerCount', 2] }, empty, thisAct)).toMatchObject({
      truth: 'true',
      open: true,
    });
  });

  it('比较的另一边取决于填写内容的，同样可变', () => {
    const state = leadAt('2026-03-02T09:00');
    const scene = sceneWith({ state });
    expect(
      evaluate({ atLeast: ['case.handlerCount', { fact: 'act.officerCount' }] }, scene, wholeCase).open,
    ).toBe(true);
  });

  it('全部之中有一项已定为假的，不再可变；只有可变的假，仍可变', () => {
    expect(evaluate({ all: ['input.t', 'case.filed'] }, empty, wholeCase)).toMatchObject({
      truth: 'false',
      open: false,
    });
    expect(evaluate({ all: [{ known: 'input.t' }, 'input.u'] }, empty, wholeCase)).toMatchObject({
      truth: 'false',
      open: true,
    });
  });
});

describe('义务的状态作条件', () => {
  const law = smallLaw({
    duties: [
      dutyOf({
        start: 'case.leadRegistered',
        within: { n: 3, unit: 'workday', roll: 'agency', unitBasis: 'T-1' },
        until: 'case.filed',
      }),
    ],
  });
  const state = leadAt('2026-03-02T09:00');
  const filedState = filedWith([organisation]);
  const at = (moment: string, file = state): Scene => sceneWith({ law, state: file, at: moment });
  const is = (what: 'late' | 'ended' | 'met', scene: Scene): Truth =>
    truthOf({ duty: 'trial-duty', is: what }, scene, wholeCase);

  it('期内未履行：未逾期、未结束、未履行，并说明等到哪一天', () => {
    const scene = at('2026-03-05T23:59:59');
    expect([is('late', scene), is('ended', scene), is('met', scene)]).toEqual(['false', 'false', 'false']);
    expect(evaluate({ duty: 'trial-duty', is: 'ended' }, scene, wholeCase).until?.()).toBe(
      '2026-03-05T23:59:59+08:00',
    );
    expect(evaluate({ duty: 'trial-duty', is: 'late' }, scene, wholeCase).until?.()).toBeUndefined();
  });

  it('过了末日的下一秒：逾期、结束', () => {
    const scene = at('2026-03-06T00:00:00');
    expect([is('late', scene), is('ended', scene), is('met', scene)]).toEqual(['true', 'true', 'false']);
  });

  it('已履行：结束而不逾期；在履行之前看，还没有履行', () => {
    const after = at('2026-03-03T09:00', filedState);
    expect([is('late', after), is('ended', after), is('met', after)]).toEqual(['false', 'true', 'true']);
    const before = at('2026-03-03T08:59:59', filedState);
    expect([is('ended', before), is('met', before)]).toEqual(['false', 'false']);
  });

  it('还没有开始的义务，状态未知', () => {
    const scene = sceneWith({ law });
    expect([is('late', scene), is('ended', scene), is('met', scene)]).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });
});

/** A file with nothing but a lead, under no rule at all. */
function leadAt(at: string): CaseState {
  const played = new PlayedCase(freeLaw(), staffedAgency());
  played.do({ ...lawfulAct('lead'), at });
  return played.state;
}

function filedWith(parties: readonly unknown[], assigned = false): CaseState {
  const played = new PlayedCase(freeLaw(), staffedAgency());
  played.do(lawfulAct('lead'));
  played.do({ ...lawfulAct('filed'), input: { cause: '超出业务范围活动', parties }, record: {} });
  if (assigned) played.do(lawfulAct('assigned'));
  return played.state;
}

function freeLaw() {
  const code = (id: string) => ({ id, label: '试验' });
  const field = (id: string) => [id, { id, label: '试验栏', type: 'text' as const }];
  return smallLaw({
    codes: {
      'lead-source': [code('inspection')],
      'party-kind': [code('social-organisation'), code('person')],
    },
    fields: Object.fromEntries(
      [...Object.keys(organisation.record), ...Object.keys(person.record)].map(field),
    ),
  });
}
