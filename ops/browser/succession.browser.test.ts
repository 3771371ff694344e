import { beforeAll, describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page, url, said } = atTheDesk({ flags: ['--another-agency'] });

const union = 'shehui-shili';
const password = '雨后山路旁的旧水塔边上有灯';

async function send<T>(path: string, body: unknown, cookie = ''): Promise<T & { cookie: string }> {
  const answer = await fetch(`${url()}${path}`, {
    method: 'POST',
    headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}：${await answer.text()}`);
  const set = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { ...((await answer.json()) as T), cookie: set };
}

/** The agency to which the power goes, set up beside the demonstration's own, with a chief who receives. */
let keeper = '';
let chief = '';
let sent = 0;
beforeAll(async () => {
  const token = /首个管理员[^\n]*\n\s+(\S+)/.exec(said())?.[1];
  const login = 'guan.shehui';
  await send('/api/first-administrator', {
    ...{ token, login, name: '管社会', password },
    agency: { id: union, name: '武汉市社会工作局', shortName: '武社' },
  });
  keeper = (await send('/api/session', { login, password })).cookie;
  const act = (name: string, input: object) => {
    sent += 1;
    return send('/api/acts', { id: `01KN${String(sent).padStart(22, '0')}`, name, input }, keeper);
  };
  await act('agency.register-unit', { id: 'zonghe', name: '综合处' });
  await act('agency.register-officer', {
    ...{ id: 'zheng', name: '林处长', unit: 'zonghe' },
    certificates: [{ number: '武社-001', from: '2024-01-01', until: '2028-12-31' }],
  });
  await act('agency.appoint', { officer: 'zheng', role: 'unit-head', unit: 'zonghe', from: '2024-01-01' });
  await act('agency.bind-law', {
    ...{ packs: ['wuhan-civil-affairs/own-decisions/2026-01-01'], from: '2026-01-01' },
  });
  const account = { login: 'lin.chuzhang', name: '林处长', officer: 'zheng' };
  const made = await send<{ password: string }>('/api/accounts', account, keeper);
  const entered = await send('/api/session', { login: account.login, password: made.password });
  const changed = await send('/api/password', { present: made.password, password }, entered.cookie);
  chief = changed.cookie === '' ? entered.cookie : changed.cookie;
}, 60_000);

async function as(cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await page().context().clearCookies();
  await page()
    .context()
    .addCookies([{ name, value, url: url() }]);
  await page().goto(`${url()}/workbench/`);
  await page().getByRole('heading', { name: '待办', level: 1 }).waitFor();
}
async function openAgency(): Promise<void> {
  await page().getByRole('link', { name: '机关事务', exact: true }).click();
  await page().getByRole('heading', { name: '机关事务', level: 1 }).waitFor();
}
const succession = () => main().getByRole('region', { name: '机关合并、分立' });

describe('机关合并：职权划出，承继，案卷移交和接收', () => {
  it('划出之日写过去的一日，被拒，填的还在；改为今日，页上写明划给谁、还有几件要移交', {
    timeout: 60_000,
  }, async () => {
    await desk().signIn('管理员');
    await openAgency();
    await desk().open('登记职权划出');
    await desk().choose('承继的机关', '武汉市社会工作局');
    await desk().choose('划出的原因', '机关合并');
    await desk().text('批准文号', '武编〔2026〕20 号');
    await desk().moment('划出之日', '2026-03-20');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('这一日已经过去').first().waitFor();
    expect(await main().getByRole('textbox', { name: '批准文号', exact: true }).inputValue()).toBe(
      '武编〔2026〕20 号',
    );
    await examine(page(), 'succession-refused');
    await desk().moment('划出之日', '2026-03-26');
    await desk().submit();
    await succession().getByText('职权全部划给武汉市社会工作局').waitFor();
    await succession()
      .getByText(/等待移交 \d+ 件/)
      .waitFor();
    await succession().getByText('由内勤、部门主要负责人或者机关负责人移交。').waitFor();
    await succession().scrollIntoViewIfNeeded();
    await examine(page(), 'succession-ceded', { asItStands: true });
  });

  it('承办人打开案件，看到要移交给谁；内勤一次移交全部，之后只供查阅', { timeout: 120_000 }, async () => {
    await desk().signIn('何协办');
    await openAgency();
    await succession()
      .getByRole('button', { name: /^移交全部 \d+ 件$/ })
      .click();
    await succession().getByText('案卷已经全部移交。').waitFor();
    await succession()
      .getByText(/已经移交 \d+ 件/)
      .waitFor();
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await main().getByText('已移交').first().waitFor();
    await examine(page(), 'succession-cases');
    await main().getByRole('row').nth(1).getByRole('link').first().click();
    await main().getByText('由其接着办理；这里只供查阅').waitFor();
    await examine(page(), 'succession-given-case');
  });

  it('承继的机关：管理员登记承继，负责的人一次接收全部，案卷接着办', { timeout: 120_000 }, async () => {
    await as(keeper);
    await openAgency();
    await succession().getByText('武汉市民政局的职权自').waitFor();
    await examine(page(), 'succession-offered');
    await succession().getByRole('link', { name: '去登记承继' }).click();
    await main().getByText('武汉市民政局（武编〔2026〕20 号').first().waitFor();
    await examine(page(), 'succession-take-over');
    await desk().submit();
    await succession().getByText('承继武汉市民政局的职权').waitFor();

    await as(chief);
    await openAgency();
    await examine(page(), 'succession-waiting');
    await succession()
      .getByRole('button', { name: /^接收全部 \d+ 件$/ })
      .click();
    await succession().getByText('没有等待接收的案卷。').waitFor();
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await main().getByText('周承办').first().waitFor();
    await examine(page(), 'succession-received-cases');
    await main().getByRole('row').nth(1).getByRole('link').first().click();
    await main().getByText('自武汉市民政局接收').waitFor();
    await examine(page(), 'succession-received-case');
  });
});
