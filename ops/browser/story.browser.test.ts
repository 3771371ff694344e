import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine } from './examine.ts';
import { opened } from './opened.ts';
import type { Opened } from './opened.ts';
import type { RunningDemonstration } from './running-demonstration.ts';
import { workbenchPage } from './workbench-page.ts';

const title = '未经批准举办展览收费';
const party = '白沙示例摄影家协会';

let at: Opened;
let demonstration: RunningDemonstration;
let page: Page;

beforeAll(async () => {
  at = await opened();
  ({ demonstration, page } = at);
}, 120_000);

afterAll(() => at.end());

/** What stands on screen must be Chinese: no identifiers, no raw codes. */
async function expectNoCodes(): Promise<void> {
  const shown = await page.locator('body').innerText();
  expect(shown).not.toMatch(/\b(?:case|agency|record|input)\.[a-z]/);
  expect(shown).not.toMatch(/\b[A-Z]{2,}_[A-Z]/);
  expect(shown).not.toMatch(/\b(?:NAT|WHMZ)-/);
}

describe('一件处罚案，用角色按钮走到公开页', () => {
  it('从登记案源到公示，每一步都在页面上办成', { timeout: 240_000 }, async () => {
    const desk = workbenchPage(page, demonstration.url);
    await page.goto(`${demonstration.url}/workbench/`);
    await page.getByRole('button', { name: '周承办' }).waitFor();
    await examine(page, 'sign-in');

    // 案源
    await desk.signIn('周承办');
    await examine(page, 'worklist');
    await page.getByRole('link', { name: '案件', exact: true }).click();
    await page.getByRole('heading', { name: '案件', level: 1 }).waitFor();
    await examine(page, 'cases');
    await page
      .getByRole('link', { name: '登记案源' })
      .or(page.getByRole('button', { name: '登记案源' }))
      .first()
      .click();
    await desk.main().getByRole('heading', { name: '登记案源' }).waitFor();
    await desk.choose('案件来源', '投诉举报');
    await desk.choose('投诉举报渠道', '来信');
    await desk.choose('是否实名', '匿名');
    await desk.text('线索摘要', '市民反映某摄影家协会在公园举办收费展览，没有经过批准。');
    await examine(page, 'form-lead');
    await desk.submit();
    await page.getByRole('heading', { level: 1 }).waitFor();

    // 未经批准立不了案：拒绝写在按钮旁边
    const barred = desk.main().getByText('立案尚未经机关负责人批准');
    await barred.first().waitFor();
    expect(await desk.main().innerText()).toContain('《武汉市民政系统行政执法全过程记录办法》');
    await expectNoCodes();

    // 三级意见依次签署：承办人、承办部门、机关负责人
    const lead = '市民反映某摄影家协会在公园举办收费展览';
    for (const [person, opinion] of [
      ['周承办', '线索具体，建议立案。'],
      ['郑处长', '同意承办人意见。'],
      ['吴负责', '同意立案。'],
    ] as const) {
      await desk.signIn(person);
      await desk.openCase(lead);
      await desk.open('审批');
      await desk.text('审批意见', opinion);
      await desk.submit();
    }

    await desk.signIn('周承办');
    await desk.openCase(lead);
    await desk.open('立案');
    await desk.text('案由', title);
    await desk.text('姓名或者名称', party);
    await desk.choose('类型', '社会团体');
    await desk.text('统一社会信用代码', '51420100MJA0000Y2N');
    await desk.text('法定代表人或者负责人', '汤示例');
    await desk.text('住址或者住所', '武汉市青山区样例路 5 号');
    await desk.text('立案理由', '来信所附门票与该会章程不符，有违法事实需要查明。');
    await desk.text('立案依据', '《社会团体登记管理条例》第三十条第一款第二项');
    await desk.submit();

    await desk.signIn('郑处长');
    await desk.openCase(title);
    await desk.open('指派承办人');
    // 一个人不行：拒绝列在表单旁，填的东西还在
    await tick(desk, '承办人', /周承办/);
    await tick(desk, '已书面声明与本案没有利害关系的人员', /周承办/);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await desk.main().getByText('执法人员少于两人').first().waitFor();
    expect(await desk.main().innerText()).toContain('《行政处罚法》第四十二条第一款');
    await examine(page, 'refused', { asItStands: true });
    await tick(desk, '承办人', /何协办/);
    await tick(desk, '已书面声明与本案没有利害关系的人员', /何协办/);
    await desk.submit();

    await desk.nextWorkday();
    await desk.signIn('周承办');
    await desk.openCase(title);
    await desk.open('记录询问');
    const begin = await desk.now();
    await desk.text('被询问人', '汤示例');
    await desk.moment('发生时刻', begin);
    await desk.moment('询问结束时刻', begin);
    await desk.text(
      '询问内容',
      '问：展览由谁举办？答：由本会举办，门票三十元。问：批准了没有？答：没有报批。',
    );
    await desk.text('当事人意见', '无');
    await desk.choose('被询问人签名', '逐页签名');
    await desk.text('出示执法证件情况', '两名执法人员当面出示执法证件，对方核对无误');
    await desk.text('询问地点', '该会办公室');
    await desk.submit();

    // 裁量情节：当事人和唯一一件证据已经填好
    await desk.open('认定裁量情节');
    await desk.text('违法事实', '该会未经批准于三月在公园举办收费展览，门票每张三十元。');
    await desk.text('违法行为的性质', '未经批准举办收费展览。');
    await desk.text('情节', '当场停止收费，配合调查。');
    await desk.text('社会危害程度', '参观的人数不多，没有其他损失。');
    for (const circumstance of [
      '有无主动消除或者减轻危害后果',
      '有无受他人胁迫或者诱骗',
      '有无主动供述尚未掌握的违法行为',
      '有无配合查处的立功表现',
      '有无法律、法规、规章规定的其他从轻或者减轻情形',
    ])
      await desk.choose(circumstance, '无');
    for (const element of [
      '违法行为是否轻微',
      '是否及时改正',
      '是否没有造成危害后果',
      '是否初次违法',
      '危害后果是否轻微',
    ])
      await desk.choose(element, '否');
    await desk.text('上述要件不具备的理由', '门票收入没有退还。');
    await desk.choose('裁量结论', '从轻');
    await desk.text('从轻、减轻、从重或者不予处罚的依据', '当场停止收费，《行政处罚法》第五条第二款');
    await examine(page, 'form-assessment');
    await desk.submit();

    // 四项要件和两名承办人都已经列好，只答是否查清
    await desk.open('调查终结');
    for (const place of [1, 2, 3, 4])
      await desk
        .main()
        .getByRole('group', { name: `违法事实的要件 ${place}`, exact: true })
        .getByRole('radio', { name: '查清', exact: true })
        .check();
    await desk.text('对当事人有利的证据', '当场停止收费的经过，见询问笔录。');
    await desk.text('对当事人不利的证据', '询问笔录一份。');
    await desk.text('当事人辩解的核实情况', '没有提出');
    await desk.submit();

    await desk.open('制作事先告知书');
    await addSanction(desk);
    await desk.text('违法事实', '该会未经批准于三月在公园举办收费展览，门票每张三十元。');
    await desk
      .main()
      .getByRole('checkbox', { name: /社会团体登记管理条例.*第三十条/ })
      .check();
    await desk.text('处罚理由', '笔录和门票为证，事实清楚，没有从重情节。');
    await desk.text('处罚依据', '《社会团体登记管理条例》第三十条第一款第二项');
    await examine(page, 'form-notice');
    await desk.submit();

    // 告知书还没有送达：作不出决定
    await desk.main().getByText('作出决定').first().waitFor();
    await desk.open('送达');
    await desk.text('送达地点', '该会办公室');
    await desk.moment('签收时刻', await desk.now());
    await desk.submit();

    await desk.open('记录陈述申辩');
    await desk.choose('明确放弃陈述申辩', '是');
    await desk.choose('写明放弃的权利', '陈述和申辩');
    await desk.choose('放弃的凭证', '当事人在系统内实名办理');
    await desk.text('实名办理的系统和记录编号', '示例政务服务平台记录一');
    await desk.submit();

    // 是否重大要先判定；决定的承办、审核、批准依次签署
    await desk.signIn('周承办');
    await desk.openCase(title);
    await desk.open('判定是否重大');
    await desk.submit();
    await desk.open('审批');
    await desk.text('审批意见', '建议按告知的内容处罚。');
    await desk.text('意见的理由', '事实清楚，证据充分，处罚与情节相当。');
    for (const checked of ['已核对依据', '已核对条件', '已核对程序']) await desk.choose(checked, '是');
    await desk.submit();
    for (const [person, opinion] of [
      ['郑处长', '经审核，同意承办人意见。'],
      ['吴负责', '同意。'],
    ] as const) {
      await desk.signIn(person);
      await desk.openCase(title);
      await desk.open('审批');
      await desk.text('审批意见', opinion);
      await desk.submit();
    }

    await desk.signIn('周承办');
    await desk.openCase(title);
    await desk.open('作出决定');
    await desk.choose('决定', '行政处罚');
    await desk.text('裁量情节', '从轻：当场停止收费');
    await desk.choose('责令改正的要求', '责令立即改正');
    await desk.text('履行方式和期限', '警告自送达时执行');
    for (const question of ['事实是否清楚', '证据是否确凿充分', '处理是否公正'])
      await desk.choose(`自查：${question}`, '是');
    await examine(page, 'form-decision');
    await desk.submit();
    await desk.main().getByText('行政处罚决定书 武民罚决字〔2026〕').first().waitFor();

    await desk.open('加盖印章');
    await desk.choose('印章', '本机关印章');
    await desk.choose('盖章方式', '实体印章');
    await desk.submit();

    await desk.open('送达');
    await desk.text('送达地点', '该会办公室');
    await desk.moment('签收时刻', await desk.now());
    await desk.submit();

    // 作出决定的人提交公示稿，另一人逐项核对，部门主要负责人审定
    await desk.signIn('何协办');
    await desk.openCase(title);
    await desk.open('审批');
    for (const question of ['合法性核对', '准确性核对', '保密与隐私核对', '栏目齐备核对'])
      await desk.choose(question, '是');
    await desk.submit();

    await desk.signIn('郑处长');
    await desk.openCase(title);
    await desk.open('审批');
    await desk.submit();

    await desk.signIn('周承办');
    await desk.openCase(title);
    await desk.open('公示决定');
    await desk.choose('涉密和隐私判定', '不涉及');
    await desk.submit();
    await expectNoCodes();
    await examine(page, 'case');

    // 一个日期点开就是算法
    await desk.main().getByText('已办结和届满的期限').first().click();
    await desk
      .main()
      .getByRole('button', { name: /作出处罚决定的期限/ })
      .first()
      .click();
    await page.getByText('的次日起计算 90 日').first().waitFor();
    await examine(page, 'derivation', { asItStands: true });
    await page.keyboard.press('Escape');

    // 公开页
    await desk.main().getByRole('link', { name: '查看公开页' }).click();
    await page.waitForLoadState();
    const pages = page.context().pages();
    page = pages.at(-1) ?? page;
    await page.getByRole('heading', { name: title }).first().waitFor();
    const shown = await page.locator('body').innerText();
    expect(shown).toContain(party);
    expect(shown).not.toContain('汤示例');
    await examine(page, 'decision', { latin: true });
    await page.goto(`${demonstration.url}/`);
    await examine(page, 'portal-home', { latin: true });
    await page.goto(`${demonstration.url}/decisions`);
    expect(await page.locator('body').innerText()).toContain(title);
    await examine(page, 'portal-list', { latin: true });
    await page.goto(`${demonstration.url}/verify`);
    await examine(page, 'portal-verify', { latin: true });
  });
});

