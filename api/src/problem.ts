import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Law, Refusal } from '@zhaozhang/core';
import type { Problem } from './contract/index.ts';
import { refusalView } from './views/refusal.ts';

/** Thrown by a route to answer with a problem document. HTTP statuses are spoken of here and in routes only. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Omit<Problem, 'type'>, headers: Readonly<Record<string, string>> = {}) {
    super(problem.title);
    this.problem = { type: 'about:blank', ...problem };
    this.headers = headers;
  }
}

export function problemResponse(
  context: Context,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
) {
  return context.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    ...headers,
    'content-type': 'application/problem+json; charset=utf-8',
  });
}

/** Refusals as one problem: bad input is 400, a refusal of the law 422. */
export function refused(refusals: readonly Refusal[], law: Law): ProblemError {
  const malformed = refusals.every((one) => one.rule === undefined && malformedCodes.has(one.code));
  const views = refusals.map((one) => refusalView(one, law));
  const first = views[0];
  return new ProblemError({
    title: malformed ? '填写的内容有误' : '暂不能办理',
    status: malformed ? 400 : 422,
    ...(first === undefined ? {} : { detail: first.sentence }),
    ...(first?.field === undefined ? {} : { field: first.field }),
    ...(first?.remedy === undefined ? {} : { remedy: first.remedy.says }),
    refusals: views,
  });
}

const malformedCodes = new Set([
  'INPUT_INVALID',
  'FIELD_INVALID',
  'ACT_UNKNOWN',
  'FUTURE_DATE',
  'EDITION_NOT_LOADED',
  'BASIS_MISSING',
]);

export const notSignedIn = () => new ProblemError({ title: '请先登录', status: 401 });
/** What is marked secret is there, and is not shown to everybody: the code is the one refusals of the law would have. */
export const accessDenied = () =>
  new ProblemError({
    title: '含商业秘密或者个人隐私，只有本案的办案、审核、监督人员能够查看',
    status: 403,
    remedy: '需要查看的，由本案承办人或者负责人办理',
  });
export const notFound = (what: string) => new ProblemError({ title: `没有找到${what}`, status: 404 });
