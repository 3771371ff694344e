import type { Locator, Page } from 'playwright-core';

/** The workbench as a person uses it: by roles and Chinese labels, never by how the page is made. */
export function workbenchPage(page: Page, url: string) {
  const main = () => page.getByRole('main');

  const signIn = async (name: string): Promise<void> => {
    await page.goto(`${url}/workbench/`);
    const leave = page.getByRole('button', { name: '退出' });
    const role = page.getByRole('button', { name });
    await leave.or(role).first().waitFor();
    if (await leave.isVisible()) {
      await leave.click();
      await role.waitFor();
    }
    await role.click();
    await page.getByRole('heading', { name: '待办', level: 1 }).waitFor();
  };

  const openCase = async (title: string): Promise<void> => {
    await page.getByRole('link', { name: '案件', exact: true }).click();
    await main().getByText(title).first().click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  };

  /** Opens an act's form from the case page: one click, two for what belongs to another stage. */
  const open = async (act: string): Promise<void> => {
    // The contents of the file have links of the same names.
    const acts = main().getByRole('region', { name: '现在可以办' });
    const link = acts.getByRole('link', { name: act, exact: true }).first();
    const folded = acts.getByText('其他阶段的事项');
    await link.or(folded).first().waitFor();
    try {
      if (!(await link.isVisible())) await folded.click();
      await link.click();
      await main().getByRole('heading', { name: act, level: 2 }).waitFor();
    } catch (error) {
      const shown = await main().textContent();
      throw new Error(`没有打开“${act}”：${shown ?? ''}`, { cause: error });
    }
  };

  const text = (label: string, value: string, within: Locator = main()): Promise<void> =>
    within.getByRole('textbox', { name: label, exact: true }).first().fill(value);

  const moment = async (label: string, value: string): Promise<void> => {
    const box = main().getByRole('textbox', { name: label, exact: true });
    await box.fill(value);
    await box.press('Tab');
  };

  const radio = (label: string): Promise<void> =>
    main().getByRole('radio', { name: label, exact: true }).first().check();

  const select = async (label: string, choice: string, index = 0): Promise<void> => {
    await main().getByRole('combobox', { name: label, exact: true }).nth(index).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle(choice, { exact: true }).first().click();
    // While it closes it still holds the values of its choices, which nobody sees. Of several choices it stays open.
    await page
      .locator('.ant-select-dropdown:visible')
      .first()
      .waitFor({ state: 'hidden', timeout: 2_000 })
      .catch(() => undefined);
  };

  /** One of a few stands as buttons, one of many in a list. */
  const choose = async (label: string, choice: string): Promise<void> => {
    const group = main().getByRole('group', { name: label, exact: true }).first();
    // The form is asked for its draft first: which of the two it is, is known once one of them is there.
    await group
      .or(main().getByRole('combobox', { name: label, exact: true }))
      .first()
      .waitFor();
    if ((await group.count()) > 0) await group.getByRole('radio', { name: choice, exact: true }).check();
    else await select(label, choice);
  };

  /** Submits and waits to be back on the case's page. */
  const submit = async (): Promise<void> => {
    await page.getByRole('button', { name: '提交', exact: true }).click();
    try {
      // While it is being sent the button is called otherwise: gone is only when no button of the form is left.
      await page.getByRole('button', { name: /提交/ }).first().waitFor({ state: 'detached' });
    } catch (error) {
      const told = await page.getByRole('main').textContent();
      throw new Error(`没有提交成功：${told ?? ''}`, { cause: error });
    }
  };

  /** Registers what an inspection found, and waits to be on the page of the new file. */
  const registerLead = async (summary: string): Promise<void> => {
    await page.getByRole('link', { name: '案件', exact: true }).click();
    await main().getByRole('link', { name: '登记案源', exact: true }).click();
    await main().getByRole('heading', { name: '登记案源' }).waitFor();
    await choose('案件来源', '检查发现');
    await text('线索摘要', summary);
    await submit();
    await main().getByRole('heading', { name: summary, level: 1 }).waitFor();
  };

  /** Does an act without its form, as an import would, in the name of who is signed in; tells the status it is answered with. */
  const send = (act: {
    readonly id: string;
    readonly name: string;
    readonly input: object;
  }): Promise<number> =>
    page.evaluate(async (sent) => {
      const headers = { 'content-type': 'application/json', 'x-zhaozhang': '1' };
      return (await fetch('/api/acts', { method: 'POST', headers, body: JSON.stringify(sent) })).status;
    }, act);

  const now = async (): Promise<string> => {
    const { now: moment } = await page.evaluate(
      async () => (await (await fetch('/api/clock')).json()) as { now: string },
    );
    return moment.slice(0, 16).replace('T', ' ');
  };

  const nextWorkday = async (): Promise<void> => {
    const before = await now();
    await page.getByRole('button', { name: '下一工作日' }).click();
    for (let tries = 0; tries < 100 && (await now()).slice(0, 10) === before.slice(0, 10); tries++)
      await page.waitForTimeout(50);
  };

  return {
    signIn,
    openCase,
    open,
    text,
    moment,
    radio,
    select,
    choose,
    submit,
    registerLead,
    send,
    now,
    nextWorkday,
    main,
  };
}