/** Chooses in whatever control the form gives a choice: buttons or a list. */
/** The same people stand in several lists of one form: which list is said by its legend. */
async function tick(desk: ReturnType<typeof workbenchPage>, list: string, name: RegExp): Promise<void> {
  await desk
    .main()
    .getByRole('group', { name: new RegExp(`^${list}`) })
    .first()
    .getByRole('checkbox', { name })
    .check();
}

async function addSanction(desk: ReturnType<typeof workbenchPage>): Promise<void> {
  const add = desk
    .main()
    .getByRole('button', { name: /添加|增加/ })
    .first();
  const kind = desk.main().getByRole('combobox', { name: '处罚种类', exact: true });
  if ((await kind.count()) === 0) await add.click();
  await desk.choose('当事人', party);
  await desk.choose('处罚种类', '警告');
}

describe('当场处罚', () => {
  it('NAT-CF-51-1 从案件页一下打开表单；空着检查，说出缺什么；已经办的一案看得到经过', {
    timeout: 90_000,
  }, async () => {
    const desk = workbenchPage(page, demonstration.url);
    await desk.signIn('周承办');
    await page.getByRole('link', { name: '案件', exact: true }).click();
    await page.getByRole('link', { name: '当场处罚' }).first().click();
    await page.getByRole('heading', { name: '当场处罚', level: 1 }).waitFor();
    await examine(page, 'form-on-spot');
    await page.getByRole('button', { name: '检查' }).click();
    await desk.main().getByRole('region', { name: '检查结果' }).getByText(/案由/).first().waitFor();
    await expectNoCodes();
    await desk.openCase('未按照规定办理变更登记');
    await desk.main().getByText('报所属机关备案').first().waitFor();
    await examine(page, 'case-on-spot');
    await expectNoCodes();
  });
});

