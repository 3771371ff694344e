import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page } = atTheDesk();
const region = (name: RegExp) => main().getByRole('region', { name });
const shared = '殡葬设施的行政处罚';

async function openItems(): Promise<void> {
  await page().getByRole('link', { name: '机关事务', exact: true }).first().click();
  await main().getByRole('link', { name: '权责清单', exact: true }).click();
  await page().getByRole('heading', { name: '权责清单', level: 1 }).waitFor();
}

/** Opens a form from the list of powers. */
async function openForm(link: string, heading: string): Promise<void> {
  await main().getByRole('link', { name: link, exact: true }).click();
  await main().getByRole('heading', { name: heading, level: 2 }).waitFor();
}

/** Entered as an import would: the forms with tables are tried where they are drawn. */
async function enter(name: string, input: object): Promise<void> {
  const id = `01J0000000000000000000${name.endsWith('basis') ? '0BAS' : '0BEN'}`;
  const status = await desk().send({ id, name, input });
  expect(status).toBe(201);
}

describe('权责清单', () => {
  it('承办人看得到事项、依据、岗位和在岗的人，写明由谁登记；没有基准的，说怎么办', {
    timeout: 60_000,
  }, async () => {
    // With all cases told there is a benchmark: an agency that has none is what is looked at here.
    await page().route('**/api/agency/items', async (route) => {
      const told = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...told, benchmarks: [] } });
    });
    await desk().signIn('周承办');
    await openItems();
    await region(/执法事项/)
      .getByText('社会组织的行政处罚')
      .first()
      .waitFor();
    await region(/岗位责任/)
      .getByText(/在岗：.*周承办/)
      .waitFor();
    await region(/裁量基准/)
      .getByText('还没有登记裁量基准')
      .waitFor();
    await main()
      .getByText(/请法制审核人员或者管理员办理/)
      .waitFor();
    expect(await main().getByRole('link', { name: /^更改/ }).count()).toBe(0);
    await examine(page(), 'items-others');
    await page().unroute('**/api/agency/items');
  });

  it('WHMZ-ZZ-8-1 与他部门同施一部法而没有写职责分工，被拒并指到这一栏，填的还在', {
    timeout: 60_000,
  }, async () => {
    await desk().signIn('孙法审');
    await openItems();
    await openForm('登记职权', '登记职权');
    await desk().text('执法事项', shared);
    await desk().text('执法区域', '武汉市');
    await desk().text('同施一部法的其他部门', '示例市市场监督管理局');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main()
      .getByText(/职责分工没有填写/)
      .first()
      .waitFor();
    expect(await main().getByRole('textbox', { name: '执法事项', exact: true }).inputValue()).toBe(shared);
    await examine(page(), 'items-refused');
  });

  it('WHMZ-ZZ-8-2 职责分工不明，登记请示，清单上是待定责；登记确定文件之后启用', {
    timeout: 60_000,
  }, async () => {
    await desk().choose('职责分工', '不明');
    await desk().text('报请本级政府确定的请示文号', '示民请〔2026〕4 号');
    await desk().moment('请示报送之日', '2026-01-05');
    await desk().submit();
    await main().getByText('「登记职权」已经办好').waitFor();
    await region(/执法事项/)
      .getByText('待定责', { exact: true })
      .waitFor();
    await main().getByText('本级政府确定由谁负责之前，这一事项不能立案、受理').waitFor();
    await examine(page(), 'items-unsettled');

    await openForm('登记职责分工的确定', '登记职责分工的确定');
    await main().getByText(shared).first().waitFor();
    await desk().text('确定文件的文号', '示政函〔2026〕9 号');
    await desk().moment('确定之日', '2026-01-06');
    await desk().choose('确定的职责分工', '各按职责共同实施');
    await desk().text('各部门的职责', '民政：登记；市场监督管理：查处');
    await desk().submit();
    await region(/执法事项/)
      .getByText(/民政：登记；市场监督管理：查处/)
      .waitFor();
    expect(
      await region(/执法事项/)
        .getByText('待定责', { exact: true })
        .count(),
    ).toBe(0);
  });

  it('NAT-CF-34-2 没有公布的裁量基准标明待公布；更改时表单已经填好，写明公布之后不再标', {
    timeout: 60_000,
  }, async () => {
    await enter('agency.register-basis', {
      ...{ id: 'shili', instrument: '示例殡葬管理办法', article: '第九条', edition: '2015 年' },
      ...{
        rank: 'local-rule',
        from: '2015-05-01',
        kinds: ['fine'],
        fineFrom: 1_000_000,
        fineUpTo: 3_000_000,
      },
    });
    await enter('agency.register-benchmark', {
      ...{ id: 'jz', title: '示例裁量基准', edition: '2025 年版', basis: 'shili', from: '2025-06-01' },
      levels: [
        { id: 'd1', label: '一般', from: 1_000_000, upTo: 2_000_000, when: '初次违法，及时改正' },
        { id: 'd2', label: '较重', from: 2_000_000, upTo: 3_000_000, when: '责令改正之后仍不改正' },
      ],
    });
    await page().reload();
    const benchmarks = region(/裁量基准/);
    await benchmarks.getByText('待公布', { exact: true }).waitFor();
    await benchmarks.getByText('初次违法，及时改正').waitFor();
    await examine(page(), 'items');

    await openForm('更改示例裁量基准（2025 年版）', '登记裁量基准');
    const title = main().getByRole('textbox', { name: '裁量基准的名称', exact: true });
    await title.waitFor();
    expect(await title.inputValue()).toBe('示例裁量基准');
    await desk().moment('公布日期', '2025-05-20');
    await desk().text('公布载体', '示例市民政局网站');
    await desk().submit();
    await benchmarks.getByText('待公布', { exact: true }).waitFor({ state: 'detached' });
    await benchmarks.getByText(/示例市民政局网站，2025 年 5 月 20 日/).waitFor();
  });

  it('读不出来的，说明并可以重试', { timeout: 60_000 }, async () => {
    await page().route('**/api/agency/items', (route) => route.abort());
    await page().reload();
    await main().getByText('连不上服务器').waitFor();
    await page().unroute('**/api/agency/items');
    await main().getByRole('button', { name: '重试' }).click();
    await region(/执法事项/).waitFor();
  });
});
