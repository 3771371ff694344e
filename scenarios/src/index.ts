export { contentOf, httpStoryClient } from './http-client.ts';
export type { HttpStoryClient } from './http-client.ts';
export { readAgency, readStories, readStoryFile } from './read-stories.ts';
export type { NamedStory, Stories } from './read-stories.ts';
export { differenceFrom, missingFrom, runStories, StoryBroken, whenOf } from './run-stories.ts';
export type { Attached, OwedRow, StoryAnswer, StoryClient, StoryRequest } from './run-stories.ts';
export { storyId } from './story-id.ts';
export type { ActStep, ExpectStep, Story, StoryAgency } from './story.ts';
