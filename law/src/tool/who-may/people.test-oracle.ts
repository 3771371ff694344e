import { entriesOf, handlersOf, roleLabels, roles } from '@zhaozhang/core';
import type { Actor, AgencyState, CaseState, Role } from '@zhaozhang/core';
import { addDays } from '@zhaozhang/core/time';
import type { Day, Instant } from '@zhaozhang/core/time';

/** Somebody who asks, in the agency as it would stand with them in it. */
export interface Somebody {
  readonly label: string;
  readonly actor: Actor;
  readonly agency: AgencyState;
  /** The only post they hold that day; absent where they hold none, or whatever they hold in the file. */
  readonly role?: Role;
  /** Has no business with any case, whatever it is. */
  readonly outside: boolean;
}

const stranger = 'somebody-else';

/** Everybody the closed list of roles makes possible, and those who hold no role, hold it no longer, or never did here. */
export function peopleAround(file: CaseState, agency: AgencyState, now: Instant): readonly Somebody[] {
  const today = now.slice(0, 10) as Day;
  const [first] = handlersOf(file);
  const registrar = entriesOf(file, 'lead')[0]?.by.officer;
  const unit = agency.officers[first ?? registrar ?? '']?.unit ?? Object.keys(agency.units)[0] ?? '';
  const actor = (officer: string): Actor => ({ account: officer, name: officer, officer });
  const appointed = (role: Role, from: Day, until?: Day): AgencyState => ({
    ...listed(agency, unit),
    appointments: [
      ...agency.appointments,
      { officer: stranger, role, unit, from, ...(until === undefined ? {} : { until }) },
    ],
  });
  const without = (officer: string): AgencyState => ({
    ...agency,
    appointments: agency.appointments.map((post) =>
      post.officer === officer ? { ...post, until: addDays(today, -1) } : post,
    ),
  });
  const here = (label: string, officer: string | undefined): readonly Somebody[] =>
    officer === undefined
      ? []
      : [
          { label, actor: actor(officer), agency, outside: false },
          { label: `离任的${label}`, actor: actor(officer), agency: without(officer), outside: true },
        ];
  return [
    ...here('本案承办人', first),
    ...here('案源登记人', registrar),
    ...roles.map((role) => ({
      ...{ label: roleLabels[role], actor: actor(stranger), role },
      ...{ agency: appointed(role, '2020-01-01' as Day), outside: role === 'administrator' },
    })),
    ...roles.map((role) => ({
      ...{ label: `离任的${roleLabels[role]}`, actor: actor(stranger) },
      ...{ agency: appointed(role, '2020-01-01' as Day, addDays(today, -1)), outside: true },
    })),
    ...roles.map((role) => ({
      ...{ label: `尚未到任的${roleLabels[role]}`, actor: actor(stranger) },
      ...{ agency: appointed(role, addDays(today, 1)), outside: true },
    })),
    { label: '没有任职的人员', actor: actor(stranger), agency: listed(agency, unit), outside: true },
    { label: '外机关人员', actor: actor('of-another-agency'), agency, outside: true },
    { label: '没有对应人员的账户', actor: { account: 'a', name: 'a' }, agency, outside: true },
    {
      label: '管理员账户',
      actor: { account: 'a', name: 'a', administrator: true },
      agency,
      outside: true,
    },
  ];
}

/** With somebody more on the list: certified and qualified, so that nothing but the post is missing. */
function listed(agency: AgencyState, unit: string): AgencyState {
  return {
    ...agency,
    officers: {
      ...agency.officers,
      [stranger]: {
        ...{ id: stranger, name: '另一人', unit, qualification: '示例', qualifiedFrom: '2010-01-01' as Day },
        certificates: [{ number: '示例-9', from: '2015-01-01' as Day, until: '2039-12-31' as Day }],
        ...{ examinedOn: '2015-01-01' as Day, assessedOn: '2015-01-01' as Day },
      },
    },
  };
}
