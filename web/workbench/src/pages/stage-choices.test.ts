import { stageLabels, stages } from '@zhaozhang/core';
import { expect, it } from 'vitest';
import { stageChoices } from './stage-choices.ts';

it('筛选的阶段和案件的阶段一致', () => {
  const [all, ...others] = stageChoices;
  expect(all).toEqual({ value: '', label: '全部' });
  expect(others).toEqual(stages.map((stage) => ({ value: stage, label: stageLabels[stage] })));
});
