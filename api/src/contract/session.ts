import { z } from 'zod';

export const signIn = z.strictObject({
  login: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(1000),
});

export const signInCode = z.strictObject({ code: z.string().min(1, '填写验证码').max(60) });

/** Who is signed in, at which agency, and what the legal clock says. */
export const me = z.object({
  account: z.string(),
  name: z.string(),
  officer: z.string().optional(),
  administrator: z.boolean(),
  unit: z.string().optional(),
  roles: z.array(z.object({ id: z.string(), label: z.string() })),
  agency: z.object({ id: z.string(), name: z.string() }),
  now: z.string().describe('法律时钟'),
  demonstration: z.boolean(),
  draftKey: z.string().describe('只供本人的浏览器加密尚未提交的草稿'),
  first: z
    .enum(['password', 'second-factor'])
    .optional()
    .describe('办别的事之前先要做的：改口令、设置第二重验证'),
});

/** The password was right, and the account asks for a code as well. */
export const codeAwaited = z.object({ codeAwaited: z.literal(true) });
export const signInAnswer = z.union([me, codeAwaited]);

export const demoRole = z.object({ login: z.string(), name: z.string(), title: z.string() });
export const demoRoles = z.object({ roles: z.array(demoRole), token: z.string() });
export const demoSignIn = z.strictObject({
  login: z.string().min(1).max(60),
  token: z.string().min(1).max(200),
});
export const clockView = z.object({ now: z.string(), demonstration: z.boolean() });

export type Me = z.infer<typeof me>;
export type SignInAnswer = z.infer<typeof signInAnswer>;
export type DemoRoles = z.infer<typeof demoRoles>;
export type ClockView = z.infer<typeof clockView>;
