import type { FormView } from '@zhaozhang/api/contract';
import { contentOf } from '@zhaozhang/scenarios';
import type { Attached, StoryRequest } from '@zhaozhang/scenarios';
import type { Locator, Page } from 'playwright-core';
import { fieldsOf, occurredAt } from '../../../web/workbench/src/acts/form-fields.ts';
import type { Field } from '../../../web/workbench/src/fields/field.ts';
import type { TypedMap } from '../../../web/workbench/src/fields/typed.ts';
import { shownIn } from '../../../web/workbench/src/fields/to-wire.ts';

/** Something told that the form has no place for: a field it does not show, a choice it does not offer. */
export class NotOnForm extends Error {
  override name = 'NotOnForm';
}

type Told = Readonly<Record<string, unknown>>;

/**
 * Fills in what is told, and nothing else: each field found by its label, where its name puts it. What the form has
 * filled in already and nobody tells of stays as it is; with `onlyTold` the choices and texts among it are taken out.
 */
export async function fillForm(
  page: Page,
  form: FormView,
  told: StoryRequest,
  { onlyTold }: { readonly onlyTold: boolean },
): Promise<void> {
  const main = page.getByRole('main');
  const fields = fieldsOf(form);
  if (told.delegation !== undefined) {
    const choice = nameOf('以谁的名义', form.delegations, told.delegation);
    await main.getByRole('radio', { name: choice }).check();
  }
  if (form.asksMoment) await fill(main, occurredAt, 'occurredAt', told.occurredAt);
  await fillAll(main, fields.input, 'input', told.input);
  await fillAll(main, fields.record, 'record', told.record);
  if (onlyTold) {
    await takeOut(fields.input, 'input', told.input, form.prefill.input);
    await takeOut(fields.record, 'record', told.record, form.prefill.record);
  }

  async function takeOut(
    among: readonly Field[],
    path: string,
    values: Told,
    prefilled: Told,
  ): Promise<void> {
    for (const field of among) {
      if (values[field.name] !== undefined || prefilled[field.name] === undefined) continue;
      const place = page.locator(`[id="field-${path}.${field.name}"]`);
      if ((await place.count()) === 0) continue;
      const box = main.getByRole('textbox', { name: field.label, exact: true }).and(place);
      const list = main.getByRole('combobox', { name: field.label, exact: true }).and(place);
      if ((await box.count()) > 0) await box.fill('');
      else if (field.optional && (await list.count()) > 0) {
        const whole = page.locator('.ant-select').filter({ has: place });
        await whole.hover();
        await whole.locator('.ant-select-clear').click();
      }
    }
  }

  async function fillAll(scope: Locator, among: readonly Field[], path: string, values: Told): Promise<void> {
    const stray = Object.keys(values).find((name) => among.every((field) => field.name !== name));
    if (stray !== undefined) throw new NotOnForm(`表单没有这一栏：${path}.${stray}`);
    for (const field of among)
      if (values[field.name] !== undefined && field.kind !== 'local-id')
        await fill(scope, field, `${path}.${field.name}`, values[field.name]);
  }

  async function fill(scope: Locator, field: Field, path: string, value: unknown): Promise<void> {
    const place = page.locator(`[id="field-${path}"]`);
    if (field.kind === 'record') return fillAll(scope, field.parts, path, value as Told);
    await place.waitFor({ state: 'attached', timeout: 5_000 }).catch(() => {
      throw new NotOnForm(`表单没有显示这一栏：${field.label}`);
    });
    const named = (role: 'group' | 'textbox' | 'combobox') =>
      scope.getByRole(role, { name: field.label, exact: true }).and(place);
    switch (field.kind) {
      case 'rows':
        return fillRows(named('group'), field, path, value as readonly Told[]);
      case 'bool':
        return named('group')
          .getByRole('radio', { name: value === true ? '是' : '否', exact: true })
          .check();
      case 'code':
      case 'ref':
        return choose(named, field, nameOf(field.label, field.options, value));
      case 'refs':
        return chooseMany(named, field, value as readonly string[]);
      case 'day':
      case 'moment':
        await named('textbox').fill(String(value).replace('T', ' '));
        return named('textbox').press('Tab');
      case 'attachment':
      case 'attachments':
        return handIn(place, [value].flat() as readonly Attached[]);
      case 'money':
        return named('textbox').fill((Number(value) / 100).toFixed(2));
      default:
        return named('textbox').fill(String(value));
    }
  }

  async function fillRows(list: Locator, field: Field, path: string, rows: readonly Told[]): Promise<void> {
    const row = (at: number) => list.getByRole('group', { name: `${field.label} ${at + 1}`, exact: true });
    while ((await row(rows.length).count()) > 0)
      await list.getByRole('button', { name: `删除${field.label} ${rows.length + 1}`, exact: true }).click();
    for (const [at, values] of rows.entries()) {
      if ((await row(at).count()) === 0)
        await list.getByRole('button', { name: `添加${field.label}`, exact: true }).click();
      // What a row is decides what else it asks for: that comes first.
      const shown = shownIn(field.parts, values as TypedMap)
        .map((part) =>
          part.kind === 'record' ? { ...part, parts: shownIn(part.parts, values as TypedMap) } : part,
        )
        .toSorted((a, b) => Number(b.name === 'kind') - Number(a.name === 'kind'));
      await fillAll(row(at), shown, `${path}.${at}`, values);
    }
  }

  type Named = (role: 'group' | 'combobox') => Locator;

  /** One of a few stands as a button, one of many in a list. */
  async function choose(named: Named, field: Field, choice: string): Promise<void> {
    if ((await named('group').count()) > 0)
      return named('group').getByRole('radio', { name: choice, exact: true }).check();
    await pick(named('combobox'), choice, field);
  }

  async function chooseMany(named: Named, field: Field, values: readonly string[]): Promise<void> {
    const wanted = values.map((value) => nameOf(field.label, field.options, value));
    if ((await named('group').count()) > 0) {
      for (const option of field.options) {
        const name = shownAs(option, ' ');
        await named('group').getByRole('checkbox', { name, exact: true }).setChecked(wanted.includes(name));
      }
      return;
    }
    const list = named('combobox');
    // What stands in the list already goes out again with the key that takes back the last one.
    for (let left = field.options.length; left > 0; left--) await list.press('Backspace');
    for (const choice of wanted) await pick(list, choice, field);
  }

  /** A long list is searched by what is looked for, as a person would; it names a note in brackets. */
  async function pick(list: Locator, choice: string, field: Field): Promise<void> {
    const option = field.options.find((one) => shownAs(one, ' ') === choice);
    await list.click();
    await list.fill(option?.label ?? choice);
    const shown = page.locator('.ant-select-dropdown:visible');
    const title =
      option?.note === undefined ? (option?.label ?? choice) : `${option.label}（${option.note}）`;
    await shown.getByTitle(title, { exact: true }).first().click();
    // Closed by looking elsewhere: the key for it leaves the form as well.
    await list.blur();
    await shown
      .first()
      .waitFor({ state: 'hidden', timeout: 2_000 })
      .catch(() => undefined);
  }

  async function handIn(chooser: Locator, files: readonly Attached[]): Promise<void> {
    for (const { name } of files) {
      await chooser.setInputFiles({
        ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(contentOf(name)) },
      });
      await main
        .getByRole('button', { name: `移除${name}`, exact: true })
        .first()
        .waitFor();
    }
  }
}

type Option = Field['options'][number];

function shownAs({ label, note }: Option, between: string): string {
  return note === undefined ? label : `${label}${between}${note}`;
}

/** What a choice is called on the page; two of the same name could not be told apart by anybody. */
function nameOf(label: string, options: readonly Option[], value: unknown): string {
  const option = options.find((one) => one.value === value);
  if (option === undefined) throw new NotOnForm(`“${label}”里没有可选的“${String(value)}”`);
  const name = shownAs(option, ' ');
  if (options.some((one) => one !== option && shownAs(one, ' ') === name))
    throw new Error(`“${label}”里有两项都叫“${name}”，分不出来`);
  return name;
}
