import { ulid } from 'ulid';
import { rawRequest } from './raw-request.ts';
import { newAccount } from './signed-in.ts';
import type { TestInstance } from './test-instance.ts';

/** Another agency with law of its own; answers the session of someone who may do everything there. */
export async function secondAgency(house: TestInstance, packs: readonly string[]): Promise<string> {
  const { cookie } = await newAccount(house.instance, {
    agency: 'shili-district',
    name: '外机关人员',
    administrator: true,
    officer: 'wai',
  });
  const setUp: readonly [string, Record<string, unknown>][] = [
    ['agency.establish', { name: '示例区民政局', shortName: '示民' }],
    ['agency.register-unit', { id: 'ju', name: '局领导' }],
    [
      'agency.register-officer',
      {
        ...{ id: 'wai', name: '外机关人员', unit: 'ju' },
        certificates: [{ number: '示例-1', from: '2024-01-01', until: '2027-12-31' }],
      },
    ],
    ['agency.appoint', { officer: 'wai', role: 'agency-head', from: '2024-01-01' }],
    ['agency.bind-law', { packs, from: '2026-01-01' }],
  ];
  for (const [name, input] of setUp) {
    const answer = await rawRequest(house.instance.url, '/api/acts', {
      method: 'POST',
      headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie },
      body: [JSON.stringify({ id: ulid(), name, input })],
    });
    if (answer.status !== 201) throw new Error(answer.text);
  }
  return cookie;
}
