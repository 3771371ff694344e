import { describe, expect, it } from 'vitest';
import { caseIdOf, hrefOf, type Route, readRoute } from './route.ts';

const routes: readonly Exclude<Route, { page: 'lost' }>[] = [
  { page: 'worklist' },
  { page: 'messages' },
  { page: 'cases' },
  { page: 'cases', text: '社会团体 & 章程', stage: 'decision' },
  {
    page: 'cases',
    handler: 'me',
    since: '2026-03-01',
    until: '2026-03-31',
    late: '1',
    flawed: '1',
    exempted: '1',
    enforcement: 'execution',
  },
  { page: 'new-case' },
  { page: 'new-case', act: 'case.decide-on-spot' },
  { page: 'batch', id: '01P' },
  { page: 'register-many' },
  { page: 'register-many', id: '01P' },
  { page: 'case', id: '01J' },
  { page: 'case', id: '01J', act: 'case.give-notice' },
  { page: 'case', id: '01J', act: 'case.decide', entry: '01K' },
  { page: 'case', id: '01J', entry: '01K', fresh: true },
  { page: 'agency' },
  { page: 'agency', act: 'agency.publish-batch' },
  { page: 'agency', done: 'agency.publish-batch' },
  { page: 'account' },
  { page: 'accounts' },
  { page: 'accounts', opening: true },
  { page: 'first' },
  { page: 'code' },
  { page: 'law' },
  { page: 'law', text: '送达 & 回证' },
  { page: 'law-clause', id: 'NAT-CF-60-1(1)' },
  { page: 'law-params' },
  { page: 'law-binding' },
  { page: 'law-own' },
  { page: 'law-comparison' },
  { page: 'law-comparison', packs: ['town/measures/2020-01-01', 'city/measures/2021-01-01'] },
  { page: 'law-calendar' },
  { page: 'law-calendar', year: '2027' },
  { page: 'law-calendar', year: '2027', entering: true },
];

describe('工作台的地址', () => {
  it('写出的地址读回来是同一处', () => {
    for (const route of routes) expect(readRoute(hrefOf(route))).toEqual(route);
  });

  it('空地址是待办', () => {
    expect(readRoute('')).toEqual({ page: 'worklist' });
    expect(readRoute('#')).toEqual({ page: 'worklist' });
  });

  it('不认识的地址说明走错了，不报错', () => {
    for (const hash of [
      '#/nowhere',
      '#/cases/01J/acts',
      '#/cases/01J/x/y',
      '#/cases/a/acts/b/c',
      '#/batches',
      '#/batches/a/b',
      '#/agency/x',
      '#/agency/acts',
      '#/agency/acts/a/b',
      '#/account/x',
      '#/accounts/x',
      '#/accounts/new/x',
      '#/first/x',
      '#/law/x',
      '#/law/params/x',
      '#/law/clause',
      '#/law/clause/a/b',
    ])
      expect(readRoute(hash)).toEqual({ page: 'lost' });
    expect(readRoute('#/cases/%E0%A4%A')).toEqual({ page: 'case', id: '%E0%A4%A' });
  });

  it('从流名取案卷编号', () => {
    expect(caseIdOf('case/01J0')).toBe('01J0');
  });
});
