import { readFileSync } from 'node:fs';
import { StartRefused } from '../start/refused.ts';

/** Where identities come from besides passwords. */
export interface IdentitySettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button of the sign-in page calls it. */
  readonly label: string;
}

const names = {
  issuer: 'ZHAOZHANG_OIDC_ISSUER',
  clientId: 'ZHAOZHANG_OIDC_CLIENT_ID',
  secret: 'ZHAOZHANG_OIDC_CLIENT_SECRET',
  secretFile: 'ZHAOZHANG_OIDC_CLIENT_SECRET_FILE',
  label: 'ZHAOZHANG_OIDC_LABEL',
} as const;

/**
 * Read once at the start. Half a setting is no setting: the server does not start, instead of starting without what
 * somebody meant to have.
 */
export function identitySettings(
  environment: Readonly<Record<string, string | undefined>>,
): IdentitySettings | undefined {
  const given = (name: string): string | undefined => {
    const text = environment[name]?.trim();
    return text === '' ? undefined : text;
  };
  const present = Object.values(names).filter((name) => given(name) !== undefined);
  if (present.length === 0) return undefined;
  const needed = (name: string): string => {
    const text = given(name);
    if (text === undefined) throw new StartRefused(`设了 ${present[0]}，还要设 ${name}，没有启动`);
    return text;
  };
  const issuer = issuerOf(needed(names.issuer));
  const clientId = needed(names.clientId);
  const file = given(names.secretFile);
  return {
    issuer,
    clientId,
    clientSecret: file === undefined ? needed(names.secret) : secretIn(file),
    label: given(names.label) ?? '统一身份认证',
  };
}

function issuerOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const here = ['127.0.0.1', '[::1]', 'localhost'].includes(url?.hostname ?? '');
  // The secret and the codes travel there: in the clear only where nobody can listen.
  if (url === undefined || (url.protocol !== 'https:' && !(url.protocol === 'http:' && here)))
    throw new StartRefused(`${names.issuer} 须是 https:// 开头的地址，没有启动`);
  return url;
}

function secretIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new StartRefused(`读不出 ${names.secretFile} 指的文件，没有启动`);
  }
}
