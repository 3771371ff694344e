import { describe, expect, it } from 'vitest';
import { compileBundle } from '../bundle.ts';
import { mutantsOf } from './mutants.ts';
import { differs } from './mutate.ts';
import { spoiltBy } from './notices.ts';
import { playerOf } from './played.ts';
import { everything, reaches, reachOf } from './reach.ts';
import { examplesOfTheLaw, library } from '../testing/the-law.ts';

const pack = 'wuhan-civil-affairs/full-process-recording/2017-07-01';
const { standard, examples } = await examplesOfTheLaw();
if (standard === undefined) throw new Error('标准案读不出来');
const { law } = compileBundle(library, [pack, ...standard.law]);
const played = examples.filter((example) => example.pack === pack).map(playerOf(standard, law));

/** Played in full, every change in every example takes as long as both grow together: each meets its share of the other. */
const SHARES = 144;
const sharedOut = (index: number) => played.filter((_one, place) => (place + index) % SHARES === 0);

describe('改动够得着的范围', () => {
  it('关口只够得着它所管的行为和更正', () => {
    const changed = { ...law, gates: law.gates.filter((gate) => gate.id !== 'filing.approved') };
    const { acts, duties } = reachOf(law, changed);
    expect([...acts].sort()).toEqual(['case.correct-entry', 'case.file']);
    expect(duties).toBe(false);
  });

  it('期限还够得着以期限为条件的行为', () => {
    const changed = { ...law, duties: law.duties.filter((duty) => duty.id !== 'defence.period') };
    const { acts, duties } = reachOf(law, changed);
    expect([...acts].sort()).toEqual([
      'case.add-surcharge',
      'case.apply-to-court',
      'case.ask-court-review',
      'case.close',
      'case.correct-entry',
      'case.decide',
      'case.decide-execution',
      'case.demand-performance',
      'case.dispose-things',
      'case.execute-decision',
      'case.extend-deciding',
      'case.extend-measure',
      'case.file',
      'case.hand-in-fine',
      'case.preserve-evidence',
      'case.record-statement',
      'case.record-tampering',
      'case.reject-hearing-request',
      'case.request-hearing',
      'case.resolve-preservation',
      'case.resume',
      'case.resume-execution',
    ]);
    expect(duties).toBe(true);
  });

  it('参数够得着用它的每一条规则', () => {
    const value = { id: 'officers.min', label: '执法人员最低人数', value: 3 };
    const { acts } = reachOf(law, { ...law, params: { ...law.params, 'officers.min': value } });
    expect([...acts].sort()).toEqual([
      'case.assign-handlers',
      'case.collect-evidence',
      'case.collect-on-spot',
      'case.conclude-investigation',
      'case.correct-entry',
      'case.decide',
      'case.decide-on-spot',
      'case.give-notice',
      'case.inspect-scene',
      'case.preserve-evidence',
      'case.record-interview',
      'case.record-refusal',
      'case.take-samples',
    ]);
  });

  it('法律所定的词，只够得着看过这个词的步骤', () => {
    const changed = { ...law, tables: law.tables.filter(({ defines }) => defines !== 'party.hearingDue') };
    const reach = reachOf(law, changed);
    expect([...reach.words]).toEqual(['party.hearingDue']);
    expect(reach.duties).toBe(true);
    const moments = played.flatMap(({ before, tried }) => [
      ...before,
      ...(tried === undefined ? [] : [tried]),
    ]);
    const acts = (of: typeof moments) => [...new Set(of.map(({ step }) => step.act))].sort();
    const looked = moments.filter((moment) => reaches(reach, moment));
    expect(acts(looked)).toEqual(['case.correct-entry', 'case.decide', 'case.give-notice']);
    expect(looked.length).toBeLessThan(moments.length);
  });

  it('一部规范不再管任何行为的，当日有没有收录它也不再问，够得着一切', () => {
    const gone = (rule: { readonly pack: string }) => rule.pack !== pack;
    const changed = { ...law, gates: law.gates.filter(gone), needs: law.needs.filter(gone) };
    expect(reachOf(law, changed)).toBe(everything);
  });

  it('只重演够得着的步骤，与全部重演的结果相同', { timeout: 300_000 }, () => {
    const mutants = mutantsOf([law]).filter((_mutant, index) => index % 9 === 0);
    const changes = mutants.map((mutant) => mutant.change(law));
    const quick = changes.map((changed, index) => {
      const spoilt = spoiltBy(changed, reachOf(law, changed));
      return sharedOut(index).map((one) => differs(one, spoilt));
    });
    const whole = changes.map((changed, index) =>
      sharedOut(index).map((one) => differs(one, spoiltBy(changed, everything))),
    );
    expect(quick).toEqual(whole);
    expect(quick.flat()).toContain(true);
    expect(quick.flat()).toContain(false);
  });
});
