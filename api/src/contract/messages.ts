import { z } from 'zod';

export const messageRow = z.object({
  n: z.number().int(),
  stream: z.string(),
  entry: z.string().optional().describe('办成的那条记录；没有新的记录的不写'),
  says: z.string().describe('谁办了什么；不写案件内容'),
  number: z.string().optional().describe('案号；还没有的不写'),
  at: z.string(),
  read: z.boolean(),
});

export const messageList = z.object({
  now: z.string(),
  rows: z.array(messageRow),
  before: z.number().int().optional().describe('下一页从这里往前'),
});

export const unreadMessages = z.object({ unread: z.number().int(), more: z.boolean() });

export const readMessages = z.strictObject({ upTo: z.number().int().min(0) });

export type MessageList = z.infer<typeof messageList>;
export type MessageRow = z.infer<typeof messageRow>;
export type UnreadMessages = z.infer<typeof unreadMessages>;
