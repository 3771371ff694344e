import { z } from 'zod';

/** Longer than any password that is taken, so that one too long is told so and not that its field is wrong. */
const password = z.string().min(1, '填写口令').max(1000);
const code = z.string().min(1, '填写验证码').max(60);
const login = z
  .string()
  .regex(
    /^[a-z][a-z0-9._-]{2,59}$/,
    '登录名用小写字母开头，由小写字母、数字、点、下划线、连字符组成，3 至 60 个',
  );
const name = z.string().trim().min(2, '姓名 2 至 30 个字').max(30, '姓名 2 至 30 个字');

export const firstAdministrator = z.strictObject({
  token: z.string().min(1, '填写启动时打印的令牌').max(200),
  agency: z.strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,39}$/, '机关编号用小写字母开头，由小写字母、数字、连字符组成，2 至 40 个'),
    name: z.string().trim().min(2, '机关名称 2 至 60 个字').max(60, '机关名称 2 至 60 个字'),
    shortName: z.string().trim().min(1, '机关代字 1 至 10 个字').max(10, '机关代字 1 至 10 个字'),
  }),
  login,
  name,
  password,
});

export const firstAdministratorOpen = z.object({ open: z.boolean() });

export const newAccount = z.strictObject({
  login,
  name,
  officer: z.string().max(250).optional(),
  administrator: z.boolean().default(false),
  password: password.optional().describe('不给的，由系统给一个'),
});

/** The password is in the answer only when the system has made it, and then only this once. */
export const accountMade = z.object({ login: z.string(), password: z.string().optional() });

export const accountAction = z.strictObject({
  do: z.enum([
    'reset-password',
    'disable',
    'enable',
    'end-sessions',
    'reset-second-factor',
    'link-identity',
    'unlink-identity',
  ]),
  subject: z
    .string()
    .trim()
    .min(1, '填写在统一身份认证里的用户标识')
    .max(255)
    .optional()
    .describe('关联时：在统一身份认证里的用户标识'),
});
export const accountActed = z.object({ password: z.string().optional().describe('只此一次') });

const accountNote = z.object({ name: z.string(), what: z.string(), by: z.string(), at: z.string() });

export const accountRow = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  officer: z.string().optional().describe('所对应的执法人员及其机构'),
  administrator: z.boolean(),
  disabled: z.boolean(),
  mustChange: z.boolean().describe('口令由管理员给出，本人还没有改'),
  secondFactor: z.boolean(),
  linked: z.boolean().optional().describe('关联了统一身份认证；没有配置的不写'),
  lastSignedInAt: z.string().optional(),
  own: z.boolean(),
});

export const accountList = z.object({
  rows: z.array(accountRow),
  identityLabel: z.string().optional().describe('统一身份认证的名称；没有配置的不写'),
  officers: z.array(z.object({ id: z.string(), name: z.string() })).describe('还没有账户的执法人员'),
  notes: z.array(accountNote).describe('最近的变动'),
});

export const ownAccount = z.object({
  login: z.string(),
  secondFactor: z.object({
    since: z.string().optional(),
    leftCodes: z.number().int().describe('还没有用过的恢复码'),
    demanded: z.boolean().describe('管理员必须有'),
  }),
  sessions: z.array(
    z.object({
      id: z.number().int(),
      openedAt: z.string(),
      seenAt: z.string(),
      address: z.string(),
      own: z.boolean(),
    }),
  ),
  identity: z.object({ label: z.string(), linked: z.boolean() }).optional(),
  notes: z.array(accountNote),
});

export const passwordChange = z.strictObject({
  present: z.string().min(1, '填写现在的口令').max(1000),
  password,
});

export const enrolment = z.strictObject({ password });
export const enrolmentBegun = z.object({ secret: z.string(), address: z.string() });
export const enrolmentCode = z.strictObject({ code });
export const recoveryCodes = z.object({ codes: z.array(z.string()) });
export const factorDrop = z.strictObject({ password, code });

export const sessionsEnd = z.strictObject({
  id: z.number().int().optional(),
  others: z.boolean().optional(),
});
export const sessionsEnded = z.object({ ended: z.number().int() });

export const identityOffered = z.object({ label: z.string().optional() });
export const identityStart = z.strictObject({ purpose: z.enum(['sign-in', 'link']) });
export const identityBegun = z.object({ address: z.string() });
export const identityUnlink = z.strictObject({ password });

export type IdentityOffered = z.infer<typeof identityOffered>;
export type IdentityBegun = z.infer<typeof identityBegun>;
export type AccountList = z.infer<typeof accountList>;
export type AccountRow = z.infer<typeof accountRow>;
export type AccountAction = z.infer<typeof accountAction>['do'];
export type AccountMade = z.infer<typeof accountMade>;
export type AccountActed = z.infer<typeof accountActed>;
export type OwnAccount = z.infer<typeof ownAccount>;
export type EnrolmentBegun = z.infer<typeof enrolmentBegun>;
export type RecoveryCodes = z.infer<typeof recoveryCodes>;
export type SessionsEnded = z.infer<typeof sessionsEnded>;
