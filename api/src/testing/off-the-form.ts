import type { HttpStoryClient, StoryRequest } from '@zhaozhang/scenarios';
import type { FormView } from '../contract/index.ts';

type Fields = readonly (Omit<FormView['input'][number], 'rows'> & { readonly rows?: Fields | undefined })[];

/**
 * What a request says that nobody could have said with the form: a field that is not there, a choice that is not
 * offered, a moment that is not asked for. The form as it stands for that person before the act.
 */
export async function offTheForm(
  client: HttpStoryClient,
  by: string,
  request: StoryRequest,
): Promise<readonly string[]> {
  const { name, stream } = request;
  const path =
    stream === undefined ? `/api/forms/${name}` : `/api/cases/${stream.slice('case/'.length)}/forms/${name}`;
  const reply = await client.request(by, 'GET', path);
  if (!reply.ok) return [`表单打不开：${reply.status}`];
  const form = (await reply.json()) as FormView;
  const recorded = Object.entries(request.record).flatMap(([id, value]) => {
    const field = form.record.find((one) => one.id === id);
    return field === undefined ? [`没有 ${id} 这一栏`] : notOffered(field, value);
  });
  const late = !form.asksMoment && form.now.slice(0, 16) > request.occurredAt.slice(0, 16);
  return [...inFields(form.input, request.input), ...recorded, ...(late ? ['不问发生的时刻'] : [])];
}

function inFields(fields: Fields, told: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(told).flatMap(([name, value]) => {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) return [`没有 ${name} 这一栏`];
    if (field.rows === undefined || !Array.isArray(value)) return notOffered(field, value);
    return value.flatMap((row: Readonly<Record<string, unknown>>) => inFields(field.rows ?? [], row));
  });
}

function notOffered(
  { label, options }: Pick<FormView['input'][number], 'label' | 'options'>,
  value: unknown,
): readonly string[] {
  if (options === undefined) return [];
  return [value]
    .flat()
    .filter((one) => options.every((option) => option.value !== one))
    .map((one) => `“${label}”里没有“${String(one)}”`);
}
