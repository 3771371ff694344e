import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productionInstance } from '../../api/src/testing/production-instance.ts';
import type { ProductionInstance } from '../../api/src/testing/production-instance.ts';
import { codeOf } from '../../api/src/testing/second-factor.ts';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';
import { testProvider } from './identity-provider.ts';
import type { TestProvider } from './identity-provider.ts';
import { journey } from './journey.ts';
import { workbenchPage } from './workbench-page.ts';

const { browser, desk, main, page, url } = atTheDesk();

const login = 'feng.xinlai';
const own = '雨后山路旁的旧水塔边上有灯';
/** Given by the administrator, then the secret of the second factor: told once, on screen. */
let given = '';
let secret = '';
let recovery = '';

const press = (name: string) => page().getByRole('button', { name, exact: true }).click();
const fill = (label: string, text: string) => page().getByLabel(label, { exact: true }).fill(text);

async function openAccounts(): Promise<void> {
  await page().getByRole('link', { name: '机关事务', exact: true }).click();
  await main().getByRole('link', { name: '账户管理' }).click();
  await page().getByRole('heading', { name: '账户管理', level: 1 }).waitFor();
}
async function openOwn(): Promise<void> {
  await page()
    .getByRole('link', { name: /的账户$/ })
    .click();
  await page().getByRole('heading', { name: '账户', level: 1 }).waitFor();
}
async function signInWith(password: string): Promise<void> {
  await press('退出');
  await fill('登录名', login);
  await fill('口令', password);
  await page().getByLabel('口令', { exact: true }).press('Enter');
}
const row = (name: string) => main().getByRole('row').filter({ hasText: name });
/** Chosen by the keyboard alone: the arrow keys of the group, then the button. */
async function act(name: string, label: string): Promise<void> {
  await row(name)
    .getByRole('button', { name: `办理${name}的账户` })
    .press('Enter');
  const dialog = page().getByRole('dialog', { name: `${name}的账户` });
  const choice = dialog.getByRole('radio', { name: new RegExp(`^${label}`) });
  await dialog.getByRole('radio').first().focus();
  for (let n = 0; n < 5 && !(await choice.isChecked()); n++) await page().keyboard.press('ArrowDown');
  await dialog.getByRole('button', { name: '办理', exact: true }).press('Enter');
}
const onceShown = async () =>
  (
    await page().getByText('一次性口令', { exact: true }).locator('xpath=following-sibling::dd').innerText()
  ).trim();