describe('断网的浏览器', () => {
  it('在本机跑同一套判定：断网之后仍能说出为什么不行', { timeout: 90_000 }, async () => {
    const desk = workbenchPage(page, demonstration.url);
    await desk.signIn('郑处长');
    await desk.openCase('违反规定接受捐赠');
    await desk.open('指派承办人');
    await tick(desk, '承办人', /周承办/);
    // 先在线检查一次，规则和案卷就在本机了
    await page.getByRole('button', { name: '检查' }).click();
    await desk.main().getByText('执法人员少于两人').first().waitFor();
    await page.context().setOffline(true);
    await tick(desk, '承办人', /许到期/);
    await page.getByRole('button', { name: '检查' }).click();
    await desk.main().getByText('没有有效的执法证件').first().waitFor();
    await page.context().setOffline(false);
    expect(
      await desk
        .main()
        .getByRole('group', { name: /^承办人/ })
        .first()
        .getByRole('checkbox', { name: /许到期/ })
        .isChecked(),
    ).toBe(true);
  });
});

describe('服务被杀死', () => {
  it('填到一半服务没了：再起来时填的都在，提交成功', { timeout: 120_000 }, async () => {
    const desk = workbenchPage(page, demonstration.url);
    await desk.signIn('周承办');
    await page.getByRole('link', { name: '案件', exact: true }).click();
    await page
      .getByRole('link', { name: '登记案源' })
      .or(page.getByRole('button', { name: '登记案源' }))
      .first()
      .click();
    await desk.choose('案件来源', '投诉举报');
    await desk.choose('投诉举报渠道', '来电');
    await desk.choose('是否实名', '匿名');
    await desk.text('线索摘要', '服务中断时正在填写的线索摘要。');
    await page.getByText(/已存/).first().waitFor();
    await demonstration.restart();
    await page.reload();
    await desk.main().getByRole('textbox', { name: '线索摘要' }).waitFor();
    expect(await desk.main().getByRole('textbox', { name: '线索摘要' }).inputValue()).toBe(
      '服务中断时正在填写的线索摘要。',
    );
    await desk.submit();
    await desk.main().getByText('服务中断时正在填写的线索摘要').first().waitFor();
  });
});
