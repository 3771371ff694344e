import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { obligations } from '../../obligations.ts';
import { caseAt, measuredThings, measureOf, measureRecord } from '../../trial/lawful-path.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { entryTitle } from '../title.ts';
import { entriesOf } from '../state.ts';
import { answerTo, lateAnswerTo, openRequest } from './answer.ts';
import { heldThings, measureOver, measuresStanding, thingsInHand } from './held-things.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const step = (id: string, act: string, at: string, input: unknown, change: Partial<Told> = {}): Told => ({
  ...{ id, act: `case.${act}`, by: 'h1', at, input },
  ...change,
});
const asking: Partial<Told> = { record: { 'measure.object': '收费账册' } };
const requested = (id = 'Q1', at = '2026-03-05T12:00'): Told =>
  step(id, 'request-measure', at, measureOf('P1'), asking);
const answered = (opinion = 'agree', at = '2026-03-05T13:00', id = 'QA1'): Told =>
  step(id, 'approve', at, { matter: 'measure', opinion }, { by: 'head' });
const written = (change: object = {}): Told =>
  step(
    'MD1',
    'decide-measure',
    '2026-03-05T14:00',
    { ...measureOf('P1'), request: 'Q1', until: '2026-04-04', count: 2, ...change },
    { record: { 'measure.reasons': '账册即将运走', 'measure.remedies': '可以申请行政复议' } },
  );
const taken = (change: object = {}, id = 'M1'): Told =>
  step(
    id,
    'take-measure',
    '2026-03-05T15:00',
    {
      ...{ kind: 'impoundment', party: 'P1', decision: 'MD1', urgent: false, officers: ['h1', 'h2'] },
      ...{ things: measuredThings, endedAt: '2026-03-05T16:00', ...change },
    },
    { record: measureRecord, entered: '2026-03-05T17:00' },
  );
const later = '2026-03-09T09:00';

/** A file in which the steps were taken, one after the other. */
function file(...steps: readonly Told[]): PlayedCase {
  const played = caseAt(law, 'interviewed');
  for (const one of steps) played.do(one);
  return played;
}
const impounded = (): PlayedCase => file(requested(), answered(), written(), taken());
const codes = (played: PlayedCase, told: Told): readonly string[] =>
  played.refused(told).map((one) => one.code);
const lifted = step(
  'ML1',
  'lift-measure',
  later,
  { measure: 'M1', ground: 'otherwise-needless' },
  { record: { 'lifting.reason': '不再需要' } },
);
const returned = step(
  'TR1',
  'return-things',
  '2026-03-09T10:00',
  { things: [{ thing: 'M1/1', quantity: 2 }], recipient: '吴代表' },
  { record: { 'return.signature': 'signed' } },
);

describe('NAT-QZ-18-1 负责人答复的是哪一次提请', () => {
  it('答复最近一次提请；后提的代替没有答复的', () => {
    const played = file(requested(), requested('Q2', '2026-03-05T12:30'), answered());
    expect(answerTo(played.state, 'Q1')).toBeUndefined();
    expect(answerTo(played.state, 'Q2')?.id).toBe('QA1');
    expect(openRequest(played.state)?.id).toBe('Q2');
  });

  it('已经答复的，不因后来又提请而失去答复', () => {
    const played = file(requested(), answered(), requested('Q2', '2026-03-05T13:30'));
    expect(answerTo(played.state, 'Q1')?.data.opinion).toBe('agree');
    expect(answerTo(played.state, 'Q2')).toBeUndefined();
  });

  it('撤回的批准不再打开措施', () => {
    const played = file(requested(), answered(), written());
    played.do(
      step(
        'W1',
        'withdraw-approval',
        '2026-03-05T14:30',
        { matter: 'measure', step: 'head', reason: '须再作核实' },
        { by: 'head' },
      ),
    );
    expect(codes(played, taken())).toContain('APPROVAL_PENDING');
  });

  it('已经实施的，批准不能再撤回', () => {
    expect(
      codes(
        impounded(),
        step(
          'W1',
          'withdraw-approval',
          later,
          { matter: 'measure', step: 'head', reason: '须再作核实' },
          { by: 'head' },
        ),
      ),
    ).toContain('NOTHING_TO_WITHDRAW');
  });
});

