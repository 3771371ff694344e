import { cssPath } from '@zhaozhang/portal';
import type { Context } from 'hono';

/** Where somebody coming back from the identity provider has come to. */
export type Landing =
  | { readonly page: 'entered' | 'code' | 'linked' | 'not-begun' | 'no-provider' }
  | { readonly page: 'unknown' | 'taken' | 'refused' | 'unreachable'; readonly label: string };

interface Sheet {
  readonly status: 200 | 400 | 403 | 404 | 409 | 503;
  readonly title: string;
  readonly says: string;
  /** Goes on by itself; otherwise by the link only. */
  readonly goesOn?: boolean;
  readonly to: string;
  readonly link: string;
}

const signIn = { to: '/workbench/', link: '回到登录' } as const;

function sheetOf(landing: Landing): Sheet {
  switch (landing.page) {
    case 'entered':
      return {
        status: 200,
        title: '已经登录',
        says: '正在进入工作台。',
        ...{ goesOn: true, to: '/workbench/', link: '进入工作台' },
      };
    case 'code':
      return {
        status: 200,
        title: '还要第二重验证',
        says: '这个账户设了第二重验证，接着填写验证码。',
        ...{ goesOn: true, to: '/workbench/#/code', link: '去填写验证码' },
      };
    case 'linked':
      return {
        status: 200,
        title: '已经关联',
        says: '以后可以从这里登录。',
        ...{ goesOn: true, to: '/workbench/#/account', link: '回到账户' },
      };
    case 'unknown':
      return {
        ...signIn,
        status: 403,
        title: '这个身份没有关联账户',
        says: `${landing.label}认得您，但本系统没有账户与这个身份关联。请先用登录名和口令登录，在「账户」页关联；或者请管理员办理。`,
      };
    case 'taken':
      return {
        status: 409,
        title: '这个身份已经关联了别的账户',
        says: `一个身份只能关联一个账户。请核对在${landing.label}登录的是不是本人；确要换的，先在原来的账户取消关联。`,
        ...{ to: '/workbench/#/account', link: '回到账户' },
      };
    case 'refused':
      return {
        ...signIn,
        status: 400,
        title: '登录没有完成',
        says: `${landing.label}的答复不是这次登录所问的，可能已经用过、过了时限，或者在那里取消了。请从登录页重新开始。`,
      };
    case 'not-begun':
      return {
        ...signIn,
        status: 400,
        title: '登录没有完成',
        says: '不是从这个浏览器开始的登录，或者隔了十分钟以上。请从登录页重新开始。',
      };
    case 'unreachable':
      return {
        ...signIn,
        status: 503,
        title: `${landing.label}现在连不上`,
        says: '没有能够核实身份。请稍后再试，或者用登录名和口令登录。',
      };
    case 'no-provider':
      return {
        ...signIn,
        status: 404,
        title: '没有配置统一身份认证',
        says: '请用登录名和口令登录。',
      };
  }
}

/**
 * A page of our own, and not one more redirect: the session cookie is sent only with what our own pages ask for, and
 * the way on from here is such a request.
 */
export function landing(context: Context, where: Landing): Response {
  const { status, title, says, goesOn, to, link } = sheetOf(where);
  const refresh = goesOn === true ? `<meta http-equiv="refresh" content="0;url=${to}" />` : '';
  return context.html(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><meta name="robots" content="noindex" />${refresh}<title>${plain(title)}</title><link rel="stylesheet" href="${cssPath}" /></head><body><main id="content"><h1>${plain(title)}</h1><p>${plain(says)}</p><p><a class="more" href="${to}">${link}</a></p></main></body></html>`,
    status,
  );
}

/** The label is whatever the installation calls it. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
