import { fileURLToPath } from 'node:url';
import { readStories } from '@zhaozhang/scenarios';
import { expect, it } from 'vitest';
import { storyPlayer } from './play-story.ts';
import { library } from '../testing/the-law.ts';

const stories = fileURLToPath(new URL('../../../scenarios/stories', import.meta.url));
const told = await readStories(stories, { all: true });
const player = storyPlayer(library, told.agency);

it('故事里写的每一栏，办它的表单上都有', () => {
  const unasked = told.stories.flatMap((story) =>
    player
      .play(story)
      .steps.flatMap(({ step, unasked: fields }) =>
        fields.map((field) => `${story.file} ${step.at} ${step.act}：${field}`),
      ),
  );
  expect(unasked).toEqual([]);
});

it('每个故事，包括一家多案的，在内存里办也与所讲的相符', () => {
  const different = told.stories.flatMap((story) => {
    const { steps, missing } = player.play(story);
    return [
      ...steps.flatMap(({ step, different: how }) =>
        how === undefined ? [] : [`${story.file} ${step.at} ${step.act}：${how}`],
      ),
      ...missing.map((one) => `${story.file} ${one}`),
    ];
  });
  expect(different).toEqual([]);
});