describe('强制措施各步的次序，案卷本身不容许的', () => {
  it.each<[string, () => PlayedCase, Told, string]>([
    [
      '依据没有登记',
      () => file(),
      step('Q1', 'request-measure', later, { ...measureOf('P1'), bases: ['nowhere'] }),
      'BASIS_UNKNOWN',
    ],
    [
      '事后报告的不是紧急采取的措施',
      impounded,
      step('Q2', 'request-measure', later, { ...measureOf('P1'), measure: 'M1' }),
      'REQUEST_ANSWERED',
    ],
    [
      '事后报告的不是强制措施',
      impounded,
      step('Q2', 'request-measure', later, { ...measureOf('P1'), measure: 'I1' }),
      'LINK_BROKEN',
    ],
    ['决定书与提请的措施不同', () => file(requested()), written({ kind: 'sealing-up' }), 'LINK_BROKEN'],
    [
      '决定书不是这种措施的',
      () => file(requested(), answered(), written()),
      taken({ kind: 'sealing-up' }),
      'LINK_BROKEN',
    ],
    ['冻结不在这里办', () => file(), taken({ kind: 'freezing', decision: undefined }), 'FIELD_INVALID'],
    ['决定书用了两次', impounded, { ...taken({}, 'M2'), at: '2026-03-05T15:30' }, 'DOCUMENT_USED'],
    [
      '决定书在实施之后才制作',
      () => file(requested(), answered(), { ...written(), at: '2026-03-05T16:00' }),
      taken(),
      'STEP_ORDER',
    ],
    [
      '期间的终止日在前',
      impounded,
      step('T1', 'exclude-test-time', later, {
        ...{ measure: 'M1', entrustment: 'X9', from: '2026-03-09', until: '2026-03-08' },
      }),
      'LINK_BROKEN',
    ],
    [
      '解除两次',
      () => file(requested(), answered(), written(), taken(), lifted),
      { ...lifted, id: 'ML2' },
      'ALREADY_LIFTED',
    ],
    [
      '解除之后延长',
      () => file(requested(), answered(), written(), taken(), lifted),
      step('E1', 'extend-measure', '2026-03-09T11:00', { measure: 'M1', days: 5 }, { by: 'head' }),
      'ALREADY_LIFTED',
    ],
    [
      '退还清单之外的财物',
      () => file(requested(), answered(), written(), taken(), lifted),
      { ...returned, input: { things: [{ thing: 'M1/2', quantity: 2 }], recipient: '吴代表' } },
      'LINK_BROKEN',
    ],
    [
      '同一件退还两次',
      () => file(requested(), answered(), written(), taken(), lifted),
      {
        ...returned,
        input: {
          things: [
            { thing: 'M1/1', quantity: 1 },
            { thing: 'M1/1', quantity: 1 },
          ],
          recipient: '吴代表',
        },
      },
      'LINK_BROKEN',
    ],
    [
      '退还早于扣押',
      () => file(requested(), answered(), written(), taken(), lifted),
      { ...returned, at: '2026-03-04T10:00', entered: '2026-03-09T11:00' },
      'STEP_ORDER',
    ],
    [
      '变卖两次',
      () => {
        const played = impounded();
        played.do(sale('DP1'));
        return played;
      },
      { ...sale('DP2'), at: '2026-03-06T12:00' },
      'ALREADY_SOLD',
    ],
  ])('%s', (_what, played, told, code) => {
    expect(codes(played(), told)).toContain(code);
  });
});

function sale(id: string): Told {
  return step(
    id,
    'dispose-things',
    '2026-03-06T10:00',
    { things: ['M1/1'], outcome: 'sale', price: 30_000, appraised: 50_000 },
    { record: { 'disposal.reason': '不易保管' } },
  );
}

