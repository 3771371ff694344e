import { obligations } from '@zhaozhang/core';
import type { CaseState } from '@zhaozhang/core';
import { dayOf, instant } from '@zhaozhang/core/time';
import { describe, expect, it } from 'vitest';
import { compileBundle } from './bundle.ts';
import { setUpMoment } from './examples/set-up-moment.ts';
import { emptyStage, Rehearsal, setUpAgency } from './rehearsal/rehearsal.ts';
import { examplesOfTheLaw, library } from './testing/the-law.ts';

const { standard } = await examplesOfTheLaw();
if (standard === undefined) throw new Error('标准案读不出来');
const { law } = compileBundle(library, ['wuhan-civil-affairs/publication/2017-07-01', ...standard.law]);

/**
 * A penalty given on the spot, as it would stand in the file had it been given on another day. No act can be entered for
 * a day of which the statute then in force is not at hand, but a file from before the system can hold one.
 */
function decidedOn(day: string): CaseState {
  if (standard === undefined) throw new Error('标准案读不出来');
  const [spot] = standard.stories?.['spot']?.steps ?? [];
  const stage = setUpAgency(emptyStage('standard'), standard.setup.acts, setUpMoment(standard, law), law);
  const rehearsal = new Rehearsal(law, stage);
  if (spot !== undefined) rehearsal.play(spot);
  const { state } = rehearsal;
  return { ...state, entries: state.entries.map((entry) => ({ ...entry, at: instant(`${day}T10:00`) })) };
}
const owed = (day: string) =>
  obligations(decidedOn(day), law)
    .filter(({ duty }) => duty === 'publish-decision')
    .map((row) => [dayOf(row.due), row.clauses]);

describe('规则包的施行日', () => {
  it('WHMZ-GS-12-1 二〇一七年六月三十日作出的决定没有公示的期限；七月一日作出的有，七个工作日', () => {
    expect(owed('2017-06-30')).toEqual([]);
    expect(owed('2017-07-01')).toEqual([['2017-07-11', expect.arrayContaining(['WHMZ-GS-6-2'])]]);
  });
});
