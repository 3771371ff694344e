import type { CaseFilter } from '@zhaozhang/api/contract';
import { kindChoices } from '../pages/kind-choices.ts';
import { stageChoices } from '../pages/stage-choices.ts';

/** A name to begin with, from what narrows the list: 「本人承办 逾期」. */
export function filterName(filter: CaseFilter): string {
  const parts = [
    filter.text,
    stageChoices.find(({ value }) => value !== '' && value === filter.stage)?.label,
    kindChoices.find(({ value }) => value !== '' && value === filter.enforcement)?.label,
    filter.handler === 'me' ? '本人承办' : undefined,
    filter.late === '1' ? '逾期' : undefined,
    filter.flawed === '1' ? '有瑕疵' : undefined,
    filter.exempted === '1' ? '免审' : undefined,
    filter.since === undefined ? undefined : `${filter.since}起`,
    filter.until === undefined ? undefined : `${filter.until}止`,
  ];
  return [...parts.filter((part) => part !== undefined).join(' ')].slice(0, 20).join('');
}
