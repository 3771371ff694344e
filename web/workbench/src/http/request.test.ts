import { describe, expect, it } from 'vitest';
import { readReply } from './request.ts';

describe('服务器的答复', () => {
  it('成功的答复取出内容', () => {
    expect(readReply(200, '{"now":"2026-03-12"}')).toEqual({ ok: true, value: { now: '2026-03-12' } });
  });

  it('没有内容的成功答复也是成功', () => {
    expect(readReply(204, '').ok).toBe(true);
  });

  it('被拒绝时保留问题说明', () => {
    const problem = { type: 'about:blank', title: '暂不能作出决定', status: 422, refusals: [] };
    expect(readReply(422, JSON.stringify(problem))).toEqual({
      ok: false,
      failure: { kind: 'problem', problem },
    });
  });

  it('不是本系统的答复按服务器故障处理，不把网页源码显示出来', () => {
    const reply = readReply(502, '<html>Bad Gateway</html>');
    expect(reply).toMatchObject({ ok: false, failure: { problem: { title: '服务器暂时不能处理' } } });
    expect(readReply(200, '<html>').ok).toBe(false);
  });
});