it(
  '一个账户：管理员开设，本人改口令、设第二重验证、两步登录，管理员取消、停用、重设',
  { timeout: 360_000 },
  () =>
    journey([
      [
        '清单写明每个人；开设的表单填错了说明哪一栏，填的还在',
        async () => {
          await desk().signIn('管理员');
          await openAccounts();
          await row('周承办').waitFor();
          await examine(page(), 'accounts', { latin: true });

          await main().getByRole('link', { name: '开设账户' }).click();
          await fill('姓名', '冯新来');
          await fill('登录名', 'Feng');
          await press('开设');
          await main().getByText('小写字母开头').first().waitFor();
          const loginField = page().getByLabel('登录名', { exact: true });
          // The hint under the field says the same words before anything is wrong: what tells is the field itself.
          await loginField.and(page().locator('[aria-invalid="true"]')).waitFor();
          await expect.poll(() => loginField.evaluate((one) => one === document.activeElement)).toBe(true);
          expect(await page().getByLabel('姓名', { exact: true }).inputValue()).toBe('冯新来');
          await examine(page(), 'account-opening', { latin: true });

          await fill('登录名', login);
          await press('开设');
          await main().getByText('只显示这一次').waitFor();
          given = await onceShown();
          expect(given).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
          await examine(page(), 'account-opened', { latin: true });
          await press('已经告诉本人');
          await row('冯新来').getByText('还没改口令').waitFor();
          expect(await main().innerText()).not.toContain(given);
        },
      ],

      [
        '读不出来的，说明并可以重试',
        async () => {
          await page().route('**/api/accounts', (route) => route.abort());
          await page().reload();
          await main().getByText('连不上服务器').waitFor();
          await examine(page(), 'accounts-failed');
          await page().unroute('**/api/accounts');
          await press('重试');
          await row('冯新来').waitFor();
        },
      ],

      [
        '管理员给的口令登录了先要改，改好才进得去',
        async () => {
          await signInWith(given);
          await page().getByRole('heading', { name: '先改成自己的口令', level: 1 }).waitFor();
          await page().goto(`${url()}/workbench/#/cases`);
          await page().getByRole('heading', { name: '先改成自己的口令', level: 1 }).waitFor();
          await fill('现在的口令', given);
          await fill('新口令', '冯新来123456789');
          await fill('再输入一遍', '冯新来12345678');
          await press('改好，进入工作台');
          await page().getByText('再输入一遍：两遍输入的不一样').waitFor();
          await fill('再输入一遍', '冯新来123456789');
          await press('改好，进入工作台');
          await page().getByText('新口令：口令里有姓名').waitFor();
          await examine(page(), 'password-first');
          await fill('新口令', own);
          await fill('再输入一遍', own);
          await press('改好，进入工作台');
          await page().getByRole('heading', { name: '案件', level: 1 }).waitFor();
        },
      ],

      [
        '不是管理员的，账户管理不给看，说明请谁办',
        async () => {
          await page().goto(`${url()}/workbench/#/accounts`);
          await main().getByText('只有管理员能够管理账户').waitFor();
          await examine(page(), 'accounts-refused');
        },
      ],

      [
        '设置第二重验证：扫描或者手输密钥，填回验证码，收好恢复码',
        async () => {
          await openOwn();
          await main().getByText('没有在别处登录').waitFor();
          await examine(page(), 'account', { latin: true });
          await press('设置第二重验证');
          const section = main().getByRole('region', { name: '第二重验证' });
          await section.getByLabel('现在的口令', { exact: true }).fill(own);
          await press('下一步');
          await page().getByRole('img', { name: '第二重验证的二维码' }).waitFor();
          secret = (await page().locator('.enrolment-secret').innerText()).replaceAll(' ', '');
          await examine(page(), 'account-enrolment', { latin: true, asItStands: true });
          await fill('验证器现在显示的六位数字', '000000');
          await press('确认');
          await page().getByText('验证码不对').waitFor();
          await fill('验证器现在显示的六位数字', codeOf(secret));
          await press('确认');
          const codes = page().getByRole('list', { name: '恢复码' }).getByRole('listitem');
          await codes.first().waitFor();
          expect(await codes.count()).toBe(10);
          recovery = await codes.first().innerText();
          await examine(page(), 'account-recovery', { latin: true, asItStands: true });
          await press('已经收好');
          await section.getByText('恢复码还有 10 个没有用过').waitFor();
          await main().getByText('冯新来设置了第二重验证').waitFor();
        },
      ],

      [
        '登录分两步；验证码错了说明，填过的恢复码不能再用',
        async () => {
          await signInWith(own);
          await page().getByRole('heading', { name: '第二重验证', level: 1 }).waitFor();
          // 接着打字就是，不用先点到那一栏
          await page().keyboard.type('000000');
          await page().keyboard.press('Enter');
          await page().getByText('验证码不对，或者已经用过').waitFor();
          await examine(page(), 'sign-in-code');
          await fill('验证码', codeOf(secret, 1));
          await page().getByLabel('验证码', { exact: true }).press('Enter');
          await page().getByRole('button', { name: '退出', exact: true }).waitFor();

          await signInWith(own);
          await fill('验证码', recovery);
          await page().getByLabel('验证码', { exact: true }).press('Enter');
          await openOwn();
          await main().getByText('恢复码还有 9 个没有用过').waitFor();
          await signInWith(own);
          await fill('验证码', recovery);
          await page().getByLabel('验证码', { exact: true }).press('Enter');
          await page().getByText('验证码不对，或者已经用过').waitFor();
          await press('取消');
        },
      ],

      [
        '看得到别处的登录，能够结束',
        async () => {
          await page()
            .getByRole('button', { name: /周承办/ })
            .click();
          const elsewhere = await browser().newContext({ locale: 'zh-CN' });
          const other = await elsewhere.newPage();
          await workbenchPage(other, url()).signIn('周承办');
          await openOwn();
          await main().getByText('这一处').waitFor();
          await press('结束别处的全部登录');
          await main().getByText('没有在别处登录').waitFor();
          await other.reload();
          await other.getByRole('heading', { name: '执法工作台', level: 1 }).waitFor();
          await elsewhere.close();
        },
      ],

      [
        '用键盘取消第二重验证、停用、重设口令，各留下一条',
        async () => {
          await desk().signIn('管理员');
          await openAccounts();
          await row('冯新来').getByRole('button').click();
          await page().getByRole('dialog').waitFor();
          await examine(page(), 'account-dialog', { latin: true });
          await press('不办');
          await act('冯新来', '取消第二重验证');
          await main().getByText('冯新来：已取消第二重验证。').waitFor();
          await act('冯新来', '停用');
          await row('冯新来').getByText('已停用').waitFor();
          await act('冯新来', '重设口令');
          const again = await onceShown();
          expect(again).not.toBe(given);
          await press('已经告诉本人');
          await main().getByText('冯新来：已重设口令。').waitFor();
          const notes = main().getByRole('region', { name: '最近的变动' });
          for (const what of ['取消了第二重验证', '停用了账户', '重设了口令'])
            await notes
              .getByText(new RegExp(`^管理员${what}.*：冯新来$`))
              .first()
              .waitFor();
          await examine(page(), 'accounts-done', { latin: true });

          await signInWith(again);
          await page().getByText('登录名或者口令不对').waitFor();
        },
      ],

      [
        '已经有管理员的，设立首个管理员的页面写明不再开放',
        async () => {
          await page().goto(`${url()}/workbench/#/first`);
          await page().getByText('管理员已经设立，这里不再开放').waitFor();
          await examine(page(), 'first-administrator-shut');
        },
      ],
    ]),
);

