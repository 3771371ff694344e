import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { browser, desk, main, page, row } = atTheDesk();
const openInspections = async (): Promise<void> => {
  await page().getByRole('link', { name: '机关事务', exact: true }).click();
  await main().getByRole('link', { name: '行政检查', exact: true }).click();
  await main().getByRole('heading', { name: '行政检查', level: 1 }).waitFor();
  await main()
    .getByRole('heading', { name: /双随机抽查/ })
    .waitFor();
};
const openAct = async (act: string): Promise<void> => {
  await main().getByRole('link', { name: act, exact: true }).click();
  await main().getByRole('heading', { name: act, level: 2 }).waitFor();
};
/** Choices carry a note behind the name: the day of publication, the plan. */
const pick = async (label: string, choice: string): Promise<void> => {
  await main().getByRole('combobox', { name: label, exact: true }).first().click();
  await page().locator('.ant-select-dropdown:visible').getByTitle(choice).first().click();
};
const press = (name: string) => main().getByRole('button', { name, exact: true }).click();
const done = (act: string) => main().getByText(`「${act}」已经办好。`).waitFor();
const item = '社会组织收费情况检查';
const line = `${item}（登记满一年的社会组织）`;

describe('行政检查', () => {
  it('NAT-54-2 NAT-54-3 登记检查事项、制定年度计划，公布的写明何时公布在何处', {
    timeout: 120_000,
  }, async () => {
    await desk().signIn('郑处长');
    await openInspections();
    // Pictures are taken of the demonstration with all its stories, where there are some already.
    if ((await main().getByText('事项公布之前，不能进场检查').count()) > 0)
      await examine(page(), 'inspections-empty');

    await openAct('登记检查事项');
    await desk().text('检查事项', item);
    await desk().text('检查依据', '《民办非企业单位登记管理暂行条例》第二十条');
    await desk().choose('依据的位阶', '行政法规');
    await desk().text('检查对象', '在本局登记的社会组织');
    await desk().text('检查内容', '收费的项目、标准和公示，收入的用途');
    await desk().choose('检查方式', '现场检查');
    await desk().moment('公布日期', '2026-03-25');
    await desk().text('公布载体', '武汉市民政局门户网站');
    await desk().moment('自', '2026-01-01');
    await examine(page(), 'inspections-item');
    await desk().submit();
    await done('登记检查事项');

    await openAct('制定年度检查计划');
    await desk().text('年度', '2026');
    await desk().text('计划的名称和文号', '2026 年度行政检查计划（武民发〔2026〕示例 2 号）');
    await desk().text('同一企业年度检查次数的上限', '2');
    await desk().moment('公布日期', '2026-03-26');
    await desk().text('公布载体', '武汉市民政局门户网站');
    if ((await row('计划的各项检查 1').count()) === 0) await press('添加计划的各项检查');
    await pick('检查事项', item);
    await desk().text('检查对象', '登记满一年的社会组织', row('计划的各项检查 1'));
    await desk().text('抽查比例（百分之）', '50', row('计划的各项检查 1'));
    await desk().text('年度次数', '1', row('计划的各项检查 1'));
    await desk().moment('自', '2026-03-26');
    await desk().moment('至', '2026-12-31');
    await examine(page(), 'inspections-plan');
    await desk().submit();
    await done('制定年度检查计划');
    await main().getByText('同一企业一年最多检查 2 次').first().waitFor();
    await main().getByText('2026 年 3 月 25 日 公布于武汉市民政局门户网站').first().waitFor();
  });

  it('NAT-54-3 名单整张粘贴，约定的号码已经公布的不收；封存之后号码公布才能抽取', {
    timeout: 180_000,
  }, async () => {
    await desk().signIn('何协办');
    await openInspections();
    await openAct('封存抽查名单');
    await pick('计划的一项检查', line);
    await press('粘贴检查对象名单');
    await main()
      .getByRole('textbox', { name: /每行一项/ })
      .fill(
        '52420100MJH100001F\t沙湖示例养老服务中心\n52420100MJH100002J\t东湖示例助残服务中心\n52420100MJH100003M\t汉口示例书画联谊会\n52420100MJH100004Q\t江滩示例志愿者协会',
      );
    await press('加入 4 项');
    for (const name of ['周承办', '何协办', '郑处长'])
      await main()
        .getByRole('checkbox', { name: new RegExp(name) })
        .first()
        .check();
    await desk().text('抽取的家数', '2');
    await desk().choose('公开号码的来源', '中国福利彩票双色球开奖号码');
    await desk().text('期号或者日期', '2026 年第 034 期');
    await desk().moment('号码公布的时刻', '2026-03-26 21:15');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('约定的号码在封存当日或者更早就已公布').first().waitFor();
    await examine(page(), 'inspections-commit-refused');
    await desk().moment('号码公布的时刻', '2026-03-29 21:15');
    await desk().submit();
    await done('封存抽查名单');
    await main().getByText('等待号码').waitFor();

    await openAct('抽取检查对象和人员');
    await desk().text('公布的号码', '02 07 11 19 26 30 + 12');
    await desk().text('号码公布的网址或者报刊', '中国福彩网三月二十九日的开奖公告');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('才公布').first().waitFor();
    await desk().nextWorkday();
    await desk().nextWorkday();
    await openInspections();
    await openAct('抽取检查对象和人员');
    await desk().text('公布的号码', '02 07 11 19 26 30 + 12');
    await desk().text('号码公布的网址或者报刊', '中国福彩网三月二十九日的开奖公告');
    await desk().submit();
    await done('抽取检查对象和人员');
    await examine(page(), 'inspections-page');
  });

  it('NAT-54-3 谁都能重算：页面当场核对，复核文件不必联网', { timeout: 120_000 }, async () => {
    await main()
      .getByRole('link', { name: new RegExp(item) })
      .first()
      .click();
    await main().getByRole('heading', { name: '抽中的 2 家' }).waitFor();
    await press('重新抽取并核对');
    await main().getByText('相符：').waitFor();
    await examine(page(), 'inspections-draw', { latin: true });
    const [download] = await Promise.all([page().waitForEvent('download'), press('下载复核文件')]);
    const folder = await mkdtemp(path.join(tmpdir(), 'zhaozhang-draw-'));
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    const own = await browser().newPage();
    await own.goto(pathToFileURL(file).href);
    await own.getByRole('button', { name: '重新抽取并核对' }).click();
    await own.getByText('相符：').waitFor();
    // 把抽中的两家对调，文件自己说出来。
    await own.evaluate(() => {
      const data = document.querySelector('#data');
      const told = JSON.parse(data?.textContent ?? '{}') as { results: unknown[] };
      told.results.reverse();
      if (data !== null) data.textContent = JSON.stringify(told);
    });
    await own.getByRole('button', { name: '重新抽取并核对' }).click();
    await own.getByText('不符：').waitFor();
    await own.close();
    await rm(folder, { recursive: true });
  });

  it('NAT-54-4 从案件页登记检查任务，案件页是检查的路径；没有批准不能进场', {
    timeout: 120_000,
  }, async () => {
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await main().getByText('其他登记', { exact: true }).click();
    await main().getByRole('link', { name: '登记检查任务', exact: true }).click();
    await main().getByRole('heading', { name: '登记检查任务', level: 1 }).waitFor();
    await pick('检查事项', item);
    await desk().choose('任务来源', '投诉举报');
    if ((await row('被检查人 1').count()) === 0) await press('添加被检查人');
    await desk().text('姓名或者名称', '汉阳示例商会', row('被检查人 1'));
    await desk().select('类型', '社会团体');
    await desk().text('统一社会信用代码', '51420100MJH200007P', row('被检查人 1'));
    await desk().text('法定代表人或者负责人', '魏示例', row('被检查人 1'));
    await desk().text('住址或者住所', '武汉市汉阳区样例街 3 号', row('被检查人 1'));
    await desk().text('任务来源的文号或者登记号', '武民举〔2026〕示例 12 号');
    await desk().text('为何到现场检查', '举报称票据存根藏在办公室，须到现场查看。');
    await examine(page(), 'inspection-register');
    await desk().submit();
    await main().getByRole('heading', { name: item, level: 1 }).waitFor();
    await main().getByText('行政检查', { exact: true }).first().waitFor();
    await main().getByText('被检查人', { exact: true }).first().waitFor();
    await main().getByText('机关负责人尚未批准检查').first().waitFor({ state: 'attached' });
    expect(await main().getByText('事先告知', { exact: true }).count()).toBe(0);
    await examine(page(), 'inspection-case');
  });
});
