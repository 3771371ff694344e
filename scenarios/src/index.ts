export { httpStoryClient } from './http-client.ts';
export type { HttpStoryClient } from './http-client.ts';
export { readStories } from './read-stories.ts';
export type { Stories } from './read-stories.ts';
export { runStories, StoryBroken } from './run-stories.ts';
export type { StoryAnswer, StoryClient, StoryRequest } from './run-stories.ts';
export { storyId } from './story-id.ts';
export type { ActStep, Story, StoryAgency } from './story.ts';
