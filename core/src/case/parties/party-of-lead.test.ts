import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { requirements } from '../../requirements.ts';
import { caseWith } from '../../trial/lawful-path.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const named = {
  'lead.party-name': '江城示范协会',
  'lead.party-kind': 'social-organisation',
  'lead.party-code': '91350100M000100Y43',
  'lead.party-address': '示范路 1 号',
};

/** What the filing knows of the parties, after a lead with this record. */
function partiesKnown(record: Readonly<Record<string, string>>): unknown {
  const played = caseWith(law, 'filing-approved', (milestone, told) =>
    milestone === 'lead' ? { ...told, record } : told,
  );
  return requirements(played.state, 'case.file', played.context('h1', '2026-03-03T09:00')).prefill.input[
    'parties'
  ];
}

describe('案源写明的单位，立案时带入', () => {
  it('写了多少带入多少，待核没有写的留给立案时填', () => {
    expect(partiesKnown(named)).toEqual([
      {
        ...{ id: 'party-1', name: '江城示范协会', kind: 'social-organisation' },
        record: { 'party.code': '91350100M000100Y43', 'party.address': '示范路 1 号' },
      },
    ]);
  });

  it('没有写明单位或者它的类型的，不带入', () => {
    expect(partiesKnown({})).toBeUndefined();
    expect(partiesKnown({ 'lead.party-name': '江城示范协会' })).toBeUndefined();
  });
});
