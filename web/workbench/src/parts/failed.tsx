import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../http/request.ts';

/** Something could not be read: what happened, and the one thing to do about it. */
export function Failed({
  failure,
  retry,
}: {
  readonly failure: Failure;
  readonly retry: () => void;
}): ReactNode {
  const { title, detail } = wordsOf(failure);
  return (
    <section className="notice notice-danger" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      <Button onClick={retry}>重试</Button>
    </section>
  );
}

/** A failure in words, for pages and forms alike. */
export function wordsOf(failure: Failure): { readonly title: string; readonly detail: string } {
  if (failure.kind === 'network') return { title: '连不上服务器', detail: '请检查网络后重试。' };
  const { problem } = failure;
  const said = [problem.detail, problem.remedy].filter((text) => text !== undefined && text !== '').join(' ');
  if (problem.status >= 500)
    return { title: problem.title, detail: said === '' ? '请稍后重试；仍不能处理的，请告知管理员。' : said };
  return { title: problem.title, detail: said };
}
