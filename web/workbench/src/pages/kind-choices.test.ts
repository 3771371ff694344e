import { kindLabels } from '@zhaozhang/core';
import { expect, it } from 'vitest';
import { kindChoices } from './kind-choices.ts';

it('筛选所用的种类名称与各处相同，第一项不筛选', () => {
  const [all, ...others] = kindChoices;
  expect(all?.value).toBe('');
  const labels: Readonly<Record<string, string>> = kindLabels;
  expect(others.length).toBeGreaterThan(0);
  for (const { value, label } of others) expect(labels[value]).toBe(label);
});