describe('正式使用', () => {
  let provider: TestProvider;
  let house: ProductionInstance;
  let site: string;
  let office: Page;
  let factor = '';
  const administrator = { login: 'guan.shili', password: own };
  const heading = (name: string) => office.getByRole('heading', { name, level: 1 });
  const type = (label: string, text: string) => office.getByLabel(label, { exact: true }).fill(text);
  /** Whoever now goes to the provider: it remembers who was there before, as such providers do. */
  const become = async (subject: string): Promise<void> => {
    provider.subject = subject;
    await office.context().clearCookies({ domain: provider.issuer.hostname });
  };
  const click = (name: string) => office.getByRole('button', { name, exact: true }).click();

  beforeAll(async () => {
    provider = await testProvider();
    house = await productionInstance({ ...provider, label: '江滩统一认证' });
    // 与认证所在的地址是两个站点：会话标记不随那边的跳转带来
    site = house.instance.url.replace('127.0.0.1', 'localhost');
    provider.serve([site]);
    const context = await browser().newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
    });
    office = await context.newPage();
    office.setDefaultTimeout(15_000);
  }, 120_000);
  afterAll(async () => {
    await office.context().close();
    await house.end();
    await provider.end();
  });

  it('设立首个管理员，设第二重验证，关联统一认证，从统一认证登录', { timeout: 360_000 }, () =>
    journey([
      [
        '还没有管理员的，登录页指到设立的页面；填错的说明哪一栏，填的还在',
        async () => {
          await office.goto(`${site}/workbench/`);
          await office.getByRole('link', { name: '设立首个管理员' }).click();
          await heading('设立首个管理员').waitFor();
          await type('一次性令牌', '不是这个');
          await type('机关名称', '江滩示例局');
          await type('机关代字', '江示');
          await type('机关编号', 'jiangtan-shili');
          await type('管理员姓名', '管示例');
          await type('登录名', administrator.login);
          await type('口令', administrator.password);
          await type('再输入一遍口令', administrator.password);
          await click('设立');
          await office.getByText('一次性令牌：令牌不对').waitFor();
          await examine(office, 'first-administrator', { latin: true });
          expect(await office.getByLabel('机关名称', { exact: true }).inputValue()).toBe('江滩示例局');
          await type('一次性令牌', house.instance.firstToken ?? '');
          await click('设立');
          await office.getByText('机关和管理员已经设立').waitFor();
          await office.getByRole('link', { name: '去登录' }).click();
        },
      ],

      [
        '管理员登录了先设第二重验证，设好才进得去',
        async () => {
          await type('登录名', administrator.login);
          await type('口令', administrator.password);
          await click('登录');
          await heading('先设置第二重验证').waitFor();
          await type('现在的口令', administrator.password);
          await click('下一步');
          factor = (await office.locator('.enrolment-secret').innerText()).replaceAll(' ', '');
          await examine(office, 'second-factor-first', { latin: true });
          await type('验证器现在显示的六位数字', codeOf(factor));
          await click('确认');
          await click('已经收好');
          await heading('待办').waitFor();
          await office.goto(`${site}/workbench/#/accounts`);
          await office.getByText('还没有别人的账户').waitFor();
          await examine(office, 'accounts-empty', { latin: true });
        },
      ],

      [
        '关联之后从统一认证登录：回来的页面自己往下走，还要验证码的接着填',
        async () => {
          await become('subject-of-guan');
          await office.goto(`${site}/workbench/#/account`);
          await office.getByRole('button', { name: '去江滩统一认证关联' }).click();
          await office.getByText('口令登录照旧').waitFor();
          await examine(office, 'account-linked', { latin: true });
          await click('退出');
          await click('用江滩统一认证登录');
          await heading('第二重验证').waitFor();
          await type('验证码', codeOf(factor, 1));
          await office.getByLabel('验证码', { exact: true }).press('Enter');
          await heading('待办').waitFor();
          expect(new URL(office.url()).hash).toBe('#/');
        },
      ],

      [
        '没有第二重验证的，从统一认证直接进工作台，刷新之后还在',
        async () => {
          const { accounts } = house.instance.world.store;
          const found = await accounts.find(administrator.login);
          if (found === undefined) throw new Error('没有账户');
          await accounts.put({
            ...found,
            id: 'plain',
            login: 'ping.shili',
            name: '平示例',
            administrator: false,
          });
          await accounts.linkIdentity({
            agency: found.agency,
            account: 'plain',
            issuer: provider.issuer.href,
            subject: 'subject-of-ping',
            what: '关联',
            by: { account: found.id, name: found.name },
          });
          await become('subject-of-ping');
          await office.goto(`${site}/workbench/`);
          await click('退出');
          await click('用江滩统一认证登录');
          await heading('待办').waitFor();
          await office.getByRole('link', { name: '平示例的账户' }).waitFor();
          await office.reload();
          await heading('待办').waitFor();
          await click('退出');
        },
      ],

      [
        '没有关联的身份、连不上的认证，都说明怎么办',
        async () => {
          await become('subject-of-nobody');
          await click('用江滩统一认证登录');
          await heading('这个身份没有关联账户').waitFor();
          await examine(office, 'identity-unknown');
          await office.getByRole('link', { name: '回到登录' }).click();
          await office.goto(`${site}/identity/callback?code=x&state=y`);
          await heading('登录没有完成').waitFor();
          await examine(office, 'identity-not-begun');
          await office.getByRole('link', { name: '回到登录' }).click();
          await provider.down();
          await click('用江滩统一认证登录');
          await office.getByText('江滩统一认证现在连不上').waitFor();
          await examine(office, 'identity-unreachable');
          await provider.up();
        },
      ],
    ]),
  );
});
