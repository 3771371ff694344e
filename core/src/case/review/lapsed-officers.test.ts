import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { requirements } from '../../requirements.ts';
import { checkGates } from '../../rules/gates.ts';
import { sceneOf } from '../../rules/scene.ts';
import { caseWith, lawfulAct } from '../../trial/lawful-path.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const { law: review } = compileBundle(library, ['wuhan-civil-affairs/legal-review/2017-07-01']);

function questioned(officers: readonly string[]) {
  return caseWith(law, 'interviewed', (milestone, told) =>
    milestone === 'interviewed'
      ? {
          ...lawfulAct('interviewed'),
          input: { officers, person: '司马证人', endedAt: '2026-03-05T10:30' },
          admits: [{ code: 'OFFICER_NOT_QUALIFIED', reason: '发现时询问已经结束' }],
        }
      : told,
  );
}

function prefilled(officers: readonly string[]) {
  const played = questioned(officers);
  const form = requirements(played.state, 'case.conclude-review', played.context('rev', '2026-03-16T09:00'));
  return form.prefill.record['review.person-qualified'];
}

describe('审核时的人员资格', () => {
  it('WHMZ-SH-11-2 取证之日有人的证件不在有效期内，人员资格一问预填“否”', () => {
    expect(prefilled(['h1', 'h3'])).toBe('no');
  });

  it('WHMZ-SH-11-2 取证之日证件都有效的，不预填', () => {
    expect(prefilled(['h1', 'h2'])).toBeUndefined();
  });

  it('WHMZ-SH-11-2 提示写明是谁、哪一日', () => {
    const played = questioned(['h1', 'h3']);
    const context = { ...played.context('rev', '2026-03-16T09:00'), law: review };
    const scene = sceneOf(played.state, context, undefined, context.now);
    const said = checkGates('case.conclude-review', scene).map(({ refusal }) => refusal.because);
    expect(said).toContain('取证之日执法证件不在有效期内：周过期（2026 年 3 月 5 日）');
  });
});
