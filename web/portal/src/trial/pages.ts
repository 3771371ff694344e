import {
  renderDecision,
  renderFailure,
  renderHome,
  renderList,
  renderNotFound,
  renderVerify,
} from '../index.ts';
import { crowded, decision, frame, log, longName, rows, withdrawn } from './samples.ts';

const elder = { ...frame, elder: true };
const { proof: _unlogged, publicationDue: _undated, ...bare } = decision;

/** Every page of the portal in every state it can be in, by a name for test titles. */
export const pages: Readonly<Record<string, string>> = {
  首页: renderHome({ ...frame, path: '/' }, rows),
  首页尚无决定: renderHome({ ...frame, path: '/' }, []),
  首页演示: renderHome({ ...frame, path: '/', demonstrationDay: '2026-03-12' }, rows.slice(0, 5)),
  首页适老: renderHome({ ...elder, path: '/' }, rows.slice(0, 5)),
  列表: renderList({ ...frame, path: '/decisions' }, { query: '', rows, page: 1, more: true }),
  列表适老: renderList({ ...elder, path: '/decisions' }, { query: '', rows, page: 2, more: true }),
  查到: renderList(
    { ...frame, path: '/decisions?q=x' },
    { query: '书画', rows: rows.slice(0, 3), page: 1, more: false },
  ),
  查不到: renderList(
    { ...frame, path: '/decisions?q=x' },
    { query: '没有这回事', rows: [], page: 1, more: false },
  ),
  列表尚无决定: renderList({ ...frame, path: '/decisions' }, { query: '', rows: [], page: 1, more: false }),
  列表页码过大: renderList({ ...frame, path: '/decisions' }, { query: '', rows: [], page: 9, more: false }),
  决定: renderDecision(frame, decision),
  决定适老: renderDecision(elder, decision),
  决定送达中: renderDecision(frame, { ...bare, served: false }),
  决定长名: renderDecision(frame, {
    ...decision,
    parties: [{ name: longName, kind: '单位' }],
    sanctions: [{ party: longName, kind: '罚款', amount: 10_000_000 }],
  }),
  决定四十名当事人: renderDecision(frame, crowded),
  决定四十名当事人适老: renderDecision(elder, crowded),
  决定已撤回: renderDecision(frame, withdrawn),
  核验: renderVerify({ ...frame, path: '/verify' }, log),
  核验适老: renderVerify({ ...elder, path: '/verify' }, log),
  核验空日志: renderVerify({ ...frame, path: '/verify' }, { ...log, size: 0, root: '' }),
  没有找到: renderNotFound(frame, '这份决定'),
  打不开: renderFailure(frame),
};