describe('NAT-QZ-26-1 财物台账', () => {
  it('一件财物在哪里、谁保管、后来怎样，随各次登记变化', () => {
    const played = impounded();
    const one = () => heldThings(played.state)[0];
    expect(one()).toMatchObject({ id: 'M1/1', place: '本局物证室', keeper: undefined, fate: undefined });
    played.do(
      step('MV1', 'move-things', '2026-03-06T10:00', {
        ...{ things: ['M1/1'], place: '二号库', keeper: '李承办', keeping: 'agency' },
        ...{ purpose: 'storage', signers: ['h1', 'h2'] },
      }),
    );
    expect(one()).toMatchObject({ place: '二号库', keeper: '李承办' });
    expect(measuresStanding(played.state).map(({ id }) => id)).toEqual(['M1']);
    played.do(lifted);
    // Lifted, the thing is still here until somebody signs for it.
    expect(thingsInHand(played.state).map(({ id }) => id)).toEqual(['M1/1']);
    played.do(returned);
    expect(one()?.fate?.kind).toBe('returned');
    expect(thingsInHand(played.state)).toEqual([]);
  });

  it('变卖不是去向：价款代替原物，退还之后才了结', () => {
    const played = impounded();
    played.do(sale('DP1'));
    expect(heldThings(played.state)[0]).toMatchObject({ sale: { id: 'DP1' }, fate: undefined });
  });

  it('销毁的，措施随最后一件了结', () => {
    const played = impounded();
    played.do(
      step(
        'DP1',
        'dispose-things',
        '2026-03-06T10:00',
        { things: ['M1/1'], outcome: 'destruction' },
        { record: { 'disposal.basis': '示例法第九条', 'disposal.list': '账册两本' } },
      ),
    );
    const [measure] = entriesOf(played.state, 'measure');
    expect(measure === undefined ? undefined : measureOver(played.state, measure)).toMatch(
      '2026-03-06T10:00',
    );
  });
});

describe('NAT-QZ-19-1 紧急采取的', () => {
  const urgent = (): PlayedCase => file(written({ request: undefined }), taken({ urgent: true }));

  it('没有报告的，负责人的答复不算它的', () => {
    const played = urgent();
    played.do({ ...requested('Q2'), at: '2026-03-05T17:30' });
    played.do(answered('agree', '2026-03-05T18:00'));
    expect(lateAnswerTo(played.state, 'M1')).toBeUndefined();
    expect(obligations(played.state, law).map(({ duty }) => duty)).toContain('approve-measure-late');
  });

  it('退回的不算答复，其后同意的才算', () => {
    const played = urgent();
    played.do(
      step('Q2', 'request-measure', '2026-03-05T18:00', { ...measureOf('P1'), measure: 'M1' }, asking),
    );
    played.do(answered('return', '2026-03-05T19:00'));
    expect(lateAnswerTo(played.state, 'M1')).toBeUndefined();
    played.do(answered('agree', '2026-03-05T20:00', 'QA2'));
    expect(lateAnswerTo(played.state, 'M1')?.id).toBe('QA2');
    expect(obligations(played.state, law).find(({ duty }) => duty === 'approve-measure-late')).toMatchObject({
      due: '2026-03-06T15:00:00+08:00',
      met: '2026-03-05T20:00:00+08:00',
    });
  });

  it('卷内各条怎样称呼', () => {
    const played = urgent();
    played.do(
      step('Q2', 'request-measure', '2026-03-05T18:00', { ...measureOf('P1'), measure: 'M1' }, asking),
    );
    const titles = played.state.entries.slice(-3).map((entry) => entryTitle(played.state, entry));
    expect(titles).toEqual([
      '扣押决定书 江民强措字〔2026〕1号',
      '3 月 5 日对江城示范协会的扣押',
      '3 月 5 日报告紧急采取的强制措施：江城示范协会',
    ]);
  });
});
