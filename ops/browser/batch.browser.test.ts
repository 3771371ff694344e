import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page } = atTheDesk({ patience: 20_000 });

const button = (name: string | RegExp) => page().getByRole('button', { name, exact: true });

/** As a spreadsheet lays a table on the clipboard. The fourth code has one wrong place. */
const roll = [
  ['名称', '统一社会信用代码', '法定代表人', '住所', '联系电话'],
  ['滨江示范茶艺协会', '51420100690000001R', '邹甲', '示范路 1 号', '027-80000001'],
  ['滨江示范棋类协会', '51420100690000002W', '邹乙', '示范路 2 号', '027-80000002'],
  ['滨江示范书法协会', '待核', '邹丙', '示范路 3 号', '027-80000003'],
  ['滨江示范武术协会', '514201006900000044', '邹丁', '示范路 4 号', '027-80000004'],
  ['滨江示范摄影协会', '514201006900000056', '邹戊', '示范路 5 号', '027-80000005'],
  ['滨江示范钓鱼协会', '514201006900000069', '邹己', '示范路 6 号', '027-80000006'],
];

async function paste(text: string): Promise<void> {
  const box = main().getByRole('textbox', { name: '从电子表格复制，粘贴在这里' });
  await box.fill(text);
  await button('读入').click();
}

describe('批量登记和批量办理', () => {
  it('粘贴六行，改好错的一行，登记；选中成批审批、立案：中途刷新接着办，一件不能办的被点名，改好补办', {
    timeout: 240_000,
  }, async () => {
    await desk().signIn('周承办');
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await page().getByRole('link', { name: '批量登记' }).click();
    await main().getByRole('heading', { name: '名册' }).waitFor();
    await paste(roll.map((cells) => cells.join('\t')).join('\n'));
    await main().getByText('共 6 行').waitFor();
    expect(await main().getByRole('status').allInnerTexts()).toContainEqual(
      expect.stringMatching(/共 6 行，1 行要改/),
    );
    await examine(page(), 'batch-register');
    const code = main().getByRole('textbox', { name: '统一社会信用代码', exact: true });
    expect(await code.getAttribute('aria-invalid')).toBe('true');
    await code.fill('514201006900000043');
    await main().getByText('共 6 行，都可以登记').waitFor();

    await desk().select('案件来源', '其他途径');
    await desk().text('事由', '没有按照规定接受年度检查');
    await desk().text('发现途径', '年度检查截止后比对登记名册');
    await desk().select('名册没有写明类型的，都是', '社会团体');
    await button('登记 6 件').click();
    await main().getByRole('heading', { name: '已办成 6 件' }).waitFor();
    await examine(page(), 'batch-registered');
    await button('办完，回到案件').click();

    for (const [name, comment] of [
      ['周承办', '建议立案'],
      ['郑处长', '同意承办人意见'],
      ['吴负责', '同意立案'],
    ] as const) {
      await desk().signIn(name);
      await pickAll();
      await button('审批').waitFor();
      if (name === '周承办') await examine(page(), 'batch-selected');
      await button('审批').click();
      await main().getByRole('heading', { name: '批量审批', level: 1 }).waitFor();
      await main().getByText('线索：滨江示范茶艺协会没有按照规定接受年度检查').waitFor();
      // Nothing goes along unseen: each is looked at and ticked.
      await button('审批 0 件').waitFor();
      await main().locator('.batch-line a').first().focus();
      for (let line = 0; line < 6; line++) {
        await page().keyboard.press('x');
        await page().keyboard.press('j');
      }
      await desk().text('审批意见', comment);
      if (name === '吴负责') await examine(page(), 'batch-approve');
      await button('审批 6 件').click();
      await main().getByRole('heading', { name: '已办成 6 件' }).waitFor();
      await button('办完，回到案件').click();
    }

    await desk().signIn('周承办');
    await pickAll();
    await button('立案').click();
    await main().getByRole('heading', { name: '批量立案', level: 1 }).waitFor();
    await desk().text('案由', '没有按照规定接受年度检查');
    await desk().moment('违法行为发生日（连续的填终了日）', '2025-06-30');
    await desk().text('立案理由', '逾期没有报送年度检查材料');
    await desk().text('立案依据', '登记管理条例有关条款');
    await examine(page(), 'batch-file');
    await loseTheAnswer();
    await button('立案 6 件').click();
    await main().getByRole('heading', { name: '连不上服务器' }).waitFor();
    await page().reload();
    await main().getByRole('heading', { name: '上次没有办完' }).waitFor();
    await main().getByText('已送出，等结果').first().waitFor();
    await examine(page(), 'batch-resume');
    await button('接着办').click();
    await main().getByRole('heading', { name: '已办成 5 件，1 件不能办' }).waitFor();
    const failing = main().locator('.batch-line', { hasText: '滨江示范书法协会' });
    expect(await failing.innerText()).toMatch(/统一社会信用代码/);
    await examine(page(), 'batch-failed');

    await button('统一填写当事人').click();
    const missing = main().getByRole('textbox', { name: '统一社会信用代码', exact: true });
    await missing.fill('514201006900000030');
    await button('立案 1 件').click();
    await main().getByRole('heading', { name: '已办成 6 件' }).waitFor();
    await button('办完，回到案件').click();
    await main().getByText('滨江示范书法协会').first().waitFor();
    expect(await main().getByText('没有办完的批量事项').count()).toBe(0);
  });
});

/** Finds the six and ticks them: the first with the keyboard, the rest with the box of the head. */
async function pickAll(): Promise<void> {
  await page().getByRole('link', { name: '案件', exact: true }).click();
  await main().getByRole('textbox', { name: '查找案件' }).fill('没有按照规定接受年度检查');
  await button('查找').click();
  await main().getByText('滨江示范钓鱼协会').first().waitFor();
  await expect.poll(() => main().locator('tbody tr').count()).toBe(6);
  await main().locator('tbody a').first().focus();
  await page().keyboard.press('x');
  await page().getByText('已选 1 件').waitFor();
  await main().getByRole('checkbox', { name: '选中列出的全部案件' }).check();
  await page().getByText('已选 6 件').waitFor();
}

/** The server does what it is asked, and its answer never arrives. */
async function loseTheAnswer(): Promise<void> {
  await page().route(
    '**/api/batches',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
}
