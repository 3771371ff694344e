import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFileName } from './acts/file-name.ts';
import { mediaTypeOf } from './acts/media-type.ts';
import type { AttachmentResult, Problem } from './contract/index.ts';
import { CaseAtWork } from './testing/case-at-work.ts';
import { rawRequest } from './testing/raw-request.ts';
import { secondAgency } from './testing/second-agency.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

const agency = 'wuhan-civil-affairs';
let house: TestInstance;
let cookie = '';
let stranger = '';
beforeAll(async () => {
  house = await testInstance();
  ({ cookie } = await newAccount(house.instance, {
    ...{ agency, name: '周承办', administrator: false, officer: 'zhou' },
  }));
  stranger = await secondAgency(house, ['wuhan-civil-affairs/own-decisions/2026-01-01']);
});
afterAll(() => house.end());

const ask = (path: string, headers: Record<string, string> = {}, as = cookie) =>
  rawRequest(house.instance.url, path, { headers: { cookie: as, ...headers } });

async function upload(name: string, body: string | Uint8Array) {
  const path = `/api/attachments?name=${encodeURIComponent(name)}`;
  const headers = { 'x-zhaozhang': '1', cookie };
  return rawRequest(house.instance.url, path, { method: 'POST', headers, body: [body] });
}

const lead = (as: string, blob: string, name = '照片.jpg') =>
  rawRequest(house.instance.url, '/api/acts', {
    method: 'POST',
    headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie: as },
    body: [
      JSON.stringify({
        ...{ id: ulid(), name: 'case.register-lead' },
        input: { source: 'inspection', summary: '日常检查中发现。' },
        record: { 'lead.attachments': [{ blob, name }] },
      }),
    ],
  });

const pdf = '%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\n';
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('JFIF')]);

