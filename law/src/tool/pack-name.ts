import { parseDay } from '@zhaozhang/core/time';

/** The three folders of a pack that is to be made. */
export interface PackName {
  readonly id: string;
  readonly authority: string;
  readonly instrument: string;
  readonly edition: string;
}

const folder = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Reads `机关/规范/版本日期`; what is wrong with it comes back as a sentence. */
export function packName(text: string): PackName | string {
  const [authority = '', instrument = '', edition = '', ...more] = text.split('/');
  if (edition === '' || more.length > 0)
    return `编号“${text}”应当是三段：机关/规范/版本日期，例如 example-city/case-rules/2026-03-01。`;
  for (const [what, part] of [
    ['机关', authority],
    ['规范', instrument],
  ] as const)
    if (!folder.test(part))
      return `${what}“${part}”只能用小写字母、数字和短横线，以字母开头，例如 example-city。`;
  if (parseDay(edition) === undefined)
    return `版本日期“${edition}”不是存在的日期；写施行日，写作年-月-日，例如 2026-03-01。`;
  return { id: text, authority, instrument, edition };
}
