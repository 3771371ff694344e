import { runTool } from './steps/run-tool.mjs';

await runTool('restore');