describe('附件的类型由内容说', () => {
  it('名称与内容不符的，按内容登记，并用一句话说明', async () => {
    for (const [name, body, kind] of [
      ['合同.pdf', '<html><script>alert(document.cookie)</script>', '网页'],
      ['现场.jpg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'SVG 图形'],
      ['录像.mp4', jpeg, 'JPEG 图片'],
      ['照片.png', `GIF89a/*<script>*/=1;alert(1)`, 'GIF 图片'],
      ['说明.txt', '﻿<!DOCTYPE html><body onload=alert(1)>', '网页'],
    ] as const) {
      const answer = await upload(name, body);
      expect([name, answer.status]).toEqual([name, 201]);
      const told = JSON.parse(answer.text) as AttachmentResult;
      expect([name, told.kind]).toEqual([name, kind]);
      // A text has no mark of its own: its name claims nothing that bytes could contradict.
      expect([name, told.says ?? `内容却是${kind}`]).toEqual([
        name,
        expect.stringMatching(`内容却是${kind}`),
      ]);
      expect([name, told.says === undefined]).toEqual([name, name.endsWith('.txt')]);
    }
    const right = JSON.parse((await upload('现场.jpg', jpeg)).text) as AttachmentResult;
    expect([right.kind, right.says]).toEqual(['JPEG 图片', undefined]);
  });

  it('程序和脚本不收，无论叫什么名字；不收的也写不进行为', async () => {
    for (const [name, body] of [
      ['通知.pdf', Buffer.from('MZ\x90\0\x03\0', 'latin1')],
      ['照片.jpg', Buffer.from('\x7fELF\x02\x01\x01', 'latin1')],
      ['说明.txt', '#!/bin/sh\nrm -rf /\n'],
      ['表.xlsx', Buffer.from('\xcf\xfa\xed\xfe', 'latin1')],
    ] as const) {
      const answer = await upload(name, body);
      const problem = JSON.parse(answer.text) as Problem;
      expect([name, answer.status, problem.field]).toEqual([name, 415, 'body']);
      expect(problem.title).toMatch(/不能作为附件/);
      const { createHash } = await import('node:crypto');
      const digest = createHash('sha256').update(body).digest('hex');
      expect((await lead(cookie, `sha256:${digest}`)).status).toBe(400);
    }
  });

  it('每一种内容都认得出来', () => {
    const samples: readonly [string, string][] = [
      [pdf, 'application/pdf'],
      ['\x89PNG\r\n\x1a\n', 'image/png'],
      ['RIFF\0\0\0\0WEBP', 'image/webp'],
      ['RIFF\0\0\0\0WAVE', 'audio/wav'],
      ['\0\0\0\x18ftypmp42', 'video/mp4'],
      ['\0\0\0\x18ftypM4A ', 'audio/mp4'],
      ['\0\0\0\x18ftypqt  ', 'video/quicktime'],
      ['ID3\x04', 'audio/mpeg'],
      ['#!AMR\n', 'audio/amr'],
      ['PK\x03\x04', 'application/zip'],
      ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
      ['一段文字', 'application/octet-stream'],
      ['<\0h\0t\0m\0l\0>\0', 'text/html'],
    ];
    for (const [head, type] of samples)
      expect([type, mediaTypeOf(Buffer.from(head, 'latin1')).type]).toEqual([type, type]);
  });

  it('名称里有路径、控制字符、改变读法的字符的，不收', () => {
    const bad = [
      '../a.pdf',
      'a\\b',
      'a\0.pdf',
      'a\nb',
      '\u202efdp.exe',
      '照\u200b片.jpg',
      'a\u200f.pdf',
      'a\u2028b',
      '.',
      '..',
      ' ',
    ];
    expect(bad.filter(isFileName)).toEqual([]);
    expect(['笔录.pdf', "甲's (1)*.pdf", '照片 2.jpg'].every(isFileName)).toBe(true);
  });
});

describe('附件只作为文件交出', () => {
  it('网页、图形、脚本都不能在浏览器里打开；名称不能断开响应头', async () => {
    const body = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    const { blob } = JSON.parse((await upload('图.svg', body)).text) as AttachmentResult;
    const name = `甲's "图" (1)*;x=.svg`;
    const one = await new CaseAtWork(house.client).upTo('assigned');
    const told = await one.lawful('interviewed');
    await one.do({ ...told, record: { ...told.record, 'interview.attachments': [{ blob, name }] } });
    const path = `/api/attachments/${blob.slice('sha256:'.length)}?case=${one.id}`;
    const answer = await ask(path);
    expect([answer.status, answer.text]).toEqual([200, body]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*; sandbox$/),
      'cross-origin-resource-policy': 'same-origin',
    });
    const disposition = String(answer.headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/);
    expect(decodeURIComponent(disposition.replace(/^.*''/, ''))).toBe(name);

    const part = await ask(path, { range: 'bytes=1-4' });
    expect([part.status, part.text, part.headers['content-range']]).toEqual([
      ...[206, body.slice(1, 5), `bytes 1-4/${body.length}`],
    ]);
    const tail = await ask(path, { range: 'bytes=-5' });
    expect([tail.status, tail.text]).toEqual([206, body.slice(-5)]);
    const open = await ask(path, { range: 'bytes=5-' });
    expect([open.status, open.text]).toEqual([206, body.slice(5)]);
    const beyond = await ask(path, { range: `bytes=${body.length}-` });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${body.length}`]);
    for (const odd of ['bytes=0-1,3-4', 'lines=1-2', 'bytes=-'])
      expect([odd, (await ask(path, { range: odd })).status]).toEqual([odd, 200]);
  });

  it('另一机关知道摘要，也不能写进自己的案卷；自己上传过同样内容的才能', async () => {
    const { blob } = JSON.parse((await upload('密件.pdf', pdf)).text) as AttachmentResult;
    expect((await lead(cookie, blob)).status).toBe(201);
    const refused = await lead(stranger, blob);
    const problem = JSON.parse(refused.text) as Problem;
    expect([refused.status, problem.title, problem.field]).toEqual([
      ...[400, '附件还没有上传', 'record.lead.attachments'],
    ]);
    const headers = { 'x-zhaozhang': '1', cookie: stranger };
    const own = await rawRequest(house.instance.url, '/api/attachments?name=a.pdf', {
      ...{ method: 'POST', headers, body: [pdf] },
    });
    expect(own.status).toBe(201);
    expect((await lead(stranger, blob)).status).toBe(201);
  });
});

describe('每一种回答的响应头', () => {
  it('接口、门户、工作台、错误、没有的地址，一律不许内联脚本、不许嵌入、不许外来', async () => {
    const paths = ['/', '/search', '/workbench/', '/workbench/assets/none.js', '/nowhere', '/api/health'];
    const api = [
      '/api/session',
      '/api/nowhere',
      '/api/openapi.json',
      '/api/cases/none',
      '/api/attachments/x?case=y',
    ];
    for (const path of [...paths, ...api]) {
      const { headers } = await ask(path);
      const policy = String(headers['content-security-policy']);
      expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")]);
      expect([path, policy]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
      expect([path, /script-src[^;]*unsafe|https?:|\*/.test(policy)]).toEqual([path, false]);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toBeDefined();
      expect([path, policy.endsWith('; sandbox')]).toEqual([path, path.startsWith('/api/')]);
    }
  });
});
