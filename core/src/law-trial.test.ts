import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import type { AnyEntry } from './case/state.ts';
import { lawTrial } from './law-trial.ts';
import { ruleDifference } from './rules/difference.ts';
import type { Law } from './rules/law.ts';
import { instant } from './time/index.ts';
import { caseAt } from './trial/lawful-path.ts';
import { dutyOf, gateOf } from './trial/small-law.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);
const asOf = instant('2026-03-10T12:00');
const filed = caseAt(law, 'filed');

/** The agency's law with something more in it, which binds from a day on. */
function andMore(parts: Partial<Pick<Law, 'gates' | 'duties'>>): Law {
  return {
    ...law,
    digest: 'more',
    gates: [...law.gates, ...(parts.gates ?? [])],
    duties: [...law.duties, ...(parts.duties ?? [])],
  };
}

const ask = (after: Law, of = filed) => lawTrial(law, after, asOf)(of.state, of.agency);

describe('试算另一部法会改变什么', () => {
  it('同一部法什么也不改变', () => {
    expect(ask({ ...law, digest: 'same' })).toBeUndefined();
  });

  it('多一件义务的，说出是哪一件、哪一日；少一件的也说', () => {
    const more = andMore({
      duties: [
        dutyOf({
          start: 'case.filed',
          within: { n: 3, unit: 'workday', roll: 'agency', unitBasis: 'T-1' },
          until: 'case.decided',
        }),
      ],
    });
    const found = ask(more);
    const [duty, ...others] = found === 'over' ? [] : (found?.duties ?? []);
    expect(others).toEqual([]);
    expect(duty?.before).toBeUndefined();
    expect(duty?.after).toMatchObject({ label: '试验义务' });
    const back = lawTrial(more, law, asOf)(filed.state, filed.agency);
    expect(back === 'over' ? undefined : back?.duties[0]?.after).toBeUndefined();
  });

  it('起日还没有到的，不算在内', () => {
    const later = andMore({
      gates: [
        gateOf({ unless: 'case.decided', acts: ['case.record-interview'], inForce: { from: '2027-01-01' } }),
      ],
    });
    expect(ask(later)).toBeUndefined();
  });

  it('现在可以办、以后被新的关口拦住的，说出是哪一步、为什么；反过来的也说', () => {
    const shut = andMore({
      gates: [gateOf({ unless: 'case.decided', acts: ['case.record-interview'], because: '还没有决定' })],
    });
    const found = ask(shut);
    expect(found === 'over' ? undefined : found?.barred).toMatchObject([
      { act: 'case.record-interview', refusal: { because: '还没有决定' } },
    ]);
    const back = lawTrial(shut, law, asOf)(filed.state, filed.agency);
    expect(back === 'over' ? undefined : back?.freed).toMatchObject([{ act: 'case.record-interview' }]);
  });

  it('本来就办不了的一步，再多一道关口也不是变化', () => {
    const shut = andMore({ gates: [gateOf({ unless: 'case.decided', acts: ['case.file'] })] });
    expect(ask(shut)).toBeUndefined();
  });

  it('已经结案的不看', () => {
    const last = filed.state.entries.at(-1) as AnyEntry;
    const closing = { ...last, id: 'C1', kind: 'closing', data: {} } as unknown as AnyEntry;
    const closed = { ...filed.state, entries: [...filed.state.entries, closing] };
    expect(lawTrial(law, andMore({}), asOf)(closed, filed.agency)).toBe('over');
    expect(lawTrial(law, andMore({}), asOf)(filed.state, filed.agency)).toBeUndefined();
  });
});

describe('两部法差在哪里', () => {
  it('只说内容不同的；起日不同而内容一样的不算', () => {
    const moved = { ...law, gates: law.gates.map((gate) => ({ ...gate, inForce: { from: '2000-01-01' } })) };
    expect(ruleDifference(law, moved, '2026-03-10')).toEqual({ added: [], dropped: [] });
    const more = andMore({ gates: [gateOf({ unless: 'case.filed' })] });
    expect(ruleDifference(law, more, '2026-03-10').added.map(({ id }) => id)).toEqual(['trial.gate']);
    expect(ruleDifference(more, law, '2026-03-10').dropped.map(({ id }) => id)).toEqual(['trial.gate']);
  });
});
