import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { identitySettings } from './identity-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhaozhang-oidc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const whole = {
  ZHAOZHANG_OIDC_ISSUER: 'https://id.example.gov',
  ZHAOZHANG_OIDC_CLIENT_ID: 'zhaozhang',
  ZHAOZHANG_OIDC_CLIENT_SECRET: 'x',
};

describe('统一身份认证的设置', () => {
  it('一样没设就是没有；设全了的读得出，名称可以不设', () => {
    expect(identitySettings({ ZHAOZHANG_OIDC_ISSUER: ' ' })).toBeUndefined();
    expect(identitySettings(whole)).toMatchObject({
      clientId: 'zhaozhang',
      clientSecret: 'x',
      label: '统一身份认证',
    });
    expect(identitySettings({ ...whole, ZHAOZHANG_OIDC_LABEL: '市政务认证' })?.label).toBe('市政务认证');
  });

  it('密钥可以放在文件里；读不出的不启动', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, '来自文件\n');
    const { ZHAOZHANG_OIDC_CLIENT_SECRET: _, ...rest } = whole;
    const at = (path: string) => identitySettings({ ...rest, ZHAOZHANG_OIDC_CLIENT_SECRET_FILE: path });
    expect(at(file)?.clientSecret).toBe('来自文件');
    expect(() => at(`${file}.none`)).toThrow('读不出');
  });

  it.each(['ZHAOZHANG_OIDC_ISSUER', 'ZHAOZHANG_OIDC_CLIENT_ID', 'ZHAOZHANG_OIDC_CLIENT_SECRET'])(
    '缺了 %s 不启动，说出缺哪一样',
    (name) => {
      expect(() => identitySettings({ ...whole, [name]: undefined })).toThrow(name);
    },
  );

  it('签发者不是加密地址的不启动，本机的除外', () => {
    const at = (issuer: string) => identitySettings({ ...whole, ZHAOZHANG_OIDC_ISSUER: issuer });
    for (const bad of ['http://id.example.gov', 'id.example.gov', 'ftp://127.0.0.1', 'javascript:1'])
      expect(() => at(bad)).toThrow('https://');
    expect(at('http://127.0.0.1:9')?.issuer.port).toBe('9');
  });
});
